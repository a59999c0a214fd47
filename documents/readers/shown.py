"""数字的显示: what a spreadsheet shows for a stored number: 0.932 under `0.00%` is 93.20%, 45356 under `yyyy年m月d日` is a date.

A format that is not understood (fractions, conditions) shows the number itself, so no figure is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from documents.readers.shown_dates import date_shown, is_date
from values.numerals import plain

_LARGEST: Final = Decimal(10) ** 30
_LONGEST_CODE: Final = 255  # Excel's own limit
# Numbers below 164 have no code in the file; those of 27–36 and 50–58 are Chinese dates in Chinese programmes.
_NUMBERS: Final = {
    "0": (1,),
    "0.00": (2,),
    "#,##0": (3, 37, 38, 41, 42),
    "#,##0.00": (4, 39, 40, 43, 44),
    "0%": (9,),
    "0.00%": (10,),
    "yyyy/m/d": (14, 15),
    "m/d": (16,),
    "yyyy/m": (17,),
    "h:mm": (18, 20),
    "h:mm:ss": (19, 21),
    "yyyy/m/d h:mm": (22,),
    'yyyy"年"m"月"': (27, 36, 50, 52, 57),
    'm"月"d"日"': (28, 29, 51, 53, 54, 58),
    "m/d/yy": (30,),
    'yyyy"年"m"月"d"日"': (31,),
    'h"时"mm"分"': (32, 34, 55),
    'h"时"mm"分"ss"秒"': (33, 35, 56),
    "mm:ss": (45, 47),
    "@": (49,),
}
BUILT_IN: Final = {number: code for code, numbers in _NUMBERS.items() for number in numbers}
# [$-804] says which language, [$¥-804] also which sign; other brackets are colours.
_BRACKET: Final = re.compile(r"\[(?:\$([^\]-]*)(?:-[^\]]*)?|[^\]]*)\]")
_CONDITION: Final = re.compile(r"\[[<>=]")
_SCIENTIFIC: Final = re.compile(r"(?i)e[+-]")
_PIECE: Final = re.compile(r'"([^"]*)"|[\\!](.)|[_*].|(;)|([^"\\!_*;])')
Sign = tuple[str, bool]  # one character (or a quoted text) of a format, and whether it stands for itself


def general(text: str) -> str:
    """A stored number as an unformatted cell shows it, without floating-point dust and without exponent."""
    number = _number(text)
    return text if number is None else plain(number)


def shown(text: str, code: str, *, epoch_1904: bool = False) -> str:
    """What is shown for the stored number `text` under a format code."""
    number = _number(text)
    if number is None:
        return text
    if code in {"", "@", "General"} or len(code) > _LONGEST_CODE:
        return plain(number)
    sections = _sections(code)
    if not sections:
        return plain(number)
    if _is_date(code):
        return date_shown(number, sections[0], epoch_1904=epoch_1904) or plain(number)
    section, sign = sections[0], "-" if number < 0 else ""
    if number < 0 and len(sections) > 1:
        section, sign = sections[1], ""
    elif number == 0 and len(sections) > 2:
        section = sections[2]
    try:
        return _figure(abs(number), section, sign).strip()
    except InvalidOperation:  # more digits than a Decimal holds
        return plain(number)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(f"{float(text):.15g}") if "." in text or "e" in text.lower() else Decimal(text)
    except (InvalidOperation, ValueError, OverflowError):
        return None
    return number if number.is_finite() and abs(number) < _LARGEST else None


@lru_cache(maxsize=512)
def _is_date(code: str) -> bool:
    return is_date(_bare(_sections(code)[0]))


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[tuple[Sign, ...], ...]:
    """Up to four sections; quotes, escapes and spacing resolved. None when it depends on the number in other ways than its sign."""
    if _CONDITION.search(code):
        return ()
    code = _BRACKET.sub(lambda found: f'"{found[1]}"' if found[1] else "", code)
    sections: list[list[Sign]] = [[]]
    for found in _PIECE.finditer(code):
        quoted, escaped, end, bare = found.groups()
        if end:
            sections.append([])
        elif quoted is not None or escaped is not None:
            sections[-1].append((quoted if quoted is not None else escaped, True))
        elif bare:
            sections[-1].append((bare, False))
    return tuple(tuple(section) for section in sections)


def _bare(section: tuple[Sign, ...]) -> str:
    return "".join(" " if literal else text for text, literal in section)


@dataclass(frozen=True, slots=True)
class _Layout:
    """数字格式 of one section, worked out once: its signs and where the digits go."""

    section: tuple[Sign, ...]
    before: tuple[int, ...]  # places of the whole part
    behind: tuple[int, ...]  # places of the fraction
    point: int  # where the decimal point is, or the length of the section
    scale: int  # a power of ten: percent signs and trailing commas
    grouped: bool
    least_whole: int
    least_fraction: int
    unit: Decimal  # what the number is rounded to


@lru_cache(maxsize=512)
def _layout(section: tuple[Sign, ...]) -> _Layout | str | None:
    """Where the digits go; a text when there is no place for any; None when the format is not understood."""
    bare = _bare(section)
    if "General" in bare or "/" in bare or _SCIENTIFIC.search(bare):
        return None
    places = [at for at, (text, literal) in enumerate(section) if not literal and text in "0#?"]
    if not places:
        return "".join(text for text, _ in section)
    point = next((at for at, piece in enumerate(section) if piece == (".", False)), len(section))
    before, behind = [at for at in places if at < point], [at for at in places if at > point]
    commas = [at for at, piece in enumerate(section) if piece == (",", False)]
    return _Layout(
        section,
        tuple(before),
        tuple(behind),
        point,
        scale=2 * bare.count("%") - 3 * sum(at > places[-1] for at in commas),
        grouped=any(at < places[-1] and at < point for at in commas),
        least_whole=sum(section[at][0] == "0" for at in before),
        least_fraction=sum(section[at][0] == "0" for at in behind),
        unit=Decimal(1).scaleb(-len(behind)),
    )


def _figure(number: Decimal, section: tuple[Sign, ...], sign: str) -> str:
    layout = _layout(section)
    if layout is None:
        literals = "".join(text for text, literal in section if literal)
        return sign + plain(number) + literals * ("General" in _bare(section))
    if isinstance(layout, str):
        return sign + layout
    number = number.scaleb(layout.scale).quantize(layout.unit, ROUND_HALF_UP)
    whole, _, fraction = f"{number:f}".partition(".")
    fraction = fraction[: layout.least_fraction] + fraction[layout.least_fraction :].rstrip("0")
    digits = _dealt(whole.lstrip("0").zfill(layout.least_whole), layout.before, grouped=layout.grouped)
    digits |= dict.fromkeys(layout.behind, "")
    if layout.point < len(section):
        digits[layout.point] = f".{fraction}" if fraction or layout.least_fraction else ""
    made = [digits.get(at, text if literal or text not in ",#?0" else "") for at, (text, literal) in enumerate(section)]
    return sign * bool(number) + "".join(made)


def _dealt(whole: str, places: tuple[int, ...], *, grouped: bool) -> dict[int, str]:
    """The digits of the whole part on their places, from the right; the first place takes what is left."""
    texts = [digit + "," * (grouped and at > 0 and at % 3 == 0) for at, digit in enumerate(reversed(whole))]
    dealt = dict.fromkeys(places, "")
    for place, text in zip(reversed(places), texts, strict=False):
        dealt[place] = text
    if places and len(texts) > len(places):
        dealt[places[0]] = "".join(reversed(texts[len(places) - 1 :]))
    return dealt
