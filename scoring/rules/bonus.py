"""加分: so many points for each merit, to the limit of the row.

Clause: local tables only (荣誉、创新、经验推广加分); the national form and 湖北 have no bonus (满分100，不设加分项) [证：湖北系统提示].
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.award import Award, Because
from scoring.rules.outcome import scored, unscored, weight_text
from values.numerals import plain


@dataclass(frozen=True, slots=True)
class BonusParams:
    """参数: `each` points per merit, up to the weight of the row."""

    each: Decimal
    name: str = "加分事项"
    unit: str = "项"
    step: Decimal | None = None
    source: str = ""


def bonus(*, of: Decimal, merits: int | None, params: BonusParams) -> Award:
    """Return the points added, at most `of`; every bonus needs its evidence. Raises ValueError if merits < 0."""
    if merits is not None and merits < 0:
        raise ValueError(f"{params.name}数不能为负数，现为 {merits}")
    told = "（未填）" if merits is None else f"{merits}{params.unit}"
    because = Because(((params.name, told),), source=params.source)
    if merits is None:
        return unscored(of, "unknown", replace(because, cap=f"未填{params.name}，不能计算加分"))
    asked = merits * params.each
    because = replace(
        because,
        formula=f"{params.name}×{plain(params.each)}分",
        cap=f"加分以{weight_text(of)}为限" if asked > of else "",
        needs_reason="加分须列明事项并附佐证材料" if merits else "",
    )
    return scored(of, asked, because, params.step)
