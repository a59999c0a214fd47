"""S05 总得分: the filed total is the sum of the lines' scores (财预〔2020〕10号第十六条 [知]); “其中” rows do not count twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from crosschecks.params import number, text, texts
from crosschecks.rule import Context, Found, Kind, Severity, addition, points
from values.number import parse_number


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


KIND = Kind(
    "S05",
    "总得分等于各行之和",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"of": texts, "total": text, "tolerance": number},
    check,
    frozenset({"of", "total"}),
)
