"""I06 数量、成本指标量化: a target of these kinds has a number in it (财预〔2015〕88号“细化量化” [知]；财预〔2021〕101号 [知])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.params import texts
from crosschecks.reports.levels import kinds_of
from crosschecks.reports.spoken import Spoken, spoken
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Place, Profile, Severity
from factbook.book import IndicatorFact
from values.number import parse_number
from values.text import fold_width
from values.units import UNIT_PATTERN
from values.vocabulary import Level1

_COUNTED: Final = re.compile(rf"\d|[一二两三四五六七八九十百千]+{UNIT_PATTERN}")
_MEASURED: Final = ("数量", "成本")
_SPOKEN: Final = ("数量", "成本", "经济成本")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table leaf or the table of indicators."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Targets of 数量 and 成本 rows in words only; a missing one is left to I05."""
    for row in context.table_rows(params.of):
        typed = row.target.strip()
        if not _asks_for_figures(context, row) or parse_number(typed).is_nothing or _COUNTED.search(fold_width(typed)):
            continue
        yield Found(
            f"“{context.row_name(row)}”未量化。",
            f"{context.column('target')}“{typed}”中没有数字",
            (context.place(f"indicators.{row.uid}.target"),),
            "数量和成本指标请尽量用数字表示，如 1200人、不超过10万元",
        )


def _asks_for_figures(context: Context, row: IndicatorFact) -> bool:
    is_cost = context.blueprint.frame.level_key(row.level1) == Level1.COST
    return is_cost or any(word in row.level2 for word in _MEASURED)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows of tables, and indicators told in prose, each wording once."""
    for report in dossier.reports:
        for table in report.indicators:
            for row in table.lines:
                yield from _row(row)
        told: dict[tuple[str, str], list[Spoken]] = {}
        for one in spoken(report):
            if (
                one.kind in _SPOKEN
                and one.target
                and not _COUNTED.search(one.target)
                and (one.part == "goal" or one.actual)
            ):
                told.setdefault((one.kind, one.target), []).append(one)
        for (kind, target), group in told.items():
            yield _unquantified(f"{kind}指标", target, tuple(one.place() for one in group))


def _row(row: IndicatorRow) -> Iterator[Found]:
    target = row.cells.get("target")
    if target is None or target.parsed.is_nothing or not row.name or not set(kinds_of(row)) & set(_MEASURED):
        return
    if not _COUNTED.search(target.flat):
        yield _unquantified(row.shown, target.flat, (row.place("target"), row.place("name")))


def _unquantified(name: str, target: str, places: tuple[Place, ...]) -> Found:
    return Found(
        f"“{name}”未量化。",
        f"指标值“{target[:40]}”中没有数字",
        places,
        "数量和成本指标请尽量用数字表示，如 1200人、不超过10万元",
    )


KIND = Kind(
    "I06",
    "数量成本指标量化",
    Severity.HINT,
    "财预〔2015〕88号",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
    paper=check_paper,
)
