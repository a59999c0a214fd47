"""S01 分值合计: full marks of the lines add up to the form's total (财预〔2020〕10号第十六、十八条 [知]；多地表注统一权重 [证])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.reports.funds import FundsTable
from crosschecks.reports.told_points import parts_of
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    IndicatorTable,
    Kind,
    Place,
    Profile,
    Report,
    Severity,
    addition,
    number,
    points,
    texts,
)
from scoring.sheet import ScoreLine

_TWO: Final = 2
_LEVELS: Final = frozenset(
    {"决策", "过程", "产出", "效益", "满意度", "预算执行", "预算执行率"}
)  # none is part of another


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes whose lines are added, the total they must reach, tolerance in points."""

    of: tuple[str, ...]
    total: Decimal
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Weights typed so far against the total; below the total it may be that rows are still to come."""
    lines = list(context.lines(params.of))
    weights = [line.of for line in lines if line.of is not None]
    total = sum(weights, Decimal(0))
    if not weights or abs(total - params.total) <= params.tolerance:
        return
    places = tuple(_place(context, line) for line in lines)
    gap = params.total - total
    remedy = f"还差{points(gap)}，请核对各行权重或补填指标" if gap > 0 else f"多出{points(-gap)}，请核对各行权重"
    yield Found(
        f"分值合计为{points(total)}，应为{points(params.total)}。",
        f"{addition(weights)}，应为{points(params.total)}",
        places,
        remedy,
        pending=gap > 0,
    )


def _place(context: Context, line: ScoreLine) -> Place:
    """The weight typed into a row; for a leaf the points the form gives it."""
    if context.row(line):
        return context.place(f"indicators.{line.key}.weight")
    return context.place(line.path, points(line.of or Decimal(0)))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every table that gives points to all its lines; the points of 预算执行率 stand in the funds table or in a row of their own."""
    for report in dossier.reports:
        yield from _in_prose(report, profile)
        for table in report.summed:
            if "weight" in table.roles:
                yield from _table(report, table, profile)


def _table(report: Report, table: IndicatorTable, profile: Profile) -> Iterator[Found]:
    lines = [(row, weight) for row in table.lines if (weight := row.number("weight")) is not None]
    total = sum((weight for _, weight in lines), Decimal(0))
    stated = table.total.number("weight") if table.total else None
    due = stated or profile.total
    execution = _execution(report)
    wholes = {total, total + execution}
    # Points of 100 are given to four lines or more; a few figures under 分值 are something else.
    if len(lines) < 4 or not Decimal("0.5") <= total / profile.total <= Decimal("1.5") or due in wholes:
        return
    if table.weighs_all is not None and table.weighs_all == total:
        return
    if _levels_make(table, due):
        return  # a level that its lines do not make up is told as such (S02)
    shown = total + (execution if total < due else 0)
    extra = f"＋预算执行率{points(execution)}" if shown != total else ""
    stated_at = (table.total.place("weight"),) if table.total and stated is not None else ()
    yield Found(
        f"分值合计为{points(shown)}，应为{points(due)}。",
        f"{addition([weight for _, weight in lines])}{extra}，应为{points(due)}",
        (*stated_at, *(row.place("weight") for row, _ in lines)),
        f"请核对各行分值，使合计为{points(due)}",
    )


def _levels_make(table: IndicatorTable, due: Decimal) -> bool:
    """Do the points printed on the levels' own rows (产出：|30) come to the total?"""
    levels = [weight for row in table.rows if row.kind == "subtotal" and (weight := row.number("weight")) is not None]
    return len(levels) > 1 and sum(levels) == due


def _in_prose(report: Report, profile: Profile) -> Iterator[Found]:
    """Full marks of the levels told in prose; less than all may be told, more than all cannot be."""
    parts = [part for parts in parts_of(report).values() for part in parts if part.full is not None]
    full = [part.full for part in parts if part.full is not None]
    total = sum((figure.value for figure in full), Decimal(0))
    single = len({part.name for part in parts}) == len(parts) and all(part.name in _LEVELS for part in parts)
    if single and len(full) > _TWO and profile.total < total <= profile.total * _TWO:
        yield Found(
            f"分值合计为{points(total)}，应为{points(profile.total)}。",
            f"{addition([figure.value for figure in full])}，应为{points(profile.total)}",
            tuple(figure.place() for figure in full),
            f"请核对各部分分值，使合计为{points(profile.total)}",
        )


def _execution(report: Report) -> Decimal:
    """Points that the funds table gives to 预算执行率."""
    found = (_weight(funds) for funds in report.funds)
    return next((weight for weight in found if weight is not None), Decimal(0))


def _weight(funds: FundsTable) -> Decimal | None:
    total = funds.total
    return (funds.written(total, "weight") if total else None) or funds.weighs


KIND = Kind(
    "S01",
    "分值合计",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"of": texts, "total": number, "tolerance": number},
    check,
    frozenset({"of", "total"}),
    paper=check_paper,
)
