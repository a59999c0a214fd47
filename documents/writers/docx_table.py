"""Word 表格: one pass over the grid, one XML element per cell; table.cell() of python-docx is quadratic."""

from __future__ import annotations

from copy import deepcopy

from lxml.etree import _Element

from .. import grid, measure, paginate, style
from ..text import paragraphs
from ..tree import Align, Cell, Part, Row, Table
from .docx_elements import Bookmarks, element, paragraph, run, twips
from .docx_styles import Styles, exact_spacing

# Not justified as prose is: a narrow cell would be torn into single characters.
_JUSTIFY = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def build_table(table: Table, part: Part, styles: Styles, bookmarks: Bookmarks) -> _Element:
    """Return the finished `w:tbl`; raise GridError for a table with a hole or an overlap."""
    paper, points = style.paper(part), style.table_points(part)
    heights = measure.row_heights(table, width_mm=paper.content_width, points=points)
    limit = paper.content_height * style.KEPT_SHARE
    kept = paginate.kept_rows(table, heights, limit)
    widths = measure.column_widths(table, paper.content_width)
    made = element("w:tbl", None, _properties(paper.content_width), _grid(widths))
    draw = _Draw(styles, bookmarks, points, widths)
    for index, (row, line) in enumerate(zip(table.rows, grid.owners(table), strict=True)):
        flows = heights[index] > limit
        made.append(draw.row(row, line, keep=index in kept, flows=flows))
    return made


def _properties(width_mm: float) -> _Element:
    size = str(round(style.BORDER_POINTS * 8))
    line = {"w:val": "single", "w:sz": size, "w:space": "0", "w:color": "000000"}
    rise, side = twips(style.CELL_RISE_MM), twips(style.CELL_PADDING_MM)
    margins = (("top", rise), ("left", side), ("bottom", rise), ("right", side))
    return element(
        "w:tblPr",
        None,
        element("w:tblW", {"w:w": twips(width_mm), "w:type": "dxa"}),
        element("w:jc", {"w:val": "center"}),
        element("w:tblBorders", None, *(element(f"w:{name}", line) for name in _SIDES)),
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblCellMar", None, *(element(f"w:{name}", {"w:w": w, "w:type": "dxa"}) for name, w in margins)),
    )


def _grid(widths: list[float]) -> _Element:
    return element("w:tblGrid", None, *(element("w:gridCol", {"w:w": twips(width)}) for width in widths))


class _Draw:
    """Draws the rows of one table."""

    def __init__(self, styles: Styles, bookmarks: Bookmarks, points: float, widths: list[float]) -> None:
        self._styles = styles
        self._bookmarks = bookmarks
        self._points = points
        self._widths = widths

    def row(self, row: Row, line: list[Cell], *, keep: bool, flows: bool) -> _Element:
        properties = [] if flows else [element("w:cantSplit")]
        if row.min_height_mm:
            properties.append(element("w:trHeight", {"w:val": twips(row.min_height_mm), "w:hRule": "atLeast"}))
        if row.header:
            properties.append(element("w:tblHeader"))
        made = element("w:tr", None, element("w:trPr", None, *properties))
        own = {id(cell) for cell in row.cells}
        flags = ("w:keepNext",) if keep else ()
        column = 0
        for cell in line:
            if cell.column != column:
                continue
            before = (*flags, "w:pageBreakBefore") if row.break_before and column == 0 else flags
            made.append(self._cell(cell, before, starts=id(cell) in own))
            column += cell.colspan
        return made

    def _cell(self, cell: Cell, flags: tuple[str, ...], *, starts: bool) -> _Element:
        width = sum(self._widths[cell.column : cell.column + cell.colspan])
        properties = element("w:tcPr", None, element("w:tcW", {"w:w": twips(width), "w:type": "dxa"}))
        if cell.colspan > 1:
            properties.append(element("w:gridSpan", {"w:val": str(cell.colspan)}))
        if cell.rowspan > 1:
            properties.append(element("w:vMerge", {"w:val": "restart"} if starts else None))
        properties.append(element("w:vAlign", {"w:val": "center"}))
        return element("w:tc", None, properties, *self._paragraphs(cell, flags, starts=starts))

    def _paragraphs(self, cell: Cell, flags: tuple[str, ...], *, starts: bool) -> list[_Element]:
        name = self._styles.cell(cell.role, self._points)
        pieces = paragraphs(cell.content.text) if starts else [""]
        made = []
        for number, piece in enumerate(pieces):
            content = [run(piece, bold=cell.bold)] if piece else []
            if number == 0 and starts:
                content = self._bookmarks.around(cell.key, content)
            properties = [
                *(element(flag) for flag in flags),
                element("w:jc", {"w:val": _JUSTIFY[style.alignment(cell)]}),
            ]
            made.append(paragraph(name, properties, content))
        return made + (self._foot(name, cell, flags) if starts else [])

    def _foot(self, name: str, cell: Cell, flags: tuple[str, ...]) -> list[_Element]:
        """Closing lines in the right half, room to sign above the first."""
        width = sum(self._widths[cell.column : cell.column + cell.colspan])
        indent = element("w:ind", {"w:left": twips(width * style.FOOT_SHARE)})
        made = []
        for number, line in enumerate(cell.foot):
            lead = 0.0 if number else style.SIGN_LEAD_MM
            spacing = exact_spacing(self._points * style.TABLE_PITCH, before_mm=lead)
            properties = [*(element(flag) for flag in flags), spacing, deepcopy(indent)]
            made.append(paragraph(name, properties, [run(line)]))
        return made
