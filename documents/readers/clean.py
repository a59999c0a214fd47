"""来文净化: takes out what other programmes left in a text (`[bookmark: …]`, `<p>`), and joins numbers that blanks tore apart.

Two steps, both pure. `plain` is what a reader puts into a Paper. `mended` is for whoever reads figures: it remembers where every
character stood, so that a finding can quote the words as they stand in the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_BOOKMARK: Final = re.compile(r"\[(?:bookmark|书签)\s*[:：][^\[\]\n]{0,80}\]")
# Only tags that editors of web forms leave behind: in official prose <…办法> is a title in the wrong brackets.
_TAGS: Final = r"p|br|div|span|font|strong|em|b|i|u|a|table|tbody|tr|td|th|ul|ol|li|h[1-6]|o:p|img|sup|sub"
_END: Final = re.compile(r"</(?:p|div|li|tr|h[1-6])\s*>|<br\s*/?>", re.IGNORECASE)
_TAG: Final = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,400}})?/?>", re.IGNORECASE)
_ENTITIES: Final = {"nbsp": " ", "ensp": " ", "emsp": "　", "lt": "<", "gt": ">", "quot": '"', "amp": "&"}
_ENTITY: Final = re.compile(rf"&({'|'.join(_ENTITIES)});")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_ODD_BLANKS: Final = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")

# A tab parts columns and a line end parts lines, so neither ever stands inside a number.
_BLANK: Final = "[ \u3000]"
_START: Final = r"(?<![\d.,表图第])"
_GAP: Final = f"{_BLANK}{{0,8}}"  # bounded, as everything here: a line of a hostile text may be as long as it likes
_UNIT: Final = "(?=[万亿]?元|[人户件次个])"
_TORN: Final = (
    # 20 22 年, 2 0 2 3年度: four digits that begin as a year does
    re.compile(rf"{_START}((?:1{_GAP}9|2{_GAP}0){_GAP}\d{_GAP}\d{_GAP})(?=年)"),
    # 12 345.67 万元: groups of three before a unit; 1, 234.50 元: with commas
    re.compile(rf"{_START}(\d{{1,3}}(?:{_BLANK}\d{{3}}){{1,4}}(?:\.\d+)?{_GAP}){_UNIT}"),
    re.compile(rf"{_START}(\d{{1,3}}(?:{_BLANK}?,{_BLANK}?\d{{3}}){{1,4}}(?:\.\d+)?{_GAP}){_UNIT}"),
    # 128. 5 万元
    re.compile(rf"{_START}(\d+{_BLANK}?\.{_BLANK}?\d+{_GAP})(?=[万亿]?元|[%％])"),
    # 3 月 28 日, 93 %: a number and the sign that belongs to it
    re.compile(rf"(?<=\d)({_BLANK}{{1,8}})(?=[年月日%％‰]|[万亿]?元)"),
)


def plain(text: str) -> str:
    r"""Return `text` without the marks of other programmes; the end of an HTML paragraph becomes `\n`. Blanks inside stay."""
    text = _BOOKMARK.sub("", text)
    if "<" in text:
        text = _TAG.sub("", _END.sub("\n", text))
    if "&" in text:
        text = _ENTITY.sub(lambda found: _ENTITIES[found[1]], text)
    return _ODD_BLANKS.sub(" ", _UNSEEN.sub("", text))


@dataclass(frozen=True, slots=True)
class Mended:
    """补好的文字: `text` to read figures from; `original` as it stands in the file; `places`: where each character stood."""

    text: str
    original: str
    places: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """Return what stands in the original between two places of `text`."""
        return self.original[self.places[start] : self.places[end - 1] + 1] if start < end else ""


def mended(text: str) -> Mended:
    """Join numbers torn apart by blanks: 20 22 年 → 2022年, 12 345.67 万元 → 12345.67万元."""
    dropped = {
        place
        for torn in _TORN
        for found in torn.finditer(text)
        for place in range(found.start(1), found.end())
        if text[place] in " \u3000"
    }
    places = tuple(place for place in range(len(text)) if place not in dropped)
    return Mended("".join(text[place] for place in places), text, places)
