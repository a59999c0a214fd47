"""F14 执行率偏低须说明: a low rate has a reason, a very low one measures too (财预〔2020〕10号第二十六条 [知]；遂宁表注90% [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks.params import ParamError, expression, number, text
from crosschecks.rates import rate_name, reckoned, sources
from crosschecks.reports.reasons import low_rate_told, reason_in, reasons_column
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Severity, plain
from crosschecks.wording import percent, share
from values.blank import is_blank

_BASES: Final = ("adjusted", "planned", "initial", "received")
_WAN: Final = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Params:
    """参数: rate, share below which a reason is asked, its path; the same for measures; 字数 the form allows (0: any)."""

    rate: Expression
    below: Decimal
    reason: str
    measures_below: Decimal | None = None
    measures: str = ""
    limit: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        """Refuse a bound for measures that nobody asks for."""
        if self.measures_below is not None and not self.measures:
            raise ParamError("参数 measures_below 须与 measures 同时写：改进措施写在哪个位置，如 text.measures")


def check(context: Context, params: Params) -> Iterator[Found]:
    """What a low rate asks for and is not there; an unknown rate asks for nothing."""
    rate = context.number(params.rate)
    if rate is None or rate >= params.below:
        return
    asked, bound = [("原因", params.reason)], params.below
    if params.measures and (rate == 0 or rate < (params.measures_below or 0)):
        asked.append(("改进措施", params.measures))
        bound = params.measures_below or params.below
    missing = [(word, path) for word, path in asked if is_blank(context.book.raw(path))]
    if missing:
        yield _missing(context, params, missing, rate, bound)
    if params.limit and len(context.book.raw(params.reason).strip()) > params.limit:
        yield _too_long(context, params)


def _missing(context: Context, params: Params, missing: list[tuple[str, str]], rate: Decimal, bound: Decimal) -> Found:
    words = "和".join(word for word, _ in missing)
    told = f"{percent(rate)}，低于{share(bound)}，请说明{words}" if rate else f"为0，请专项说明{words}"
    allowed = f"（原因{plain(params.limit)}字以内）" if params.limit and missing[0][0] == "原因" else ""
    return Found(
        f"{rate_name(context, params.rate)}{told}。",
        f"{reckoned(context, params.rate)}＝{percent(rate)}＜{share(bound)}",
        (*(context.place(path) for _, path in missing), *sources(context, params.rate)),
        f"写明{words}{allowed}",
        pending=True,
    )


def _too_long(context: Context, params: Params) -> Found:
    length = len(context.book.raw(params.reason).strip())
    return Found(
        f"“{context.label(params.reason)}”共{length}字，表样要求{plain(params.limit)}字以内。",
        f"{length}＞{plain(params.limit)}",
        (context.place(params.reason),),
        "请压缩文字，只留主要原因",
        severity=Severity.HINT,
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Funds tables whose whole is spent at a low rate, without a reason in the table or in the prose."""
    for group in dossier.groups:
        for report in group:
            for funds in report.funds:
                spent = funds.overall("spent")
                base = next((stage for stage in _BASES if funds.overall(stage)), "")
                budget = funds.overall(base) if base else None
                if spent is None or budget is None or budget[0] <= 0 or spent[0] / budget[0] >= profile.low_execution:
                    continue
                cells = reasons_column(funds)
                if not any(reason_in(cell) for cell in cells) and not low_rate_told(group):
                    places = (
                        *(cell.place("原因") for cell in cells[:1] if cell.text),
                        *(funds.place(row, "spent") for row in spent[1]),
                        *(funds.place(row, base) for row in budget[1]),
                    )
                    yield _low(spent[0], budget[0], places, profile, asked=bool(cells))


def _low(spent: Decimal, budget: Decimal, places: tuple[Place, ...], profile: Profile, *, asked: bool) -> Found:
    rate = spent / budget
    what = "原因和改进措施" if rate < profile.poor_execution else "原因"
    return Found(
        f"预算执行率{percent(rate)}，低于{share(profile.low_execution)}，没有说明{what}。"
        if rate
        else f"预算没有执行，没有说明{what}。",
        f"{plain(spent / _WAN)}÷{plain(budget / _WAN)}＝{percent(rate)}＜{share(profile.low_execution)}",
        places,
        f"写明{what}",
        severity=None if asked else Severity.WARNING,
    )


KIND = Kind(
    "F14",
    "执行率偏低须说明",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {
        "rate": expression,
        "below": number,
        "reason": text,
        "measures_below": number,
        "measures": text,
        "limit": number,
    },
    check,
    frozenset({"rate", "below", "reason"}),
    paper=check_paper,
)
