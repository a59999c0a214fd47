"""S05 总得分: the filed total is the sum of the lines' scores (财预〔2020〕10号第十六条 [知]); “其中” rows do not count twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from crosschecks.params import number, text, texts
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    IndicatorTable,
    Kind,
    Profile,
    Report,
    Severity,
    addition,
    points,
)
from values.number import parse_number

TOLERANCE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes added, path of the filed total, tolerance in points."""

    of: tuple[str, ...]
    total: str
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """The filed total against the sum; nothing filed, nothing to say."""
    filed = parse_number(context.book.raw(params.total)).value
    lines = list(context.lines(params.of))
    parts = [line.self_points for line in lines if line.self_points is not None]
    total = sum(parts, Decimal(0))
    if filed is None or not parts or abs(filed - total) <= params.tolerance:
        return
    yield Found(
        f"得分合计应为{points(total)}，填报{points(filed)}。",
        f"{addition(parts)}，填报{points(filed)}",
        (context.place(params.total), *(context.place(line.path) for line in lines)),
        "请核对各行得分；合计留空时由系统自动加总",
        pending=len(parts) < len(lines),
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every table's row of totals and rows of subtotals; the score of 预算执行率 may stand in the funds table."""
    for report in dossier.reports:
        for table in report.indicators:
            if "score" in table.roles:
                yield from _whole(report, table)
                yield from _subtotals(table)


def _whole(report: Report, table: IndicatorTable) -> Iterator[Found]:
    stated = table.total.number("score") if table.total else None
    lines = [(row, score) for row in table.lines if (score := row.number("score")) is not None]
    missing = [row for row in table.lines if row.number("weight") and row.number("score") is None]
    if table.total is None or stated is None or len(lines) < 2 or missing:
        return
    parts = [-abs(score) if "扣分" in row.level1_name else score for row, score in lines]
    total = sum(parts, Decimal(0))
    execution = _execution(report)
    if min(abs(stated - total), abs(stated - total - execution)) <= TOLERANCE:
        return
    shown = [*([execution] if execution else []), *parts]
    due = sum(shown, Decimal(0))
    yield Found(
        f"得分合计应为{points(due)}，填报{points(stated)}。",
        f"{addition(shown)}，填报{points(stated)}",
        (table.total.place("score"), *(row.place("score") for row, _ in lines)),
        "请核对各行得分与合计",
    )


def _execution(report: Report) -> Decimal:
    scores = (funds.written(funds.total, "score") for funds in report.funds if funds.total is not None)
    return next((score for score in scores if score is not None), Decimal(0))


def _subtotals(table: IndicatorTable) -> Iterator[Found]:
    """A level's own row against the rows below it."""
    for row in table.rows:
        stated = row.number("score") if row.kind == "subtotal" else None
        below = [other for other in table.lines if other.level1 is row.level1]
        scores = [score for other in below if (score := other.number("score")) is not None]
        if stated is None or len(scores) < len(below) or not scores or abs(sum(scores) - stated) <= TOLERANCE:
            continue
        yield Found(
            f"“{row.shown}”得分合计应为{points(sum(scores, Decimal(0)))}，填报{points(stated)}。",
            f"{addition(scores)}，填报{points(stated)}",
            (row.place("score"), *(other.place("score") for other in below)),
            "请核对小计与各行得分",
        )


KIND = Kind(
    "S05",
    "总得分等于各行之和",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"of": texts, "total": text, "tolerance": number},
    check,
    frozenset({"of", "total"}),
    paper=check_paper,
)
