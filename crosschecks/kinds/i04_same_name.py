"""I04 指标重名 (财预〔2021〕101号：指标不重复): the same name for two rows of a table with targets.

The common frame of 财预〔2013〕53号 has 管理制度健全性 twice; score tables without targets are therefore left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosschecks.rule import Dossier, Found, IndicatorRow, IndicatorTable, Kind, Profile, Severity

_LEAST: Final = 3  # characters of a name that says something
_FRAME: Final = frozenset({"管理制度健全性"})


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every table that has targets or actual values."""
    for report in dossier.reports:
        for table in report.indicators:
            if {"target", "actual"} & table.roles:
                yield from _table(table)


def _table(table: IndicatorTable) -> Iterator[Found]:
    named: dict[str, list[IndicatorRow]] = {}
    for row in table.lines:
        if len(row.name) >= _LEAST and row.name not in _FRAME:
            named.setdefault(row.name, []).append(row)
    for name, rows in named.items():
        if len(rows) < 2 or _printed_again(rows):
            continue
        levels = "、".join(dict.fromkeys(row.level2_name or row.level1_name for row in rows))
        yield Found(
            f"指标“{name}”重复出现{len(rows)}次（{levels}）。",
            f"“{name}”×{len(rows)}",
            tuple(row.place("name") for row in rows),
            "请合并重复的指标，或用不同的名称写明各自考核什么",
        )


def _printed_again(rows: list[IndicatorRow]) -> bool:
    """The same row on the next page (S22)."""
    told = {(row.level2_name, *(row.text(role) for role in ("target", "actual", "weight", "score"))) for row in rows}
    return len(told) == 1


KIND = Kind("I04", "指标重名", Severity.WARNING, "财预〔2021〕101号", paper=check_paper)
