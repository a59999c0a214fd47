"""启动检查: what the machine must offer before a single report is kept or printed.

Run with every command (fonts, folders, keys) and, as ``check --database default`` and before
``migrate``, against the database itself (modes, immutability triggers). Each message says where,
why, and what to do.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.apps.config import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004 - Django's name
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

import audit.triggers
import filings.triggers
import reviews.triggers

Apps = Sequence[AppConfig] | None
SAMPLE = "绩效自评"
SAMPLES = {"latin": "A", "boxes": "□☑"}  # of roles that need not draw Chinese
SPECIMEN = frozenset(map(ord, "".join((SAMPLE, *SAMPLES.values()))))
SUBSTITUTES = ("Fandol", "Liberation Serif", "Tinos")
# What PRAGMA answers for the modes that lose nothing: synchronous 2 is FULL.
PRAGMAS = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1"}
ASKED = {"journal_mode": "WAL", "synchronous": "FULL", "foreign_keys": "ON", "recursive_triggers": "ON"}
KEY_LENGTH = 50
KEY_VARIETY = 10


@register()
def check_faces(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """字体: every face named in ``FONT_FACES`` must find a face that can draw Chinese, figures or tick boxes."""
    found: list[CheckMessage] = []
    for role, name in settings.FONT_FACES.items():
        family, drawable = match_face(name)
        sample = SAMPLES.get(role, SAMPLE)
        if not all(ord(character) in drawable for character in sample):
            text = f"字体“{name}”（{role}）找不到可用的替代：打印出来会是方框。"
            found.append(
                Error(text, hint="运行 bin/setup 安装字体 (run bin/setup to install the faces).", id="selfeval.E001")
            )
        elif family != name and not family.startswith(SUBSTITUTES):
            text = f"字体“{name}”（{role}）由“{family}”代替，版式与公文要求不同。"
            found.append(Warning(text, hint="运行 bin/setup 安装仿宋、楷体等字体 (run bin/setup).", id="selfeval.W001"))
    return found


def match_face(name: str) -> tuple[str, frozenset[int]]:
    """Return the family fontconfig takes for ``name`` and the code points it draws.

    No family and no code point when fontconfig itself is missing.
    """
    command = ["fc-match", "--format=%{family[0]}\n%{charset}", name]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return "", frozenset()
    family, _, charset = answer.partition("\n")
    return family, frozenset(SPECIMEN & code_points(charset))


def code_points(charset: str) -> set[int]:
    """Return the specimen's code points inside fontconfig's ``20-7e 4e00 …``."""
    spans = [part.partition("-") for part in charset.split()]
    ranges = [range(int(first, 16), int(last or first, 16) + 1) for first, _, last in spans]
    return {point for point in SPECIMEN if any(point in span for span in ranges)}


@register()
def check_media(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """附件目录: ``MEDIA_ROOT`` must be a folder that this process can write into."""
    root = Path(settings.MEDIA_ROOT)
    try:
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=root):
            return []
    except OSError as problem:
        text = f"附件目录 {root} 不能写入：{problem.strerror}。"
        hint = "改正目录权限，或用 MEDIA_ROOT 指定别处 (mend its permissions or set MEDIA_ROOT)."
        return [Error(text, hint=hint, id="selfeval.E002")]


@register(Tags.security)
def check_key(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """密钥: ``SECRET_KEY`` must be long and varied; sessions and queued jobs are signed with it."""
    key = str(settings.SECRET_KEY)
    if len(key) >= KEY_LENGTH and len(set(key)) >= KEY_VARIETY:
        return []
    text = f"SECRET_KEY 太弱：至少 {KEY_LENGTH} 个字符，其中至少 {KEY_VARIETY} 个不同。"
    return [
        Error(
            text, hint="删去 var/secret.env 后运行 bin/setup 生成新的 (bin/setup makes a new one).", id="selfeval.E003"
        )
    ]


@register()
def check_sqlite_options(app_configs: Apps, **kwargs: Any) -> list[CheckMessage]:
    """SQLite 配置: the same modes as they are asked for, so that a plain ``check`` finds them without a database."""
    options = {alias: entry for alias, entry in settings.DATABASES.items() if "sqlite" in entry["ENGINE"]}
    return [sqlite_error(alias, wrong) for alias, entry in options.items() if (wrong := unasked_modes(entry))]


def unasked_modes(entry: Mapping[str, Any]) -> list[str]:
    """Return the SQLite modes that a database entry of the settings does not ask for, as ``name=value``."""
    options = entry.get("OPTIONS", {})
    asked = dict(re.findall(r"PRAGMA\s+(\w+)\s*=\s*(\w+)", str(options.get("init_command", ""))))
    wrong = [f"{name}={asked.get(name)}" for name, word in ASKED.items() if asked.get(name, "").upper() != word]
    mode = options.get("transaction_mode")
    return wrong if mode == "IMMEDIATE" else [*wrong, f"transaction_mode={mode}"]


def sqlite_error(alias: str, wrong: Sequence[str]) -> Error:
    """Return what to say about the wrong modes of one database."""
    text = f"数据库 {alias} 的 SQLite 模式不对：{'、'.join(wrong)}。可能丢失数据或绕过防改触发器。"
    hint = "恢复 selfeval/env.py 中 sqlite() 的 OPTIONS (restore the OPTIONS of selfeval/env.py)."
    return Error(text, hint=hint, id="selfeval.E004")


@register(Tags.database)
def check_sqlite(app_configs: Apps, databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """SQLite 模式: WAL, full synchronisation, foreign keys, recursive triggers, IMMEDIATE."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor != "sqlite":
            continue
        wrong = wrong_modes(connection)
        if wrong:
            found.append(sqlite_error(alias, wrong))
    return found


def wrong_modes(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the SQLite modes that differ from what is needed, as ``name=value``."""
    wrong = []
    with connection.cursor() as cursor:
        for name, wanted in PRAGMAS.items():
            cursor.execute(f"PRAGMA {name}")
            value = str(cursor.fetchone()[0])
            if value != wanted:
                wrong.append(f"{name}={value}")
    mode = connection.settings_dict["OPTIONS"].get("transaction_mode")
    return wrong if mode == "IMMEDIATE" else [*wrong, f"transaction_mode={mode}"]


@register(Tags.database)
def check_triggers(app_configs: Apps, databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """防改触发器: once migrated, the database itself must refuse changes to what was filed."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        # The same check runs before migrate, when the tables are yet to come.
        if not is_migrated(connection):
            continue
        missing = missing_triggers(connection)
        if missing:
            text = f"数据库 {alias} 缺少防改触发器：{'、'.join(missing)}。已提交的报告可能被改动。"
            # Only a warning, because migrate runs this check before it puts them back.
            hint = "查明是谁去掉的，再运行 manage.py migrate 重建 (find out who removed them, then run migrate)."
            found.append(Warning(text, hint=hint, id="selfeval.W002"))
    return found


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of the triggers that the audit trail, the filings and the reviews should have and have not."""
    rooms = (audit.triggers, filings.triggers, reviews.triggers)
    return [name for room in rooms for name in room.missing_triggers(connection)]


def is_migrated(connection: BaseDatabaseWrapper) -> bool:
    """Say whether every migration has been applied."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
