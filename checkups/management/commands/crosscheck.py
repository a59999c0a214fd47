"""勾稽命令: reads a report from anywhere and tells what on it does not agree; without a database row and without a form.

The file is read and checked by the same confined child as in 数字体检. Exit codes: 0 read and told (whatever was found), 1 the file cannot be
read or an argument is wrong (told on standard error), 2 usage, 3 stopped at a limit of time, processor or memory (told on standard error).
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from blueprints.catalogue import Catalogue
from checkups.examining import examined
from checkups.result import findings_of
from crosschecks.finding import PAPER_LABELS, Finding, Place
from crosschecks.profile import NATIONAL, Profile, profile_of
from documents.readers.refused import Refused, Stopped

EXIT_STOPPED: Final = 3


class Command(BaseCommand):
    help = "数字体检：crosscheck 文件.docx|.xlsx|.txt [--blueprint 区划代码/年度/表名] [--format text|json]。读不了的文件说明原因，退出码为 1；超过限额而中止的为 3"
    requires_system_checks = ()  # it asks neither the database nor the forms

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="要检查的报告或自评表")
        parser.add_argument("--blueprint", default="", help="按这张表样的等次和容差检查；不给则按通行口径")
        parser.add_argument("--format", choices=("text", "json"), default="text", help="输出文字（默认）或 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        source = Path(options["file"])
        if not source.is_file():
            raise CommandError(f"没有这个文件：{source}，请检查路径。")
        profile = _profile(options["blueprint"])
        try:
            findings = findings_of(examined(source, name=source.name, profile=profile))
        except Stopped as stopped:
            raise CommandError(f"{source.name} 没有查完：{stopped}", returncode=EXIT_STOPPED) from None
        except Refused as refusal:
            raise CommandError(f"{source.name} 没有读取：{refusal}") from None
        except OSError as trouble:
            raise CommandError(f"{source} 打不开：{trouble.strerror or trouble}。") from None
        if options["format"] == "json":
            told = json.dumps([as_json(finding) for finding in findings], ensure_ascii=False, indent=1)
            self.stdout.write(told)
        else:
            self.stdout.write("\n".join(_lines(source.name, findings)))


def _profile(form: str) -> Profile:
    if not form:
        return NATIONAL
    blueprint = Catalogue(map(Path, settings.BLUEPRINT_DIRS)).get(form)
    if blueprint is None:
        raise CommandError(f"没有表样“{form}”，应为 区划代码/年度/表名，如 000000/2024/project-table。")
    return profile_of(blueprint)


def as_json(finding: Finding) -> dict[str, Any]:
    """One finding as others read it."""
    told: dict[str, Any] = {
        "rule": finding.rule,
        "severity": PAPER_LABELS[finding.severity],
        "message": finding.message,
        "arithmetic": finding.arithmetic,
        "places": [_place(place) for place in finding.places],
        "remedy": finding.remedy,
    }
    if finding.fix is not None:
        told["fix"] = {**_place(finding.fix.place), "old": finding.fix.old, "new": finding.fix.new}
    return told


def _place(place: Place) -> dict[str, Any]:
    return {"quote": place.quote, **({"cell": place.cell} if place.cell else {"line": place.line})}


def _lines(name: str, findings: Sequence[Finding]) -> Iterator[str]:
    errors = sum(PAPER_LABELS[finding.severity] == "错误" for finding in findings)
    yield f"{name}：错误{errors}处，提示{len(findings) - errors}处。"
    for number, finding in enumerate(findings, 1):
        yield f"\n{number}. 〔{PAPER_LABELS[finding.severity]} {finding.rule}〕{finding.message}"
        yield f"   算式：{finding.arithmetic}"
        for place in finding.places:
            where = place.cell or f"第{place.line}行"
            quote = " ".join(place.quote.split())
            yield f"   {where}（{place.label}）：{quote if len(quote) <= 60 else quote[:60] + '…'}"
        yield f"   处理：{finding.remedy}。"
