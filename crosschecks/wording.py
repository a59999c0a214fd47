"""勾稽用语: figures as they are written in a finding."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from blueprints.schema import Blueprint
from values.money import MoneyUnit, print_money
from values.numerals import plain
from values.ratio import percent_text


def points(value: Decimal) -> str:
    """9.32分, 10分."""
    return f"{plain(value)}分"


def money(value: Decimal, blueprint: Blueprint) -> str:
    """An amount of yuan in the form's unit: 2536.08万元."""
    unit = MoneyUnit(blueprint.print.unit)
    return f"{print_money(value, unit, decimals=blueprint.print.decimals)}{unit.value}"


def percent(fraction: Decimal) -> str:
    """93.22%."""
    return percent_text(fraction)


def share(fraction: Decimal) -> str:
    """A bound as a form writes it: 90%, 62.5%."""
    return f"{plain(fraction * 100)}%"


def signed(value: Decimal, shown: str) -> str:
    """`shown` (the size of `value`) with the full-width sign of `value`: －1.28万元, 0.13万元."""
    return f"－{shown}" if value < 0 else shown


def addition(parts: Sequence[Decimal]) -> str:
    """「3.75＋0＋0＝3.75」."""
    return f"{'＋'.join(plain(part) for part in parts)}＝{plain(sum(parts, Decimal(0)))}"


def money_unit_yuan(blueprint: Blueprint) -> Decimal:
    """Yuan in one unit of the form (万元: 10000)."""
    return Decimal(10000) if blueprint.print.unit == MoneyUnit.WAN.value else Decimal(1)
