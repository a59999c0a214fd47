"""照录: what people typed, printed as typed, with a typed value beside it where it plainly is a number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from documents.tree import Content, Number, Text
from values.money import MoneyUnit, excel_format, print_money
from values.numerals import plain
from values.ratio import percent_text

# A leading zero (077) makes a code, not a number; more digits than a spreadsheet can hold stay text.
_PLAIN: Final = re.compile(r"-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(?P<places>\d+))?(?P<percent>%)?")
_MOST_DIGITS: Final = 15
_HUNDRED: Final = Decimal(100)


def typed(raw: str) -> Content:
    """`raw` as a Number whose text is exactly what was typed (3.00 stays 3.00), or as Text when it is no plain number."""
    found = _PLAIN.fullmatch(raw.strip())
    if found is None or sum(character.isdigit() for character in raw) > _MOST_DIGITS:
        return Text(raw)
    places, grouped = len(found["places"] or ""), "," in raw
    value = Decimal(raw.strip().rstrip("%").replace(",", ""))
    if found["percent"]:
        return Number(value / _HUNDRED, raw.strip(), excel_format(places, grouped) + "%")
    return Number(value, raw.strip(), excel_format(places, grouped))


def amount(yuan: Decimal, unit: MoneyUnit, *, decimals: int, grouping: bool) -> Number:
    """An amount of `yuan` in the form's `unit`; the spreadsheet's value keeps what rounding hides."""
    text = print_money(yuan, unit, decimals=decimals, grouping=grouping)
    return Number(yuan / unit.yuan, text, excel_format(decimals, grouping))


def trimmed(number: Number) -> Number:
    """The same figure without zeros at its end: 149.00 prints 149, 697.50 prints 697.5."""
    text = number.text.rstrip("0").rstrip(".") if "." in number.text else number.text
    places = len(text.partition(".")[2])
    return Number(number.value, text, excel_format(places, grouping="," in number.excel_format))


def percent(fraction: Decimal, places: int = 2) -> Number:
    """百分率 of a fraction: 0.93216 prints 93.22%."""
    return Number(fraction, percent_text(fraction, places), excel_format(places, grouping=False) + "%")


def counted(value: Decimal) -> Number:
    """A figure the program worked out, with the decimals its terms had (2.80 + 3.00 prints 5.80).

    A lone zero goes: it comes from half points beside whole ones (9.5 + 9.5 + 10 prints 29).
    """
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    if places == 1 and value == value.to_integral_value():
        places = 0
    return Number(value, f"{value:f}" if places else plain(value), excel_format(places, grouping=False))
