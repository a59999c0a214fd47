"""S15 评分公式系数=分值 (地方评分说明 “4-…×4”): full marks in a scoring formula are the line's points.

得分=N-…×M: both N and M are the points. A formula with a single factor (…×100%×8) has the points as its factor; one of several terms has
them as the sum of its factors. Formulas that name 指标分值 instead of a figure are right by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from crosschecks.rule import Dossier, Found, IndicatorRow, Kind, Place, Profile, Sentence, Severity, plain, points

_FORMULA: Final = re.compile(r"得分=(?:(?P<from>\d+(?:\.\d+)?)-)?(?P<rest>[^。；]*)")
_NAMED: Final = re.compile(r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{3,16}?)(?=得分=)")
_FACTOR: Final = re.compile(r"[×*](\d+(?:\.\d+)?)(?![\d.%])")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every line with points and a formula, in its own column or told in prose with the line's name."""
    for report in dossier.reports:
        rows = {row.name: row for table in report.indicators for row in table.lines if row.number("weight")}
        for row in rows.values():
            standard = row.cells.get("standard")
            for match in _FORMULA.finditer(standard.folded.text) if standard is not None else ():
                shown = standard.folded.quote(*match.span()) if standard is not None else ""
                yield from _compared(row, match, row.place("standard", shown))
                break
        for sentence in report.sentences:
            if "得分=" in sentence.text:
                yield from _in_prose(sentence, rows)


def _in_prose(sentence: Sentence, rows: Mapping[str, IndicatorRow]) -> Iterator[Found]:
    """完成及时率得分=…×100%×6."""
    for match in _NAMED.finditer(sentence.text):
        row = rows.get(match["name"])
        own = row is not None and (sentence.cell is None or sentence.cell is not row.cells.get("standard"))
        formula = _FORMULA.match(sentence.text, match.end("name"))
        if row is not None and own and formula is not None:
            yield from _compared(row, formula, sentence.place(match.start(), formula.end(), "评分公式"))


def _compared(row: IndicatorRow, match: re.Match[str], place: Place) -> Iterator[Found]:
    weight = row.number("weight")
    factors = [Decimal(factor) for factor in _FACTOR.findall(match["rest"])]
    whole = [Decimal(match["from"])] if match["from"] else []
    wrong = [value for value in whole if value != weight]
    if factors and sum(factors) != weight and (len(factors) == 1 or whole):
        wrong += [factor for factor in factors if factor != weight]
    if not wrong or not weight:
        return
    yield Found(
        f"“{row.shown}”分值{points(weight)}，公式却按{'、'.join(points(value) for value in dict.fromkeys(wrong))}计算。",
        f"公式中的满分{'、'.join(plain(value) for value in (*whole, *factors))}，分值{plain(weight)}",
        (place, row.place("weight")),
        f"请将公式中的满分改为{plain(weight)}，或核对分值",
    )


KIND = Kind("S15", "评分公式系数=分值", Severity.ERROR, "地方评分说明", paper=check_paper)
