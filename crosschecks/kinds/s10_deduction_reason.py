"""S10 扣分须有原因: a self score below full marks has a reason that says something (财预〔2020〕10号第十一条、附件1末列 [知])."""

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
    """Every line that lost points; 无, 0 and - are no reasons."""
    for line in context.lines(params.of):
        if not line.of or line.self_points is None or line.self_points >= line.of or not is_blank(line.reason):
            continue
        lost = line.of - line.self_points
        yield Found(
            f"“{context.name(line)}”扣{points(lost)}，请填写偏差原因及改进措施。",
            f"{points(line.of)}－{points(line.self_points)}＝{points(lost)}",
            (context.place(context.reason_path(line)), context.place(line.path)),
            "写明为什么没有完成、下一步怎么做",
            pending=True,
        )


KIND = Kind("S10", "扣分须有原因", Severity.ERROR, "财预〔2020〕10号", Params, {"of": texts}, check, frozenset({"of"}))
