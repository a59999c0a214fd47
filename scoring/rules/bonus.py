"""加分: so many points for each merit, or for each whole percent of a rate, to the limit of the row.

Clause: local tables only (荣誉、创新、经验推广加分; 遂宁整体表 每压减1%得0.2分，累计不超过1分 [证]); the national form and 湖北 have
no bonus (满分100，不设加分项) [证：湖北系统提示].
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal

from scoring.award import Award, Because
from scoring.rules.outcome import scored, unscored, weight_text
from values.numerals import plain
from values.ratio import percent_text


@dataclass(frozen=True, slots=True)
class BonusParams:
    """参数: `each` points per merit, up to the weight of the row; with `per` the merits are a rate, counted in steps of it."""

    each: Decimal
    per: Decimal | None = None
    name: str = "加分事项"
    unit: str = "项"
    step: Decimal | None = None
    source: str = ""


def bonus(*, of: Decimal, merits: Decimal | int | None, params: BonusParams) -> Award:
    """Return the points added, at most `of`; every counted merit needs its evidence. Raises ValueError if a count is < 0."""
    if params.per is not None:
        return _by_rate(of, None if merits is None else Decimal(merits), params.per, params)
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


def _by_rate(of: Decimal, rate: Decimal | None, per: Decimal, params: BonusParams) -> Award:
    """Every whole step of a rate counts once; a rate below 0 counts nothing."""
    told = "（未填）" if rate is None else percent_text(rate)
    because = Because(((params.name, told),), source=params.source)
    if rate is None:
        return unscored(of, "unknown", replace(because, cap=f"{params.name}尚不能计算，不能计算加分"))
    count = max((rate / per).to_integral_value(ROUND_FLOOR), Decimal(0))
    asked = count * params.each
    formula = f"{params.name}，每满{plain(per * 100)}%加{plain(params.each)}分；{plain(count)}×{plain(params.each)}分"
    because = replace(because, formula=formula, cap=f"加分以{weight_text(of)}为限" if asked > of else "")
    return scored(of, asked, because, params.step)
