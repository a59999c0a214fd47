"""S07 预算执行率得分: self score = min(执行÷预算, 100%) × full marks (财预〔2020〕10号附件1 [证])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks.params import expression, number, text
from crosschecks.reports.funds import STAGE_NAMES, FundsTable
from crosschecks.reports.told_points import parts_of
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Report, Severity, plain, points
from crosschecks.wording import money, percent
from values.ratio import ratio
from values.rounding import round_half_up

_OF_BUDGET: Final = re.compile(r"(?:预算|资金)执行率(?:为|是|达到?)?$")


@dataclass(frozen=True, slots=True)
class _Rate:
    """比率: its name, what is measured and what it may be measured against."""

    name: str
    part: str
    wholes: tuple[str, ...]


_EXECUTION: Final = _Rate("预算执行率", "spent", ("adjusted", "initial", "planned", "issued", "received"))
_RECEIVED: Final = _Rate("资金到位率", "received", ("planned", "adjusted", "initial", "issued"))
RATES: Final = {
    **dict.fromkeys(("预算执行率", "资金执行率", "资金使用率", "预算执行", "执行率"), _EXECUTION),
    **dict.fromkeys(("资金到位率", "到位率"), _RECEIVED),
}


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the leaf, numerator and denominator, tolerance in points."""

    of: str
    value: Expression
    over: Expression
    tolerance: Decimal = Decimal("0.1")


def check(context: Context, params: Params) -> Iterator[Found]:
    """The leaf's self score against what the rate gives."""
    spent, budget = context.number(params.value), context.number(params.over)
    rate = ratio(spent, budget)
    line = context.sheet.line(params.of)
    if rate is None or spent is None or budget is None or line is None or line.of is None or line.self_points is None:
        return
    due = round_half_up(max(min(rate, Decimal(1)), Decimal(0)) * line.of)
    if abs(line.self_points - due) <= params.tolerance:
        return
    shown = f"{money(spent, context.blueprint)}÷{money(budget, context.blueprint)}＝{percent(rate)}"
    yield Found(
        f"“{context.name(line)}”{percent(rate)}，应得{points(due)}，填报{points(line.self_points)}。",
        f"{shown}；{percent(min(rate, Decimal(1)))}×{points(line.of)}＝{points(due)}，填报{points(line.self_points)}",
        (context.place(line.path), *context.places(params.value), *context.places(params.over)),
        f"请核对执行数与预算数，或将得分改为{points(due)}",
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """The score in the funds table, and that of a line 预算执行率; any base the paper's figures allow is accepted."""
    for report in dossier.reports:
        for funds in report.funds:
            yield from _funds(funds, profile)
            if report.kind != "department" or not funds.is_of_projects:
                yield from _line(report, funds, profile)
        if not report.funds:
            yield from _by_its_rate(report, profile)
        yield from _in_prose(report, profile)


def _funds(funds: FundsTable, profile: Profile) -> Iterator[Found]:
    total = funds.total
    score = funds.written(total, "score") if total else None
    weight = (funds.written(total, "weight") if total else None) or funds.weighs
    if total is not None and score is not None and weight:
        yield from _scored(funds, (weight, score), total.cells["score"].place("预算执行率得分"), profile)


def _by_its_rate(report: Report, profile: Profile) -> Iterator[Found]:
    """A line 预算执行率 that tells its rate, in a report without a table of funds."""
    for table in report.indicators:
        for row in table.lines:
            weight, score, actual = row.number("weight"), row.number("score"), row.measure("actual")
            rate = RATES.get(row.shown)
            if not weight or score is None or rate is None or actual.number is None or actual.unit != "%":
                continue
            due = round_half_up(min(actual.number / 100, Decimal(1)) * weight)
            if abs(score - due) > profile.score:
                yield Found(
                    f"{rate.name}{plain(actual.number)}%，应得{points(due)}，填报{points(score)}。",
                    f"{plain(actual.number)}%×{points(weight)}＝{points(due)}，填报{points(score)}",
                    (row.place("score"), row.place("actual")),
                    f"请核对完成值，或将得分改为{points(due)}",
                )


def _in_prose(report: Report, profile: Profile) -> Iterator[Found]:
    """预算执行率92%，该项满分10分，得9.8分: more than the rate gives, and not simply all of it."""
    for part in (part for parts in parts_of(report).values() for part in parts):
        sentence = part.score.sentence
        rates = [f for f in report.register.in_sentence(sentence) if f.unit == "%" and _OF_BUDGET.search(f.words)]
        if part.full is None or len(rates) != 1 or "执行" not in part.name or not rates[0].number.exact:
            continue
        due = round_half_up(min(rates[0].value / 100, Decimal(1)) * part.full.value)
        if due + profile.score < part.value < part.full.value:
            yield Found(
                f"预算执行率{plain(rates[0].value)}%，应得{points(due)}，文中写{points(part.value)}。",
                f"{plain(rates[0].value)}%×{points(part.full.value)}＝{points(due)}，写{points(part.value)}",
                (part.score.place(), rates[0].place(), part.full.place()),
                f"请核对执行率，或将得分改为{points(due)}",
            )


def _line(report: Report, funds: FundsTable, profile: Profile) -> Iterator[Found]:
    for table in report.indicators:
        for row in table.lines:
            weight, score, rate = row.number("weight"), row.number("score"), RATES.get(row.shown)
            if weight and score is not None and rate is not None:
                yield from _scored(funds, (weight, score), row.place("score"), profile, rate)


def _scored(
    funds: FundsTable, given: tuple[Decimal, Decimal], place: Place, profile: Profile, rate: _Rate = _EXECUTION
) -> Iterator[Found]:
    weight, score = given
    spent = funds.overall(rate.part)
    bases = [(stage, whole) for stage in rate.wholes if (whole := funds.overall(stage))]
    dues = [(stage, whole, _due(spent[0], whole[0], weight)) for stage, whole in bases if spent and whole[0]]
    if not dues or spent is None or any(abs(score - due) <= profile.score for _, _, due in dues):
        return
    stage, whole, due = dues[0]
    share = spent[0] / whole[0]
    yield Found(
        f"{rate.name}{percent(share)}，应得{points(due)}，填报{points(score)}。",
        f"{plain(spent[0] / 10000)}万元÷{plain(whole[0] / 10000)}万元（{STAGE_NAMES[stage]}）＝{percent(share)}；"
        f"×{points(weight)}＝{points(due)}，填报{points(score)}",
        (place, *(funds.place(row, rate.part) for row in spent[1]), *(funds.place(row, stage) for row in whole[1])),
        f"请核对{STAGE_NAMES[rate.part]}数与预算数，或将得分改为{points(due)}",
    )


def _due(spent: Decimal, base: Decimal, weight: Decimal) -> Decimal:
    return round_half_up(min(spent / base, Decimal(1)) * weight)


KIND = Kind(
    "S07",
    "预算执行率得分",
    Severity.ERROR,
    "财预〔2020〕10号附件1",
    Params,
    {"of": text, "value": expression, "over": expression, "tolerance": number},
    check,
    frozenset({"of", "value", "over"}),
    paper=check_paper,
)
