"""F13 年中调整须说明: a budget changed during the year has a reason (遂宁自评表注“年中发生预算调整的，应单独说明理由” [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.expressions import Expression
from crosschecks.params import expression, number, text
from crosschecks.rule import Context, Found, Kind, Severity
from crosschecks.wording import money, percent, signed
from values.blank import is_blank
from values.ratio import ratio


@dataclass(frozen=True, slots=True)
class Params:
    """参数: budget before and after, path of the reason, share from which a change is large."""

    before: Expression
    after: Expression
    reason: str
    large: Decimal = Decimal("0.20")


def check(context: Context, params: Params) -> Iterator[Found]:
    """A change that shows on paper and is not explained; a large one, or one from nothing, is an error."""
    before, after = context.number(params.before), context.number(params.after)
    if before is None or after is None or not is_blank(context.book.raw(params.reason)):
        return
    form = context.blueprint
    if money(before, form) == money(after, form):
        return
    share = ratio(after - before, before)
    size = money(abs(after - before), form)
    rate = percent(abs(share)) if share is not None else ""
    gap = f"{money(after, form)}－{money(before, form)}＝{signed(after - before, size)}"
    shown = f"（{'追加' if after > before else '调减'}{rate}）" if rate else "（原为0）"
    yield Found(
        f"预算由{money(before, form)}调整为{money(after, form)}{shown}，请说明理由。",
        f"{gap}，{size}÷{money(before, form)}＝{rate}" if rate else f"{gap}，原为0，不能计算比例",
        (context.place(params.reason), *context.places(params.before), *context.places(params.after)),
        "写明追加或调减的依据和原因",
        severity=None if share is None or abs(share) >= params.large else Severity.WARNING,
        pending=True,
    )


KIND = Kind(
    "F13",
    "年中调整须说明",
    Severity.ERROR,
    "地方表注",
    Params,
    {"before": expression, "after": expression, "reason": text, "large": number},
    check,
    frozenset({"before", "after", "reason"}),
)
