"""S15 评分公式系数=分值 (地方评分说明 “4-…×4”): full marks in a scoring formula are the line's points.

得分=N-…×M: both N and M are the points. A formula with a single factor (…×100%×8) has the points as its factor; one of several terms has
them as the sum of its factors. Formulas that name 指标分值 instead of a figure are right by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.rule import Dossier, Found, IndicatorRow, Kind, Profile, Severity, plain, points

_FORMULA: Final = re.compile(r"得分=(?:(?P<from>\d+(?:\.\d+)?)-)?(?P<rest>[^。；]*)")
_FACTOR: Final = re.compile(r"[×*](\d+(?:\.\d+)?)(?![\d.%])")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every line with points and a formula."""
    for report in dossier.reports:
        for table in report.indicators:
            for row in table.lines:
                yield from _line(row)


def _line(row: IndicatorRow) -> Iterator[Found]:
    weight = row.number("weight")
    match = _FORMULA.search(row.text("standard"))
    if not weight or match is None:
        return
    factors = [Decimal(factor) for factor in _FACTOR.findall(match["rest"])]
    whole = [Decimal(match["from"])] if match["from"] else []
    wrong = [value for value in whole if value != weight]
    if factors and sum(factors) != weight and (len(factors) == 1 or whole):
        wrong += [factor for factor in factors if factor != weight]
    if not wrong:
        return
    standard = row.cells["standard"]
    at = standard.folded.text.index(match.group())
    shown = standard.folded.quote(at, at + len(match.group()))
    yield Found(
        f"“{row.shown}”分值{points(weight)}，公式却按{'、'.join(points(value) for value in dict.fromkeys(wrong))}计算。",
        f"公式中的满分{'、'.join(plain(value) for value in (*whole, *factors))}，分值{plain(weight)}",
        (standard.place(f"“{row.shown}”评分说明", shown), row.place("weight")),
        f"请将公式中的满分改为{plain(weight)}，或核对分值",
    )


KIND = Kind("S15", "评分公式系数=分值", Severity.ERROR, "地方评分说明", paper=check_paper)
