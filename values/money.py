"""金额: amounts are kept in yuan and typed or printed in 元 or 万元."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from values.number import ParsedNumber, parse_number
from values.numerals import plain
from values.rounding import round_half_up

_WAN: Final = Decimal(10_000)
_YUAN_UNITS: Final = frozenset({"", "元", "人民币元"})
_HINT_PLACES: Final = 6


class MoneyUnit(StrEnum):
    """金额单位 of a form."""

    YUAN = "元"
    WAN = "万元"

    @property
    def yuan(self) -> Decimal:
        """How many yuan one unit is."""
        return _WAN if self is MoneyUnit.WAN else Decimal(1)


@dataclass(frozen=True, slots=True)
class ParsedMoney:
    """识读的金额: `yuan` exact and unrounded; None when nothing was typed (`problem` empty) or it was not understood."""

    raw: str
    yuan: Decimal | None
    problem: str


def parse_money(raw: str, default: MoneyUnit) -> ParsedMoney:
    """The amount in `raw` in yuan; a unit typed with it (2536.08万元, 27600元, 1.98亿) wins over `default`. Never raises."""
    number = parse_number(raw)
    if number.value is None:
        return ParsedMoney(raw, None, number.problem)
    problem = _not_an_amount(raw, number, default)
    if problem:
        return ParsedMoney(raw, None, problem)
    own_unit = number.unit or number.multiplier != 1
    return ParsedMoney(raw, number.value if own_unit else number.value * default.yuan, "")


def _not_an_amount(raw: str, number: ParsedNumber, default: MoneyUnit) -> str:
    typed, example = raw.strip(), f"请填金额，如 2536.08{default} 或只填数字（按{default}计）"
    if number.unit in {"%", "‰"}:
        return f"“{typed}”是百分比，不是金额，{example}"
    if number.unit not in _YUAN_UNITS:
        return f"“{typed}”的单位“{number.unit}”不是金额单位，{example}"
    if number.bound not in {"", "eq"} or number.approximate:
        return f"“{typed}”不是确定的金额，{example}"
    return ""


def print_money(yuan: Decimal, unit: MoneyUnit, *, decimals: int = 2, grouping: bool = False) -> str:
    """`yuan` as the form prints it in `unit`, without the unit's name: 25360800 → "2536.08"; grouped "2,536.08"."""
    amount = round_half_up(yuan / unit.yuan, decimals)
    return f"{amount:,f}" if grouping else f"{amount:f}"


def excel_format(decimals: int, grouping: bool) -> str:  # noqa: FBT001 - mirrors print_money's two choices
    """The spreadsheet format code that shows what `print_money` prints: "0.00" or "#,##0.00"."""
    return ("#,##0" if grouping else "0") + ("." + "0" * decimals if decimals > 0 else "")


def other_unit_hint(yuan: Decimal) -> str:
    """Both units beside the input: "27600 元 = 2.76 万元"."""
    wan = plain(round_half_up(yuan / _WAN, _HINT_PLACES))
    return f"{plain(round_half_up(yuan, 2))} 元 = {wan} 万元"
