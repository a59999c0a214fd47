"""S20 分母为零的率: what cannot be reckoned is no full marks by itself, it needs its own grounds (遂宁采购执行率、一次性项目 [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosschecks.params import texts
from crosschecks.rule import Context, Found, Kind, Severity, points
from values.blank import is_blank


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


KIND = Kind("S20", "分母为零的率", Severity.WARNING, "地方表注", Params, {"of": texts}, check, frozenset({"of"}))
