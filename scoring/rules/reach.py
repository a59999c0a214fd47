"""定量指标计分: points by how far the actual value reaches the target (正向 A÷T, 反向 T÷A, 等于 1−|A−T|÷T).

Clauses: 财预〔2020〕10号 — reached gives full points, otherwise by the share completed; a value far above the target is
explained and its points may be 适度调减, without a national figure [知]; 30% is the usual threshold [证：遂宁原文].
财预〔2021〕101号 — 及格门槛: below it no points [知]. Exceeding a ≤ target: 权重×T÷A or 0, by locality [证：地方表注].
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from scoring.award import Award, Because
from scoring.rules.outcome import points_text, scored, unscored, weight_text
from values.numerals import plain
from values.ratio import percent_text
from values.rounding import round_half_up
from values.vocabulary import RELATION_LABELS, Relation

OverAction = Literal["none", "require_reason", "deduct", "zero"]

_UPWARDS: Final = (Relation.GE, Relation.GT)
_OVER_COUNTS: Final = (Relation.GE, Relation.GT, Relation.EQ)


@dataclass(frozen=True, slots=True)
class OverStep:
    """调减档: from this deviation upwards (0.30 = 30% above target) `share` of the weight is taken off."""

    deviation: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class ReachParams:
    """参数.

    `pass_line`: a share completed below it gives 0. `over`: deviation above the target from which `over_action` applies
    (None: never); `over_table` for "deduct". `neg_mode`: a ≤ target exceeded is scored by T÷A or 0. `eq_mode`: an ＝ target
    is scored by distance or like ≥. `step`: score step or None.
    """

    pass_line: Decimal | None = None
    over: Decimal | None = Decimal("0.30")
    over_action: OverAction = "require_reason"
    over_table: tuple[OverStep, ...] = ()
    neg_mode: Literal["ratio", "zero"] = "ratio"
    eq_mode: Literal["distance", "forward"] = "distance"
    step: Decimal | None = None
    source: str = "财预〔2020〕10号"


@dataclass(frozen=True, slots=True)
class _Degree:
    """完成程度: whether the target is met, the share completed (0 to 1) and how it was reckoned."""

    met: bool
    share: Decimal
    formula: str


def reach(
    *,
    of: Decimal,
    relation: Relation,
    target: Decimal | None,
    actual: Decimal | None,
    params: ReachParams,
    unit: str = "",
) -> Award:
    """Return the points of a quantitative indicator; target and actual in the same `unit`, which is only printed.

    Unknown when a value is missing; manual for a qualitative relation.
    """
    because = Because(_inputs(relation, target, actual, unit), source=params.source)
    if relation is Relation.QUALITATIVE:
        return unscored(of, "manual", replace(because, cap=f"定性指标由人评定，可给0至{weight_text(of)}"))
    if target is None:
        return unscored(of, "unknown", replace(because, cap="目标值不是数字或未填，不能按完成比例计分"))
    if actual is None:
        return unscored(of, "unknown", replace(because, cap="完成值不是数字或未填，不能按完成比例计分"))
    degree = _degree(relation, target, actual, params)
    because, points = _earned(of, relation, degree, because, params)
    if relation in _OVER_COUNTS and target > 0 and params.over is not None:
        deviation = (actual - target) / target
        if deviation >= params.over:
            because, points = _over_achieved(of, points, deviation, because, params)
    if relation in {Relation.GT, Relation.LT} and actual == target:
        strict = f"完成值等于目标值，未达到“{RELATION_LABELS[relation]}”的要求，请核对指标性质"
        because = replace(because, needs_reason=strict)
    return scored(of, points, because, params.step)


def _inputs(
    relation: Relation, target: Decimal | None, actual: Decimal | None, unit: str
) -> tuple[tuple[str, str], ...]:
    told_target = "（未填）" if target is None else plain(target) + unit
    told_actual = "（未填）" if actual is None else plain(actual) + unit
    return ("性质", f"“{RELATION_LABELS[relation]}”"), ("目标值", told_target), ("完成值", told_actual)


def _degree(relation: Relation, target: Decimal, actual: Decimal, params: ReachParams) -> _Degree:
    met = _met(relation, target, actual)
    if relation is Relation.EQ and params.eq_mode == "forward":
        met = actual >= target
    if met:
        return _Degree(met, Decimal(1), "性质，完成值，目标值，已达到，完成100%")
    if target <= 0:
        return _Degree(met, Decimal(0), "性质，完成值，目标值，目标不大于0只看达到与否，未达到，完成0%")
    if relation is Relation.EQ and params.eq_mode == "distance":
        share, how = 1 - abs(actual - target) / target, "1－|完成值－目标值|÷目标值"
    elif relation in _UPWARDS or relation is Relation.EQ:
        share, how = actual / target, "完成值÷目标值"
    else:
        share, how = target / actual, "目标值÷完成值"
    share = min(max(share, Decimal(0)), Decimal(1))
    return _Degree(met, share, f"性质，{how}＝{percent_text(share)}")


def _met(relation: Relation, target: Decimal, actual: Decimal) -> bool:
    verdict = {
        Relation.GE: actual >= target,
        Relation.GT: actual > target,
        Relation.LE: actual <= target,
        Relation.LT: actual < target,
        Relation.EQ: actual == target,
    }
    return verdict[relation]


def _earned(
    of: Decimal, relation: Relation, degree: _Degree, because: Because, params: ReachParams
) -> tuple[Because, Decimal]:
    """Return the points before over-achievement, and how they came about."""
    refused = ""
    if not degree.met and relation in {Relation.LE, Relation.LT} and params.neg_mode == "zero":
        refused = "超过控制数，按本地规定不得分"
    elif not degree.met and params.pass_line is not None and degree.share < params.pass_line:
        refused = f"低于及格线{percent_text(params.pass_line)}，不得分"
    if refused:
        return replace(because, formula=f"{degree.formula}；得分", cap=refused), Decimal(0)
    return replace(because, formula=f"{degree.formula}；×{weight_text(of)}"), of * degree.share


def _over_achieved(
    of: Decimal, points: Decimal, deviation: Decimal, because: Because, params: ReachParams
) -> tuple[Because, Decimal]:
    if params.over_action == "none":
        return because, points
    reason = f"完成值超出目标值{percent_text(deviation)}，请说明原因，是否目标设定偏低"
    because = replace(because, needs_reason=reason)
    if params.over_action == "zero":
        cap = f"超出目标值{percent_text(deviation)}，按本地规定不得分"
        return replace(because, formula="性质，完成值，目标值；得分", cap=cap), Decimal(0)
    off = (
        round_half_up(of * _deduction(deviation, params.over_table), 2)
        if params.over_action == "deduct"
        else Decimal(0)
    )
    if not off:
        return because, points
    cap = f"超出目标值{percent_text(deviation)}，按调减表扣{points_text(off)}"
    return replace(because, formula=f"{because.formula}－{points_text(off)}", cap=cap), points - off


def _deduction(deviation: Decimal, table: tuple[OverStep, ...]) -> Decimal:
    """Return the share of the weight taken off: that of the highest step reached, 0 when none is."""
    reached = [step for step in table if deviation >= step.deviation]
    return max(reached, key=lambda step: step.deviation).share if reached else Decimal(0)
