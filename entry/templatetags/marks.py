"""写法: points and days as pages print them."""

from __future__ import annotations

from decimal import Decimal

from django import template

from values.numerals import plain

register = template.Library()


@register.filter
def points(value: Decimal | None) -> str:
    """得分 without idle zeros; a dash when unknown."""
    return "—" if value is None else plain(value)


@register.filter
def days_left(days: int) -> str:
    """还有 3 天 / 今天到期 / 已逾期 2 天."""
    if days == 0:
        return "今天到期"
    return f"还有 {days} 天" if days > 0 else f"已逾期 {-days} 天"
