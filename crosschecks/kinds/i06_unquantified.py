"""I06 数量、成本指标量化: a target of these kinds has a number in it (财预〔2015〕88号“细化量化” [知]；财预〔2021〕101号 [知])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.params import texts
from crosschecks.rule import Context, Found, Kind, Severity
from factbook.book import IndicatorFact
from values.number import parse_number
from values.text import fold_width
from values.units import UNIT_PATTERN
from values.vocabulary import Level1

_COUNTED: Final = re.compile(rf"\d|[一二两三四五六七八九十百千]+{UNIT_PATTERN}")
_MEASURED: Final = ("数量", "成本")


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
)
