"""异同: is what stands in a file what the book has already? Figures compare as they are printed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from blueprints.schema import Blueprint
from intake.pattern import squeezed
from values.day import chinese_day
from values.money import MoneyUnit, parse_money
from values.number import parse_number
from values.rounding import round_half_up

_DAY: Final = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?")
_BETWEEN: Final = re.compile(r"[、，,；;\s\u3000]+")
_HUNDRED: Final = Decimal(100)


def is_same(blueprint: Blueprint, path: str, stored: str, found: str) -> bool:
    """Do the two texts print alike at `path`?"""
    if squeezed(stored) == squeezed(found):
        return True
    if not stored.strip() or not found.strip():
        return False
    if path.startswith("funds."):
        return same_amount(blueprint, stored, found)
    return (
        squeezed(chinese_day(stored)) == squeezed(found)
        or day_of(stored) == day_of(found) != ""
        or same_figure(stored, found)
        or (path.startswith("figure.") and _is_rounded(stored, found))
        or (path.startswith("choice.") and _words(stored) == _words(found))
    )


def same_amount(blueprint: Blueprint, stored: str, found: str) -> bool:
    """Amounts, to the decimals of the form."""
    unit = MoneyUnit(blueprint.print.unit)
    amounts = [parse_money(text, unit).yuan for text in (stored, found)]
    return same_yuan(blueprint, *amounts)


def same_yuan(blueprint: Blueprint, one: Decimal | None, other: Decimal | None) -> bool:
    """Amounts in yuan, to the decimals of the form."""
    if one is None or other is None:
        return False
    unit, places = MoneyUnit(blueprint.print.unit), blueprint.print.decimals
    return one == other or round_half_up(one / unit.yuan, places) == round_half_up(other / unit.yuan, places)


def same_figure(one: str, other: str) -> bool:
    """3.00 and 3, 1,234.5 and 1234.50; 93.2% and the fraction 0.932 that a spreadsheet holds."""
    left, right = parse_number(one), parse_number(other)
    if left.value is None or right.value is None or left.bound != right.bound:
        return False
    if left.unit == right.unit:
        return left.value == right.value
    if {left.unit, right.unit} != {"", "%"}:
        return False
    percent, fraction = (left.value, right.value) if left.unit else (right.value, left.value)
    return percent == fraction * _HUNDRED


def _is_rounded(stored: str, found: str) -> bool:
    """Is the figure on paper the stored one with fewer decimals? A paper prints amounts to the decimals of its form."""
    exact, printed = parse_number(stored), parse_number(found)
    if exact.value is None or printed.value is None or (exact.unit, exact.bound) != (printed.unit, printed.bound):
        return False
    places = -int(printed.value.as_tuple().exponent)
    return places > 0 and round_half_up(exact.value, places) == printed.value


def day_of(text: str) -> str:
    """2023年3月28日, 2023/3/28 as 2023-03-28; '' for anything else."""
    found = _DAY.fullmatch(squeezed(text).removesuffix("00:00:00"))
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _BETWEEN.split(text) if word)
