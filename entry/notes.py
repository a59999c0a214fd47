"""识读说明: how a typed figure was understood, or why it was not and what to type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from entry.asks import NUMERIC, Ask
from values.measure import parse_measure
from values.money import MoneyUnit, other_unit_hint, parse_money
from values.number import ParsedNumber, parse_number
from values.numerals import plain

# 7.00, 1,234.50, 98%: anybody reads these as they stand.
_PLAIN: Final = re.compile(r"-?[\d,]+(?:\.\d+)?%?")


@dataclass(frozen=True, slots=True)
class Note:
    """说明 below an input. A problem never stops saving."""

    kind: Literal["understood", "problem"]
    text: str


def note_for(ask: Ask, raw: str, unit: MoneyUnit) -> Note | None:
    """The note of one input; None when there is nothing to say."""
    if not raw.strip():
        return None
    if ask.kind in NUMERIC and parse_number(raw).is_nothing:
        return Note("understood", "按未填处理" if ask.kind != "money" else "按未填处理；没有发生的填 0")
    match ask.kind:
        case "money":
            return _money(raw, unit)
        case "number" | "percent":
            return _number(parse_number(raw))
        case "measure":
            return _measure(raw)
    return None


def _money(raw: str, unit: MoneyUnit) -> Note | None:
    parsed = parse_money(raw, unit)
    if parsed.problem:
        return Note("problem", parsed.problem)
    return Note("understood", other_unit_hint(parsed.yuan)) if parsed.yuan else None


def _number(parsed: ParsedNumber) -> Note | None:
    if parsed.problem:
        return Note("problem", parsed.problem)
    return _understood(parsed.raw, parsed.value, parsed.unit)


def _measure(raw: str) -> Note | None:
    found = parse_measure(raw)
    return _understood(raw, found.number, found.unit)


def _understood(raw: str, value: Decimal | None, unit: str) -> Note | None:
    """Told only where the text is not simply the number itself."""
    if value is None or _PLAIN.fullmatch(raw.strip()):
        return None
    return Note("understood", f"理解为 {plain(value)}{unit}")
