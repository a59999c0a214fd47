"""XLSX 的读取: every visible sheet as one table, its text boxes and charts behind it. Runs in the child process only."""

from __future__ import annotations

import re
from typing import Any, Final
from zipfile import ZipFile

from documents.readers.book import Book, SheetPart
from documents.readers.charts import chart_of
from documents.readers.clean import plain
from documents.readers.markup import CHART, DRAWING, LINK, PLACED, whole
from documents.readers.package import Package
from documents.readers.paper import Paper, PaperBlock, PaperText, Spot
from documents.readers.references import column_letter
from documents.readers.sheet import notes_of, read_sheet, table_of
from documents.readers.tally import Tally, check_blocks

_CHART_PART: Final = re.compile(r"(?i)xl/charts/chart\d*\.xml")


def read_xlsx(path: str) -> Paper:
    """The paper of a file that has passed gate and parts."""
    with ZipFile(path) as archive:
        workbook = _Workbook(Package(archive))
        workbook.read()
    check_blocks(workbook.blocks)
    return Paper(tuple(workbook.blocks), notes=tuple(workbook.notes))


class _Workbook:
    """工作簿: goes through the sheets once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._tally = Tally()
        self._book = Book(package, self._tally)
        self._drawn: set[str] = set()
        self.blocks: list[PaperBlock] = []
        self.notes: list[str] = []

    def read(self) -> None:
        """Read every visible sheet, then charts that no sheet shows."""
        for part in self._book.sheets:
            if part.hidden:
                self.notes.append(f"工作表“{part.name}”是隐藏的，没有读取。")
                self._drawn.update(self._charts_of(part))
            else:
                self._sheet(part)
        for name in self._package.named("xl/charts/chart"):
            if _CHART_PART.fullmatch(name) and name.lower() not in self._drawn:
                self._chart(name, "")

    def _sheet(self, part: SheetPart) -> None:
        data = self._package.data(part.part)
        if data:
            sheet = read_sheet(self._book, part.name, data, self._tally)
            table = table_of(sheet, self._book.keys, self._tally)
            if table.height:
                self.blocks.append(table)
            self.notes += notes_of(sheet)
        drawing = self._package.beside(part.part, "drawing")
        root = self._package.tree(drawing) if drawing else None
        for anchor in root if root is not None else ():
            self._anchored(anchor, drawing, part.name)

    def _charts_of(self, part: SheetPart) -> set[str]:
        drawing = self._package.beside(part.part, "drawing")
        relations = self._package.relations(drawing).values() if drawing else ()
        return {relation.target.lower() for relation in relations if relation.kind == "chart"}

    def _anchored(self, anchor: Any, drawing: str, sheet: str) -> None:
        """A text box or chart, at the cell where its corner stands."""
        where = f"{sheet}!{_corner(anchor)}"
        for body in anchor.iter(f"{PLACED}txBody"):
            lines = ["".join(t.text or "" for t in p.iter(f"{DRAWING}t")) for p in body.iter(f"{DRAWING}p")]
            if text := plain("\n".join(lines)).strip():
                self.blocks.append(PaperText(self._tally.text(text), 0, Spot(0, where)))
        relations = self._package.relations(drawing)
        for chart in anchor.iter(f"{CHART}chart"):
            relation = relations.get(str(chart.get(f"{LINK}id")))
            if relation is not None and relation.target.lower() not in self._drawn:
                self._chart(relation.target, where)

    def _chart(self, name: str, where: str) -> None:
        self._drawn.add(name.lower())
        root = self._package.tree(name)
        chart = None if root is None else chart_of(root, Spot(0, where))
        if chart is not None:
            self.blocks.append(chart)


def _corner(anchor: Any) -> str:
    row = whole(anchor.findtext(f"{PLACED}from/{PLACED}row") or "", 0)
    column = whole(anchor.findtext(f"{PLACED}from/{PLACED}col") or "", 0)
    return f"{column_letter(column)}{row + 1}"
