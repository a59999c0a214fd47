"""F14 执行率偏低须说明: a low rate has a reason, a very low one measures too (财预〔2020〕10号第二十六条 [知]；遂宁表注90% [种]).

On paper the form's own note is no reason. A cause told anywhere in the report counts; so does any measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks.params import ParamError, expression, number, text
from crosschecks.rates import rate_name, reckoned, sources
from crosschecks.reports.funds import FundsTable
from crosschecks.reports.grounds import explains_shortfall, tells_measures, told_reason
from crosschecks.reports.kit import PARAGRAPH, windows
from crosschecks.reports.together import companions
from crosschecks.rule import Context, Dossier, Figure, Found, Kind, Place, Profile, Report, Severity, plain
from crosschecks.wording import percent, share
from values.blank import is_blank

_BASES: Final = ("adjusted", "initial", "planned", "issued", "received")
_PLAUSIBLE: Final = Decimal("0.2")  # a smaller share is of another thing
_RATE: Final = re.compile(r"(?:预算|资金)?(?:执行|支出|支付)(?:率|进度)(?:为|仅为|仅|达|达到|：|是)?$")
_NO_RATE: Final = re.compile(r"目标|不低于|应达|计划|上年|去年|季度|上半年|月底|月末|政府采购|指标值")


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
    """Every table of funds; in prose every execution rate, and money of which nothing was spent."""
    for group in companions(dossier):
        excused, measured = explains_shortfall(group), tells_measures(group)
        for report in group:
            for table in report.funds:
                yield from _in_table(table, profile, excused=excused, measured=measured)
            if not any(table.overall("spent") for table in report.funds):
                yield from _in_words(report, profile, excused=excused, measured=measured)


def _in_table(table: FundsTable, profile: Profile, *, excused: bool, measured: bool) -> Iterator[Found]:
    spent = table.overall("spent")
    stage = next((stage for stage in _BASES if table.overall(stage)), "")
    base = table.overall(stage) if stage else None
    if spent is None or base is None or base[0] <= 0:
        return
    rate, told = spent[0] / base[0], told_reason(table)
    reason = bool(told and told[0]) or excused
    missing = _words(rate, profile, reason=reason, measured=measured)
    if missing:
        rows = ((spent[1][0], "spent"), (base[1][0], stage))
        shown = [row.cells[name].flat for row, name in rows]
        places: tuple[Place, ...] = tuple(table.place(row, name) for row, name in rows)
        where = (*places, told[1]) if told is not None else places
        yield _lacking(rate, missing, f"{shown[0]}÷{shown[1]}＝{percent(rate)}", where)


def _in_words(report: Report, profile: Profile, *, excused: bool, measured: bool) -> Iterator[Found]:
    """The first rate of the report that is low, and lacks what it asks for."""
    for figure in report.register.figures:
        if figure.unit == "%" and figure.number.exact and not figure.last and _is_rate(figure, report.year):
            rate = figure.value / 100
            if missing := _words(rate, profile, reason=excused, measured=measured):
                yield _lacking(rate, missing, f"{figure.shown}＜{share(profile.low_execution)}", (figure.place(),))
            return
    yield from _by_amounts(report, profile, excused=excused, measured=measured)


def _by_amounts(report: Report, profile: Profile, *, excused: bool, measured: bool) -> Iterator[Found]:
    """预算500万元，支出380万元, and no rate anywhere: the first stretch that tells both."""
    for window in windows(report):
        spent, wholes = window.of("spent"), next((w for name in _BASES[:3] if (w := window.of(name))), [])
        if window.width > PARAGRAPH or report.kind != "project":
            return
        if window.scope or len({f.value for f in spent}) != 1 or len({f.value for f in wholes}) != 1:
            continue
        paid, whole = spent[0], wholes[0]
        if whole.value and paid.number.exact and whole.number.exact:
            rate = paid.value / whole.value
            if missing := _words(rate, profile, reason=excused, measured=measured):
                yield _lacking(
                    rate, missing, f"{paid.shown}÷{whole.shown}＝{percent(rate)}", (paid.place(), whole.place())
                )
            return


def _is_rate(figure: Figure, year: int) -> bool:
    before = figure.sentence.text[figure.sentence.clause(figure.number.start)[0] : figure.number.start]
    if _NO_RATE.search(before) or (figure.year and year and figure.year != year):
        return False
    return bool(_RATE.search(before)) or (figure.value == 0 and before.endswith(("完成预算的", "完成预算")))


def _words(rate: Decimal, profile: Profile, *, reason: bool, measured: bool) -> str:
    """What a rate asks for and is not told."""
    asked = [("原因", reason)] if rate < profile.low_execution else []
    asked += [("改进措施", measured)] if rate < profile.poor_execution else []
    return "和".join(word for word, told in asked if not told)


def _lacking(rate: Decimal, missing: str, reckoned_as: str, places: tuple[Place, ...]) -> Found:
    return Found(f"执行率{percent(rate)}，请说明{missing}。", reckoned_as, places, f"写明{missing}")


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
