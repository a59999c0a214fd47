"""F13 年中调整须说明: a budget changed during the year has a reason (遂宁自评表注“年中发生预算调整的，应单独说明理由” [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks.params import expression, number, text
from crosschecks.reports.funds import FundRow, FundsTable
from crosschecks.reports.grid import GridCell
from crosschecks.reports.reasons import change_told, reason_in, reasons_column
from crosschecks.rule import Context, Dossier, Found, Kind, Profile, Severity, plain
from crosschecks.wording import money, percent, signed
from values.blank import is_blank
from values.ratio import ratio

_WAN: Final = Decimal(10_000)
_LEAST: Final = Decimal(50)  # yuan


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


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Funds tables whose adjusted budget is another than the first one, without a reason in the table or in the prose."""
    for group in dossier.groups:
        for report in group:
            for funds in report.funds:
                before, after = funds.overall("initial"), funds.overall("adjusted")
                if before is None or after is None or abs(before[0] - after[0]) < _LEAST:
                    continue
                cells = reasons_column(funds)
                if not any(reason_in(cell) for cell in cells) and not change_told(group):
                    yield _on_paper(funds, (before, after), cells, profile)


def _on_paper(
    funds: FundsTable,
    told: tuple[tuple[Decimal, list[FundRow]], tuple[Decimal, list[FundRow]]],
    cells: list[GridCell],
    profile: Profile,
) -> Found:
    (before, first), (after, adjusted) = told
    share = (after - before) / before if before else None
    large = bool(cells) and (share is None or abs(share) >= profile.adjusted_much)
    rate = f"{'追加' if after > before else '调减'}{percent(abs(share))}" if share is not None else "原为0"
    return Found(
        f"预算由{plain(before / _WAN)}万元调整为{plain(after / _WAN)}万元（{rate}），没有说明理由。",
        f"{plain(after / _WAN)}－{plain(before / _WAN)}＝{plain((after - before) / _WAN)}万元，{rate}",
        (
            *(cell.place("原因") for cell in cells[:1] if cell.text),
            *(funds.place(row, "adjusted") for row in adjusted),
            *(funds.place(row, "initial") for row in first),
        ),
        "写明追加或调减的依据和原因",
        severity=None if large else Severity.WARNING,
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
    paper=check_paper,
)
