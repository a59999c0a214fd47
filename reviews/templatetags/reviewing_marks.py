"""复核得分在页面上的写法."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from reviews.queries import ReviewLine
from values.numerals import plain

register = template.Library()


@register.filter
def typed_points(row: ReviewLine, typed: Mapping[str, str]) -> str:
    """Points as refused just now, else as stored."""
    return typed.get(f"points.{row.line.key}", plain(row.review.points) if row.review else "")


@register.filter
def of_line(found: Mapping[str, tuple[str, str]], row: ReviewLine) -> tuple[str, str] | None:
    """What was found for a line: its 指标值 and 完成值."""
    return found.get(row.line.key)


@register.filter
def typed_reason(row: ReviewLine, typed: Mapping[str, str]) -> str:
    """Reason as refused just now, else as stored."""
    return typed.get(f"reason.{row.line.key}", row.review.reason if row.review else "")
