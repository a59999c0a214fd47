"""S01 分值合计: full marks of the lines add up to the form's total (财预〔2020〕10号第十六、十八条 [知]；多地表注统一权重 [证])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from crosschecks.params import number, texts
from crosschecks.rule import Context, Found, Kind, Place, Severity, addition, points
from scoring.sheet import ScoreLine


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


KIND = Kind(
    "S01",
    "分值合计",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"of": texts, "total": number, "tolerance": number},
    check,
    frozenset({"of", "total"}),
)
