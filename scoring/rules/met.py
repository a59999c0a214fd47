"""达标得分: the whole weight when a condition holds, nothing when it does not.

Clause: 遂宁整体表 — 一般性支出年初预算较上年实现压减得1.5分; 支持中小企业发展 不符合要求的扣3分 [证].
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.award import Award, Because
from scoring.rules.outcome import scored, unscored


@dataclass(frozen=True, slots=True)
class MetParams:
    """参数: `name` says what has to be so."""

    name: str = "要求"
    step: Decimal | None = None
    source: str = ""


def met(*, of: Decimal, holds: bool | None, params: MetParams, inputs: tuple[tuple[str, str], ...] = ()) -> Award:
    """Return the weight or 0; unknown while it cannot be told. `inputs` are the facts the condition looked at."""
    because = Because(inputs, source=params.source)
    if holds is None:
        return unscored(of, "unknown", replace(because, cap=f"尚不能判断是否符合“{params.name}”"))
    told = f"符合“{params.name}”，得满分" if holds else f"不符合“{params.name}”，不得分"
    return scored(of, of if holds else Decimal(0), replace(because, cap=told), params.step)
