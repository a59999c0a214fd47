"""比率计分: 预算执行率, 到位率 and every other rate: min(分子÷分母, 100%)×分值, or (1－分子÷分母)×分值.

Clause: 财预〔2020〕10号附件1 — 执行率＝全年执行数÷全年预算数, 得分＝分值×执行率, capped at the weight [证]; 0÷0 cannot be
calculated, is not applicable and must be explained [知]; some localities give nothing below a floor [知]; rates of what went
wrong are scored by what is left (遂宁整体表: 偏离度, 结余率, 不相符的项目数÷项目总数) [证].
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from scoring.award import Award, Because
from scoring.rules.outcome import scored, unscored, weight_text
from values.money import MoneyUnit, print_money
from values.numerals import plain
from values.ratio import percent_text, ratio


@dataclass(frozen=True, slots=True)
class RatioParams:
    """参数 of a rate.

    `money`: numerator and denominator are yuan and are told in this unit; otherwise `unit` follows the plain numbers.
    `cap`: the highest rate that counts; `floor`: below this rate no points. `zero`: what 0÷0 gives; `instead`: what the form
    says is to be looked at then. `rest`: points are for what the rate leaves (1－分子÷分母). `over_reason`: whether a rate
    above the cap must be explained. `step`: score step (0.5, 1) or None for two decimals.
    """

    numerator: str = "执行数"
    denominator: str = "预算数"
    rate: str = "执行率"
    money: MoneyUnit | None = MoneyUnit.WAN
    unit: str = ""
    cap: Decimal = Decimal(1)
    floor: Decimal | None = None
    zero: Literal["not_applicable", "zero"] = "not_applicable"
    instead: str = ""
    rest: bool = False
    over_reason: bool = True
    step: Decimal | None = None
    source: str = "财预〔2020〕10号附件1"


def score_ratio(*, of: Decimal, numerator: Decimal | None, denominator: Decimal | None, params: RatioParams) -> Award:
    """Return the points of a rate.

    Unknown when a figure is missing, or when the denominator is 0 and the numerator is not (one of them is wrong).
    """
    inputs = ((params.numerator, _told(numerator, params)), (params.denominator, _told(denominator, params)))
    because = Because(inputs, source=params.source)
    if numerator is None or denominator is None:
        missing = params.numerator if numerator is None else params.denominator
        return unscored(of, "unknown", replace(because, cap=f"未填{missing}，不能计算{params.rate}"))
    rate = ratio(numerator, denominator)
    if rate is None:
        return _without_denominator(of, numerator, because, params)
    return _by_rate(of, rate, because, params)


def _told(figure: Decimal | None, params: RatioParams) -> str:
    if figure is None:
        return "（未填）"
    if params.money is not None:
        return f"{print_money(figure, params.money)}{params.money}"
    return f"{plain(figure)}{params.unit}"


def _without_denominator(of: Decimal, numerator: Decimal, because: Because, params: RatioParams) -> Award:
    if numerator != 0:
        wrong = f"{params.denominator}为0却有{params.numerator}，请核对这两个数"
        return unscored(of, "unknown", replace(because, cap=f"不能计算{params.rate}", needs_reason=wrong))
    if params.zero == "zero":
        return scored(of, Decimal(0), replace(because, cap=f"{params.denominator}为0，按本地规定计0分"))
    instead = f"。{params.instead}" if params.instead else ""
    explain = f"{params.denominator}为0，{params.rate}不适用，请说明情况和替代依据{instead}"
    cap = f"{params.denominator}为0，不能计算{params.rate}，按不适用处理"
    return unscored(of, "not_applicable", replace(because, cap=cap, needs_reason=explain))


def _by_rate(of: Decimal, rate: Decimal, because: Because, params: RatioParams) -> Award:
    reckoned = f"{params.numerator}÷{params.denominator}＝{percent_text(rate)}"
    if params.rest:
        return _by_rest(of, rate, reckoned, because, params)
    because = replace(because, formula=f"{reckoned}；×{weight_text(of)}")
    if params.floor is not None and rate < params.floor:
        low = f"{params.rate}低于{percent_text(params.floor)}，不得分"
        return scored(of, Decimal(0), replace(because, formula=f"{reckoned}；得分", cap=low))
    if rate < 0:
        negative = f"{params.rate}为负，请核对"
        return scored(of, Decimal(0), replace(because, formula=f"{reckoned}；得分", needs_reason=negative))
    if rate > params.cap:
        counted = f"{reckoned}，按{percent_text(params.cap)}计；×{weight_text(of)}"
        reason = f"{params.rate}{percent_text(rate)}，超过{percent_text(params.cap)}" if params.over_reason else ""
        because = replace(because, formula=counted, needs_reason=reason)
    return scored(of, min(rate, params.cap) * of, because, params.step)


def _by_rest(of: Decimal, rate: Decimal, reckoned: str, because: Because, params: RatioParams) -> Award:
    """Points for what a rate of failures leaves; a rate above 100% leaves nothing, one below 0 cannot be."""
    if rate < 0:
        negative = f"{params.rate}为负，请核对{params.numerator}和{params.denominator}"
        return unscored(of, "unknown", replace(because, cap=f"{reckoned}，不能计分", needs_reason=negative))
    left = max(1 - rate, Decimal(0))
    formula = f"{reckoned}；（1－{percent_text(min(rate, Decimal(1)))}）×{weight_text(of)}"
    cap = f"{params.rate}超过100%，不得分" if rate > 1 else ""
    return scored(of, left * of, replace(because, formula=formula, cap=cap), params.step)
