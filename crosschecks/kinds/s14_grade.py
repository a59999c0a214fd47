"""S14 等次与得分: the filed grade is the one its score gives (财预〔2020〕10号第十八条 [知]；财政部预算司统一口径 [证])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosschecks.params import text
from crosschecks.rule import Context, Found, Kind, Severity, points


@dataclass(frozen=True, slots=True)
class Params:
    """参数: paths of the total and of the filed grade."""

    score: str
    grade: str


def check(context: Context, params: Params) -> Iterator[Found]:
    """The filed grade against the bands; nothing filed or not yet scored through, nothing to say."""
    filed = context.book.raw(params.grade).strip()
    total, due = context.sheet.self_total, context.sheet.grade_derived
    if not filed or total is None or not due or filed == due:
        return
    yield Found(
        f"得分{points(total)}对应“{due}”，填报“{filed}”。",
        f"{points(total)}→{due}；填报{filed}",
        (context.place(params.grade), context.place(params.score, str(total))),
        f"请将等次改为“{due}”，或留空由系统按得分确定",
    )


KIND = Kind(
    "S14",
    "等次与得分相符",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"score": text, "grade": text},
    check,
    frozenset({"score", "grade"}),
)
