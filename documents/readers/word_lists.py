"""Word 自动编号: the numbers 一、（一）1. that Word counts itself and that stand nowhere in the text of the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from documents.readers.markup import WORD, whole
from documents.readers.word_styles import Styles
from documents.readers.word_tree import is_on, value
from values.numerals import chinese_number

_PLACE: Final = re.compile(r"%([1-9])")
_CLOSED: Final = re.compile(r"[、）)】〕]$")
_LARGEST: Final = 9_999
_ROMAN: Final = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _roman(n: int) -> str:
    text = ""
    for size, sign in _ROMAN + _ROMAN_SMALL:
        text += sign * (n // size)
        n %= size
    return text


def _letter(n: int) -> str:
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1) if n else ""


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda n: signs[n - 1] if 0 < n <= len(signs) else str(n)


def _digits(signs: str) -> Callable[[int], str]:
    return lambda n: str(n).translate(str.maketrans("0123456789", signs))


_LEGAL: Final = str.maketrans("零一二三四五六七八九十百千万", "零壹贰叁肆伍陆柒捌玖拾佰仟万")
_CIRCLED: Final = _one_of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_WRITTEN: Final[dict[str, Callable[[int], str]]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"), chinese_number
    ),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "chineseLegalSimplified": lambda n: chinese_number(n).translate(_LEGAL),
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _CIRCLED),
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _digits("０１２３４５６７８９")),
    "decimalZero": lambda n: f"{n:02d}",
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerLetter": _letter,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
    "none": lambda n: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """编号级别: how numbers are written, the text around them, where they start, and the style that goes with them."""

    written: str
    text: str
    start: int
    style: str
    legal: bool  # all numbers of this line in decimals


class Lists:
    """编号: counts the numbered paragraphs in their order."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, dict[int, Level]] = {}
        self._numbers: dict[str, tuple[str, dict[int, int]]] = {}  # id → abstract list and restarts
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def number_of(self, paragraph: Any) -> str:
        """The number before a paragraph's text, '' when it has none; counts on. Call it once for each paragraph, in order."""
        name, depth = self._place(paragraph)
        abstract, restarts = self._numbers.get(name, ("", {}))
        levels = self._abstract.get(abstract, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        if depth in restarts and (name, depth) not in self._begun:
            counts[depth] = restarts[depth] - 1
        self._begun.add((name, depth))
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        counts[depth] = min(counts.get(depth, level.start - 1) + 1, _LARGEST)
        return "" if level.written == "bullet" else self._label(level, levels, counts)

    @staticmethod
    def _label(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
        def one(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            told = levels.get(at, level)
            write = str if level.legal else _WRITTEN.get(told.written, str)
            return write(counts.get(at, told.start))

        text = _PLACE.sub(one, level.text).strip()
        # Word leaves a gap; 1.2022年 would be read as a figure, 一、项目 needs none.
        return text if not text or _CLOSED.search(text) else f"{text} "

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Which list, and how deep: told by the paragraph or by its styles."""
        name, depth = value(paragraph, "pPr/numPr/numId"), value(paragraph, "pPr/numPr/ilvl")
        if name:
            return name, whole(depth, 0)
        for style_id, style in self._styles.line(paragraph):
            if style.list_number:
                levels = self._abstract.get(self._numbers.get(style.list_number, ("", {}))[0], {})
                linked = next((at for at, level in levels.items() if level.style == style_id), 0)
                return style.list_number, whole(depth or style.list_level, linked)
        return "", 0

    def _read(self, root: Any) -> None:
        linked: dict[str, str] = {}  # a list style's name → the abstract list that defines it
        borrowed: dict[str, str] = {}
        for one in root.findall(f"{WORD}abstractNum"):
            name = str(one.get(f"{WORD}abstractNumId"))
            self._abstract[name] = {_depth(told): _level(told) for told in one.findall(f"{WORD}lvl")}
            linked[value(one, "styleLink")] = name
            borrowed[name] = value(one, "numStyleLink")
        for one in root.findall(f"{WORD}num"):
            abstract = value(one, "abstractNumId")
            if borrowed.get(abstract):
                abstract = linked.get(borrowed[abstract], abstract)
            told = {_depth(over): value(over, "startOverride") for over in one.findall(f"{WORD}lvlOverride")}
            restarts = {depth: whole(start, 1) for depth, start in told.items() if start}
            self._numbers[str(one.get(f"{WORD}numId"))] = (abstract, restarts)


def _depth(told: Any) -> int:
    return whole(str(told.get(f"{WORD}ilvl")), 0)


def _level(told: Any) -> Level:
    written, start = value(told, "numFmt", "decimal"), whole(value(told, "start"), 0)
    return Level(written, value(told, "lvlText"), start, value(told, "pStyle"), is_on(told, "isLgl"))
