"""归一文字: a text as the rules read it (one width, one set of marks, no stray blanks), and the way back to what was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from documents.readers.clean import mended
from values.kept import remembered

_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Chinese papers are read with Chinese marks; only inside figures do the narrow ones mean something else.
_KEPT: Final = {ord(wide): wide for wide in "，；：！？（）"}
_OTHER: Final = str.maketrans(
    {
        "\u3000": " ", "\xa0": " ", "\t": " ", "\u200b": " ", "\ufeff": " ", "−": "-", "﹣": "-", "—": "—", "–": "—", "―": "—",
        "─": "—", "～": "~", "≧": "≥", "⩾": "≥", "≦": "≤", "⩽": "≤", "═": "=", "﹪": "%", "㎡": "㎡", "﹒": ".",
        "(": "（", ")": "）", ";": "；", ":": "：", "?": "？", "!": "！", "\u2028": "\n",
    }
)  # fmt: skip
_TABLE: Final[dict[int, int | str]] = {**_WIDE, **_OTHER, **_KEPT}
_COMMA: Final = re.compile(r",(?!\d)|(?<!\d),")
_WIDE_COMMA: Final = re.compile(r"(?<=\d)，(?=\d{3}\.\d)")
_POINT: Final = re.compile(r"(?<=\d)[。·](?=\d)")
_CLOCK: Final = re.compile(r"(?<=\d)：(?=\d)")
_BLANK: Final = re.compile(r"(?<![0-9A-Za-z])[ ]+|[ ]+(?![0-9A-Za-z])")
_TORN: Final = re.compile(r"\d[ .,]* +[ .,]*\d")  # a number may have been torn apart


@dataclass(frozen=True, slots=True)
class Folded:
    """归一后的文字. `at`: for every character the place of its original in `raw`; empty when nothing was taken out."""

    raw: str
    text: str
    at: tuple[int, ...] = ()

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Span of the original behind a span of the folded text."""
        if not self.at or start >= end:
            return start, end
        return self.at[start], self.at[end - 1] + 1

    def quote(self, start: int, end: int) -> str:
        """What was typed there."""
        first, last = self.origin(start, end)
        return self.raw[first:last]


@remembered
def fold(raw: str) -> Folded:
    """`raw` as the rules read it; every character stands for one of the original."""
    text = raw.translate(_TABLE)
    places: tuple[int, ...] = ()
    if _TORN.search(text):
        whole = mended(text)
        text, places = whole.text, whole.places
    text = _CLOCK.sub(":", _POINT.sub(".", _WIDE_COMMA.sub(",", _COMMA.sub("，", text))))
    if " " not in text:
        return Folded(raw, text, places)
    kept: list[int] = []
    last = 0
    for match in _BLANK.finditer(text):
        kept.extend(range(last, match.start()))
        last = match.end()
    kept.extend(range(last, len(text)))
    return Folded(raw, "".join([text[at] for at in kept]), tuple(places[at] for at in kept) if places else tuple(kept))


def folded(raw: str) -> str:
    """The folded text alone, without blanks around it."""
    return fold(raw).text.strip()
