"""U02 缺单位: an amount in prose, or a figure of an indicator, without a unit of measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.rule import Dossier, Figure, Found, IndicatorTable, Kind, Profile, Severity
from values.number import parse_number

_AMOUNT: Final = re.compile(
    r"(?:支出|收入|预算|决算|资金|金额|经费|拨款|补助|补贴|总额|合计|结余|投资)(?:数|额|总额|总计|决算数|预算数)?$"
)
_TAIL: Final = re.compile(r"^[，。；、）\n]|^$")
_UNITLESS: Final = re.compile(r"率|比例|比重|占比|得分|满意度|系数|指数|次数")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Amounts with two decimals behind a word for money; indicators whose target and actual are bare figures."""
    for report in dossier.reports:
        for figure in report.register.figures:
            if figure.sentence.cell is None and _is_bare_amount(figure):
                yield Found(
                    f"“{figure.label}”{figure.shown}缺少计量单位。",
                    f"{figure.shown}后没有单位",
                    (figure.place(),),
                    "请补写单位（元或万元）",
                )
        for table in report.indicators:
            if {"target", "actual"} <= table.roles and "unit" not in table.roles:
                yield from _rows(table)


def _is_bare_amount(figure: Figure) -> bool:
    number = figure.number
    tail = figure.sentence.text[number.end : number.end + 1]
    exponent = number.written.as_tuple().exponent
    cents = isinstance(exponent, int) and exponent == -2
    return not number.unit and number.scale == 1 and cents and bool(_AMOUNT.search(figure.label) and _TAIL.match(tail))


def _rows(table: IndicatorTable) -> Iterator[Found]:
    for row in table.lines:
        target, actual = row.text("target"), row.text("actual")
        bare = [parse_number(text) for text in (target, actual)]
        if any(number.value is None or number.unit or number.multiplier != 1 for number in bare) or _UNITLESS.search(
            row.shown
        ):
            continue
        yield Found(
            f"“{row.shown}”缺少计量单位。",
            f"目标值{target}、完成值{actual}都没有单位",
            (row.place("target"), row.place("actual"), row.place("name")),
            "请写明目标值和完成值的单位",
        )


KIND = Kind("U02", "缺单位", Severity.WARNING, "公文数值写法", paper=check_paper)
