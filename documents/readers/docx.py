"""DOCX 的读取: the body's paragraphs, tables and charts in order, as a reader sees them. Runs in the child process only."""

from __future__ import annotations

import re
from typing import Any, Final
from zipfile import ZipFile

from documents.readers.charts import chart_of
from documents.readers.markup import WORD
from documents.readers.package import Package
from documents.readers.paper import Paper, PaperBlock, PaperText, Spot
from documents.readers.tally import Tally, check_blocks
from documents.readers.word_lists import Lists
from documents.readers.word_styles import Styles
from documents.readers.word_tables import CellText, read_table
from documents.readers.word_text import Words, plain_text
from documents.readers.word_tree import Marks, content

_CAPTION: Final = re.compile(r"[附续]?表\s*[\d一二三四五六七八九十]")
_LONGEST_CAPTION: Final = 60
_CHART_PART: Final = re.compile(r"(?i)word/charts/chart\d*\.xml")


def read_docx(path: str) -> Paper:
    """The paper of a file that has passed gate and parts."""
    with ZipFile(path) as archive:
        body = _Body(Package(archive))
        body.read()
    return Paper(tuple(body.blocks))


class _Body:
    """正文: walks the document once; keeps what stands from one paragraph to the next."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main()
        self._relations = package.relations(self._main)
        self._styles = Styles(self._part("styles"))
        self._lists = Lists(self._part("numbering"), self._styles)
        self._notes = {**self._below("footnote"), **self._below("endnote")}
        self._marks = Marks()
        self._tally = Tally()
        self._line = self._tables = 0
        self._caption = ""
        self._drawn: set[str] = set()
        self._charts: list[str] = []  # found inside a table, shown behind it
        self.blocks: list[PaperBlock] = []

    def _part(self, kind: str) -> Any | None:
        name = self._package.beside(self._main, kind)
        return self._package.tree(name) if name else None

    def _below(self, kind: str) -> dict[str, str]:
        """Footnotes or endnotes by kind and number."""
        root = self._part(f"{kind}s")
        found = [] if root is None else root.findall(f"{WORD}{kind}")
        return {
            f"{kind} {one.get(f'{WORD}id', '')}": " ".join(plain_text(p) for p in one.iter(f"{WORD}p")).strip()
            for one in found
        }

    def read(self) -> None:
        """Read the whole body, then charts that no paragraph shows."""
        root = self._package.tree(self._main)
        body = None if root is None else root.find(f"{WORD}body")
        for element in content(body) if body is not None else ():
            if element.tag == f"{WORD}p":
                self._line += 1
                self._paragraph(element)
            elif element.tag == f"{WORD}tbl":
                self._tables += 1
                self._table(element, f"表{self._tables}")
            else:
                self._marks.see(element)
            check_blocks(self.blocks)
        self._show_charts([name for name in self._package.named("word/charts/chart") if _CHART_PART.fullmatch(name)])

    def _paragraph(self, element: Any) -> None:
        words, number = self._words(element)
        texts = list(words.texts(number))
        if not self._styles.is_contents(element):
            level = self._styles.level(element)
            self.blocks += [PaperText(self._tally.text(text), level, Spot(self._line, "", key)) for key, text in texts]
        text = " ".join(text for _, text in texts)
        is_caption = self._styles.is_caption(element) or bool(_CAPTION.match(text))
        self._caption = text if is_caption and len(text) <= _LONGEST_CAPTION else ""
        self._behind(words)

    def _words(self, element: Any) -> tuple[Words, str]:
        words = Words(self._marks)
        words.read(element)
        return words, self._lists.number_of(element)

    def _behind(self, words: Words) -> None:
        """Boxes, charts and notes that hang on a paragraph follow it."""
        for box in words.boxes:
            for inner in content(box):
                if inner.tag == f"{WORD}p":
                    self._paragraph(inner)
                elif inner.tag == f"{WORD}tbl":
                    self._tables += 1
                    self._table(inner, f"表{self._tables}")
        self._show_charts([self._relations[one].target for one in words.charts if one in self._relations])
        for note in words.notes:
            if text := self._notes.get(note):
                self.blocks.append(PaperText(self._tally.text(text), 0, Spot(self._line)))

    def _table(self, element: Any, name: str) -> None:
        table, inside = read_table(element, name, self._caption, self._cell, self._tally)
        self._caption = ""
        self.blocks.append(table)
        charts, self._charts = self._charts, []
        self._show_charts(charts)
        for number, inner in enumerate(inside, start=1):
            self._table(inner, f"{name}之{number}")

    def _cell(self, element: Any) -> CellText:
        found = CellText()
        self._fill(found, element)
        return found

    def _fill(self, found: CellText, element: Any) -> None:
        """Read a cell, or a box inside it, into its lines."""
        for child in content(element):
            if child.tag == f"{WORD}tbl":
                found.tables.append(child)
            elif child.tag != f"{WORD}p":
                self._marks.see(child)
            else:
                words, number = self._words(child)
                texts = list(words.texts(number))
                found.lines.append(self._tally.text("\t".join(text for _, text in texts)))
                found.key = found.key or next((key for key, _ in texts if key), "")
                found.lines += [text for note in words.notes if (text := self._notes.get(note))]
                self._charts += [self._relations[one].target for one in words.charts if one in self._relations]
                for box in words.boxes:
                    self._fill(found, box)

    def _show_charts(self, names: list[str]) -> None:
        for name in names:
            root = None if name.lower() in self._drawn else self._package.tree(name)
            self._drawn.add(name.lower())
            chart = None if root is None else chart_of(root, Spot(self._line))
            if chart is not None:
                self.blocks.append(chart)
