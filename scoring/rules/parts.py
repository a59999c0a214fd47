"""分项相加: a row whose points are added up from parts, each scored by a rule of its own.

Clauses: 遂宁整体表 — 支出执行进度＝三类资金执行率各×3, 资产利用率＝两个比率各×1.5, 严控一般性支出＝基础分值＋加分值, 执行结果＝两类项目各×2 [证].
Where one part cannot be calculated (no such money, no such projects) its weight goes to the others in proportion: the forms do
not take points for what a unit does not have, and 财预〔2020〕10号 lets indicators that do not apply be left out [知].
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from scoring.award import Award, Because
from scoring.rules.outcome import scored, unscored, weight_text


@dataclass(frozen=True, slots=True)
class PartsParams:
    """参数: `absent` says what becomes of a part that does not apply: spread over the others, or the row is left to people."""

    absent: Literal["spread", "judge"] = "spread"
    step: Decimal | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """一个分项: what it is called and what it was awarded."""

    label: str
    award: Award


def parts(*, of: Decimal, shares: Sequence[Share], params: PartsParams) -> Award:
    """Return the sum of the parts; unknown while one is unknown, not applicable when none applies."""
    because = Because(formula=f"{'；'.join(map(_told, shares))}；合计", source=params.source)
    waiting = [share.label for share in shares if share.award.status in {"unknown", "manual"}]
    if waiting:
        return unscored(of, "unknown", replace(because, cap=f"{'、'.join(waiting)}尚不能计算"))
    counted = [share.award for share in shares if share.award.points is not None]
    absent = [share for share in shares if share.award.points is None]
    if not counted or (absent and params.absent == "judge"):
        return unscored(of, "not_applicable", replace(because, needs_reason=_reasons(share.award for share in absent)))
    because = replace(because, needs_reason=_reasons(counted))
    points = sum((award.points or Decimal(0) for award in counted), Decimal(0))
    weight = sum((award.of for award in counted), Decimal(0))
    if absent and weight:
        points = points * of / weight
        names = "、".join(f"“{share.label}”{weight_text(share.award.of)}" for share in absent)
        because = replace(because, cap=f"{names}不适用，由其余部分按比例承担")
    return scored(of, points, because, params.step)


def _told(share: Share) -> str:
    """A part in one line: its reasons stand once, with the row's own."""
    return f"{share.label}：{replace(share.award.because, needs_reason='', source='').sentence()}"


def _reasons(awards: Iterable[Award]) -> str:
    """Why the unit must explain itself, each reason once."""
    found = (award.because.needs_reason for award in awards)
    return "；".join(dict.fromkeys(reason for reason in found if reason))
