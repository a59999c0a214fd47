"""S11 未达标却满分: the target is not reached, yet the self score is full marks (财预〔2020〕10号第十六条 [知])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosschecks.params import texts
from crosschecks.rule import Context, Found, Kind, Severity, points
from crosschecks.shortfall import falls_short


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes looked at."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Lines with full self marks whose figures fall short."""
    for line in context.lines(params.of):
        if line.self_points is None or line.self_points != line.of or not falls_short(context, line):
            continue
        row = context.row(line)
        figures = f"（{row.actual}／{row.target}）" if row else ""
        yield Found(
            f"“{context.name(line)}”未完成目标{figures}却得满分。",
            f"{line.award.because.reckoning()}；填报{points(line.self_points)}",
            (context.place(line.path), *context.figures(line)),
            "请按完成比例扣分并写明原因，或核对完成值",
        )


KIND = Kind("S11", "未达标却满分", Severity.ERROR, "财预〔2020〕10号", Params, {"of": texts}, check, frozenset({"of"}))
