"""S19 总分无明细: a total score without any score below it (地方表式：临湘表 [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosschecks.rule import Context, Found, Kind, Severity, points


@dataclass(frozen=True, slots=True)
class Params:
    """参数: none."""


def check(context: Context, _params: Params) -> Iterator[Found]:
    """One line in the whole score table, scored by hand: nobody can reckon it again."""
    total, lines = context.sheet.self_total, context.sheet.lines
    if total is None or len(lines) != 1 or context.row(lines[0]) is not None:
        return
    leaf = context.leaf(lines[0])
    if leaf is None or leaf.rule is None or leaf.rule.kind != "manual":
        return
    yield Found(
        f"综合得分{points(total)}没有评分明细支撑。",
        f"表上只有综合得分{points(total)}，没有各项指标的分值和得分",
        (context.place(lines[0].path),),
        "请留存评分底稿，并在报告中写明扣分的依据",
    )


KIND = Kind("S19", "总分无明细", Severity.ERROR, "地方表式", Params, {}, check)
