"""S18 扣分项与所述问题: whoever tells of problems takes points off where the form says so (遂宁整体表“每有一个问题点扣1分” [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from crosschecks.params import text, texts
from crosschecks.rule import Context, Found, Kind, Severity, points
from values.blank import is_blank


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes whose leaves take points off, path of the problems told in words."""

    of: tuple[str, ...]
    problems: str = ""


def check(context: Context, params: Params) -> Iterator[Found]:
    """No points taken off, though problems are counted or told."""
    lines = list(context.lines(params.of))
    if any(line.self_points for line in lines):
        return
    due = -sum((line.award.points or Decimal(0) for line in lines), Decimal(0))
    told = context.book.raw(params.problems).strip() if params.problems else ""
    places = tuple(context.place(line.path) for line in lines)
    if due > 0:
        yield Found(
            f"填报的问题应扣{points(due)}，扣分项没有相应扣分。",
            "；".join(line.award.because.reckoning() for line in lines if line.award.points),
            places,
            "请在扣分项填负数，如 -1；不应扣分的，请核对问题数",
            pending=True,
        )
    elif not is_blank(told):
        yield Found(
            f"“{context.label(params.problems)}”写有问题，扣分项没有相应扣分。",
            "扣分项合计0分",
            (context.place(params.problems, told[:30]), *places),
            "请按问题个数在扣分项填负数；所写不属于扣分项规定的问题的，请说明理由",
            pending=all(line.self_points is None for line in lines),
        )


KIND = Kind(
    "S18",
    "扣分项与所述问题",
    Severity.ERROR,
    "地方表注",
    Params,
    {"of": texts, "problems": text},
    check,
    frozenset({"of"}),
)
