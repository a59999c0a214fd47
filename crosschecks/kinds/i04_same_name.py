"""I04 指标重名 (财预〔2021〕101号：指标不重复): the same name for two rows of a table with targets.

The common frame of 财预〔2013〕53号 has 管理制度健全性 twice; score tables without targets are therefore left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.params import texts
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    IndicatorRow,
    IndicatorTable,
    Kind,
    Place,
    Profile,
    Severity,
)
from factbook.book import IndicatorFact

_LEAST: Final = 3  # characters of a name that says something
_FRAME: Final = frozenset({"管理制度健全性"})


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table leaf or the table of indicators."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows of a form that share a name."""
    named: dict[str, list[IndicatorFact]] = {}
    for row in context.table_rows(params.of):
        if _tells(row.name.strip()):
            named.setdefault(row.name.strip(), []).append(row)
    for name, rows in named.items():
        if len(rows) > 1:
            levels = [row.level2.strip() or row.level1.strip() for row in rows]
            yield _found(name, levels, tuple(context.place(f"indicators.{row.uid}.name") for row in rows))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every table that has targets or actual values."""
    for report in dossier.reports:
        for table in report.indicators:
            if {"target", "actual"} & table.roles:
                yield from _table(table)


def _table(table: IndicatorTable) -> Iterator[Found]:
    named: dict[str, list[IndicatorRow]] = {}
    for row in table.lines:
        if _tells(row.name):
            named.setdefault(row.name, []).append(row)
    for name, rows in named.items():
        if len(rows) > 1 and not _printed_again(rows):
            levels = [row.level2_name or row.level1_name for row in rows]
            yield _found(name, levels, tuple(row.place("name") for row in rows))


def _tells(name: str) -> bool:
    return len(name) >= _LEAST and name not in _FRAME


def _found(name: str, levels: list[str], places: tuple[Place, ...]) -> Found:
    return Found(
        f"指标“{name}”重复出现{len(levels)}次（{'、'.join(dict.fromkeys(levels))}）。",
        f"“{name}”×{len(levels)}",
        places,
        "请合并重复的指标，或用不同的名称写明各自考核什么",
    )


def _printed_again(rows: list[IndicatorRow]) -> bool:
    """The same row on the next page (S22)."""
    told = {(row.level2_name, *(row.text(role) for role in ("target", "actual", "weight", "score"))) for row in rows}
    return len(told) == 1


KIND = Kind(
    "I04",
    "指标重名",
    Severity.WARNING,
    "财预〔2021〕101号",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
    paper=check_paper,
)
