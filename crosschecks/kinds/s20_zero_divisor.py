"""S20 分母为零的率: what cannot be reckoned is no full marks by itself, it needs its own grounds (遂宁采购执行率、一次性项目 [种]).

On paper: a score reckoned by a formula with ÷, while the unit's own words say that what is divided by is 0 (政府采购支出总额0万元).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.shared import common_run
from crosschecks.rule import (
    Context,
    Dossier,
    Figure,
    Found,
    IndicatorRow,
    Kind,
    Profile,
    Report,
    Severity,
    is_blank,
    points,
    texts,
)

_DIVISOR: Final = re.compile(r"÷[（(]?([^÷×*+＋；。，]{2,40})")
_WHOLE: Final = re.compile(r"总数|总额|总金额|总预算|预算数|数量|个数|合计")
_COMMON: Final = re.compile(
    r"部门|单位|预算|决算|执行|绩效|目标|财政|拨款|资金|项目|支出|金额|总数|总额|数量|个数|分析|情况|指标|合计|实际|支付|全年|年度|当年|该类|本年"
)
_LEAST: Final = 3
_REACH: Final = 30  # characters before the figure that name it
_NEAR: Final = 6
_SHOWN: Final = 4
_EXCUSED: Final = re.compile(r"不适用|未发生|没有发生|无此|按满分|默认满分|不涉及")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes looked at."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Lines that do not apply, with points the unit gave itself and no word about why."""
    for line in context.lines(params.of):
        if line.award.status != "not_applicable" or not line.self_points or not is_blank(line.reason):
            continue
        yield Found(
            f"“{context.name(line)}”分母为0，不能计算，自评{points(line.self_points)}，请按不适用处理并说明。",
            line.award.because.reckoning(),
            (context.place(context.reason_path(line)), context.place(line.path)),
            "写明为什么不适用、按什么给分",
            pending=True,
        )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """The unit's table of scores against what its reports say is 0; one finding for each such figure."""
    own = [report for report in dossier.reports if report.kind != "project"]
    zeros = [figure for report in own for figure in report.register.figures if _is_nothing(figure)]
    rows = [row for report in own for row in _reckoned(report)]
    for figure in zeros:
        hit = [row for row in rows if _divides_by(row, figure)]
        if hit:
            rows = [row for row in rows if row not in hit]
            names = "、".join(f"“{row.shown}”" for row in hit[:_SHOWN])
            yield Found(
                f"{names}{f'等{len(hit)}项' if len(hit) > _SHOWN else ''}分母为0，不能计算，请按不适用处理并说明。",
                f"{figure.place().quote}，÷0不能计算，仍得{'、'.join(row.text('score') for row in hit)}分",
                (*(row.place("score") for row in hit), figure.place()),
                "写明为什么不适用、按什么给分",
            )


def _is_nothing(figure: Figure) -> bool:
    return (
        figure.value == 0 and figure.role == "amount" and figure.number.exact and not figure.last and figure.unit != "%"
    )


def _reckoned(report: Report) -> Iterator[IndicatorRow]:
    """Lines with points that a formula gives and no word about another ground."""
    for table in report.indicators:
        for row in table.lines:
            formula = row.text("standard") + row.text("explain")
            if row.number("score") and "÷" in formula and not _EXCUSED.search(formula + row.text("reason")):
                yield row


def _divides_by(row: IndicatorRow, figure: Figure) -> bool:
    """Does a divisor of the formula speak of the very thing that is 0, as a whole?"""
    sentence = figure.sentence
    at = sentence.start + figure.number.start
    topic = sentence.block.source.text[max(0, at - _REACH) : at]
    if not _WHOLE.search(topic[-_NEAR:]):
        return False
    shorn = _COMMON.sub("，", topic)
    return any(
        _WHOLE.search(divisor) and len(common_run(shorn, _COMMON.sub("。", divisor))) >= _LEAST
        for divisor in _DIVISOR.findall(row.text("standard") + row.text("explain"))
    )


KIND = Kind(
    "S20",
    "分母为零的率",
    Severity.WARNING,
    "地方表注",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
