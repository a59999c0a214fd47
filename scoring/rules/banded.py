"""分档计分: a value looked up in a table of points, upwards (满意度≥90%) or downwards (调整率≤10%).

Clauses: 财预〔2021〕101号 满意度 ≥90% full, [80,90) 0.8, [60,80) 0.5, below 0 [知]; 岳阳评分标准 预算调整率 0→3, ≤10%→2,
≤20%→1, ≤30%→0.5, >30%→0 and 重点支出安排率 ≥90%→5 … <60%→0 [证]; 遂宁整体表 人均资产变化率 against the year's mean, 资产盘活率
with full marks where nothing lies idle [证].
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from scoring.award import Award, Because
from scoring.rules.outcome import scored, unscored, weight_text
from values.numerals import plain
from values.ratio import percent_text


@dataclass(frozen=True, slots=True)
class Step:
    """一档: `bound` in the value's own unit (90 for 90%), None for all that is left; `gives` points or a share of them."""

    bound: Decimal | None
    gives: Decimal


@dataclass(frozen=True, slots=True)
class BandedParams:
    """参数: `steps` are tried in order; "at_least" bounds fall, "at_most" bounds rise, and a None bound stands last.

    `shares`: steps give shares of the weight (0.8) instead of points. `percent`: value and bounds are fractions told as
    percentages. `because_full`: why the whole weight is due when the rule's condition for it holds. Raises ValueError for
    steps out of order.
    """

    steps: tuple[Step, ...]
    direction: Literal["at_least", "at_most"] = "at_least"
    shares: bool = False
    percent: bool = False
    because_full: str = "符合满分条件"
    name: str = "完成值"
    unit: str = ""
    step: Decimal | None = None
    source: str = ""

    def __post_init__(self) -> None:
        """Refuse a table in which one step hides another."""
        bounds = [step.bound for step in self.steps]
        if not bounds or None in bounds[:-1]:
            raise ValueError("分档表不能为空，“其余”档只能放在最后一行")
        known = [bound for bound in bounds if bound is not None]
        if known != sorted(set(known), reverse=self.direction == "at_least"):
            raise ValueError("分档表的界限须依次排列且不重复：“以上”由大到小，“以内”由小到大")


def banded(*, of: Decimal, value: Decimal | None, params: BandedParams, full: bool = False) -> Award:
    """Return the points of the first step `value` meets; unknown without a value, manual when no step takes it.

    `full`: the form's condition for the whole weight holds, whatever the value.
    """
    told = "（未填）" if value is None else _told(value, params)
    because = Because(((params.name, told),), source=params.source)
    if full:
        return scored(of, of, Because(cap=f"{params.because_full}，得满分", source=params.source), params.step)
    if value is None:
        return unscored(of, "unknown", replace(because, cap=f"未填{params.name}，不能按档计分"))
    step = next((step for step in params.steps if _meets(value, step.bound, params)), None)
    if step is None:
        by_hand = f"分档表中没有与{told}对应的档，由人评分，可给0至{weight_text(of)}"
        return unscored(of, "manual", replace(because, cap=by_hand))
    points = of * step.gives if params.shares else step.gives
    return scored(of, points, replace(because, cap=f"对应“{_label(step, params)}”档"), params.step)


def _meets(value: Decimal, bound: Decimal | None, params: BandedParams) -> bool:
    if bound is None:
        return True
    return value >= bound if params.direction == "at_least" else value <= bound


def _label(step: Step, params: BandedParams) -> str:
    if step.bound is None:
        return "其余"
    sign = "≥" if params.direction == "at_least" else "≤"
    return f"{sign}{_bound(step.bound, params)}"


def _told(value: Decimal, params: BandedParams) -> str:
    return percent_text(value) if params.percent else f"{plain(value)}{params.unit}"


def _bound(bound: Decimal, params: BandedParams) -> str:
    """A bound as the form writes it: -3.704%, not -3.70%."""
    return f"{plain(bound * 100)}%" if params.percent else f"{plain(bound)}{params.unit}"
