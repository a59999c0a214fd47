"""扣分: so many points off for each fault found, to a limit.

Clauses: 53号要点扣分 and 地方扣分项 (每发现一处问题扣x分, 遂宁整体表) [种]; 岳阳评分标准 扣分原因 [证].
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.award import Award, Because
from scoring.rules.outcome import points_text, scored, unscored, weight_text
from values.numerals import plain
from values.rounding import round_half_up


@dataclass(frozen=True, slots=True)
class DeductParams:
    """参数: `each` points per fault; `most` the most taken off (None: the weight, or without limit for a penalty).

    `penalty`: the row has no weight of its own and its points are negative (扣分项 below the table).
    """

    each: Decimal
    most: Decimal | None = None
    penalty: bool = False
    name: str = "问题数"
    unit: str = "个"
    step: Decimal | None = None
    source: str = ""


def deduct(*, of: Decimal, faults: int | None, params: DeductParams) -> Award:
    """Return the weight less the deduction, or the negative deduction of a penalty row. Raises ValueError if faults < 0."""
    if faults is not None and faults < 0:
        raise ValueError(f"{params.name}不能为负数，现为 {faults}")
    told = "（未填）" if faults is None else f"{faults}{params.unit}"
    because = Because(((params.name, told),), source=params.source)
    if faults is None:
        return unscored(of, "unknown", replace(because, cap=f"未填{params.name}，不能计算扣分"))
    asked = faults * params.each
    off = asked if params.most is None else min(asked, params.most)
    because = replace(
        because, cap=f"扣分以{plain(params.most)}分为限" if params.most is not None and asked > off else ""
    )
    if params.penalty:
        lost = round_half_up(-off, 2)
        formula = f"－{params.name}×{plain(params.each)}分"
        return Award("", of, lost, "scored", replace(because, formula=formula, result=points_text(lost)))
    because = replace(because, formula=f"{weight_text(of)}－{params.name}×{plain(params.each)}分")
    if off > of:
        because = replace(because, cap=f"扣完{weight_text(of)}为止")
    return scored(of, of - off, because, params.step)
