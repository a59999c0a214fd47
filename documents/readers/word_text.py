"""Word 段落的文字: what a reader sees of a paragraph, and the boxes, charts and footnotes that hang on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from documents.readers.clean import plain
from documents.readers.markup import CHART, LINK, MATH, WORD
from documents.readers.word_tree import Marks, content, is_on

# Ticks and boxes of the symbol fonts that forms use (Wingdings, Wingdings 2).
_SYMBOLS: Final = {
    **dict.fromkeys(("F0FE", "F052", "F054"), "☑"),
    **dict.fromkeys(("F0A8", "F0A3", "F06F", "F071"), "☐"),
    **dict.fromkeys(("F0FC", "F050"), "√"),
    "F0FD": "☒",
}
_LINE_BREAKS: Final = frozenset({"", "textWrapping"})


class Words:
    """文字: pieces of a paragraph, each under at most one of our own bookmarks."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._pieces: list[tuple[str, str]] = []
        self._fields: list[str] = []  # of every open field: is its code or its result being told
        self.boxes: list[Any] = []
        self.charts: list[str] = []
        self.notes: list[str] = []

    def read(self, element: Any) -> None:
        """Read a paragraph, or a run within it."""
        for child in content(element):
            act = _ACTS.get(child.tag)
            if act:
                act(self, child)

    def texts(self, head: str = "") -> Iterator[tuple[str, str]]:
        """Key and text of each part; a paragraph is parted only where several of our bookmarks stand in it. `head`: its number."""
        keys = {key for key, _ in self._pieces if key}
        pieces = self._pieces if len(keys) > 1 else [(next(iter(keys), ""), "".join(text for _, text in self._pieces))]
        joined: list[tuple[str, str]] = []
        for key, text in pieces:
            if joined and joined[-1][0] == key:
                joined[-1] = (key, joined[-1][1] + text)
            else:
                joined.append((key, text))
        for key, text in joined:
            if told := _tidy(text):
                yield key, head + told
                head = ""

    def add(self, text: str) -> None:
        """Some more text."""
        if "code" not in self._fields:
            self._pieces.append((self._marks.key, text))

    def mark(self, element: Any) -> None:
        """A bookmark begins or ends."""
        self._marks.see(element)

    def run(self, element: Any) -> None:
        """A run, unless it is hidden."""
        if not is_on(element, "rPr/vanish"):
            self.read(element)

    def broken(self, element: Any) -> None:
        """A line end inside the paragraph; a page or column end is none."""
        if str(element.get(f"{WORD}type", "")) in _LINE_BREAKS:
            self.add("\n")

    def symbol(self, element: Any) -> None:
        """A sign of a symbol font."""
        code = str(element.get(f"{WORD}char", "")).upper()
        self.add(_SYMBOLS.get(code, ""))

    def field(self, element: Any) -> None:
        """The begin, middle or end of a field: only its result is seen. A tick box of old forms has no result but a state."""
        kind = str(element.get(f"{WORD}fldCharType", ""))
        if kind == "begin":
            box = element.find(f"{WORD}ffData/{WORD}checkBox")
            if box is not None:
                ticked = is_on(box, "checked" if box.find(f"{WORD}checked") is not None else "default")
                self.add("☑" if ticked else "☐")
            self._fields.append("code")
        elif self._fields and kind == "separate":
            self._fields[-1] = "result"
        elif self._fields and kind == "end":
            self._fields.pop()

    def drawn(self, element: Any) -> None:
        """A picture: what matters are the text boxes and charts in it."""
        for child in content(element):
            if child.tag == f"{WORD}txbxContent":
                self.boxes.append(child)
            elif child.tag == f"{CHART}chart":
                self.charts.append(str(child.get(f"{LINK}id", "")))
            else:
                self.drawn(child)

    def footnote(self, element: Any) -> None:
        """A reference to a note below."""
        kind = "endnote" if element.tag == f"{WORD}endnoteReference" else "footnote"
        self.notes.append(f"{kind} {element.get(f'{WORD}id', '')}")

    def formula(self, element: Any) -> None:
        """A formula, on one line."""
        self.add(_formula(element))


def _formula(element: Any) -> str:
    if element.tag == f"{MATH}t":
        return str(element.text or "")
    if element.tag == f"{MATH}f":
        parts = [_formula(part) for part in element if part.tag in {f"{MATH}num", f"{MATH}den"}]
        return "/".join(f"({part})" if any(sign in part for sign in "+-＋－×*") else part for part in parts)
    return "".join(_formula(child) for child in element)


def _tidy(text: str) -> str:
    lines = [line.strip(" \u3000") for line in plain(text).split("\n")]
    return "\n".join(lines).strip()


def plain_text(element: Any) -> str:
    """Text of a paragraph that stands alone, such as a footnote's."""
    words = Words(Marks())
    words.read(element)
    return " ".join(text for _, text in words.texts())


_ACTS: Final[dict[str, Callable[[Words, Any], None]]] = {
    f"{WORD}r": Words.run,
    f"{WORD}t": lambda words, element: words.add(element.text or ""),
    f"{WORD}tab": lambda words, element: words.add("\t"),
    f"{WORD}ptab": lambda words, element: words.add("\t"),
    f"{WORD}br": Words.broken,
    f"{WORD}cr": Words.broken,
    f"{WORD}noBreakHyphen": lambda words, element: words.add("-"),
    f"{WORD}sym": Words.symbol,
    f"{WORD}fldChar": Words.field,
    f"{WORD}drawing": Words.drawn,
    f"{WORD}pict": Words.drawn,
    f"{WORD}object": Words.drawn,
    f"{WORD}ruby": Words.read,
    f"{WORD}rubyBase": Words.read,
    f"{WORD}footnoteReference": Words.footnote,
    f"{WORD}endnoteReference": Words.footnote,
    f"{WORD}bookmarkStart": Words.mark,
    f"{WORD}bookmarkEnd": Words.mark,
    f"{MATH}oMath": Words.formula,
    f"{MATH}oMathPara": Words.formula,
}
