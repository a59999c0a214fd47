"""单元格格式: every distinct look is made once per workbook and shared by all cells."""

from __future__ import annotations

from typing import Any

from .. import style
from ..style import Face, Font
from ..tree import Align, Cell, Number

_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}


class Formats:
    """格式表 of one workbook."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def cell(self, cell: Cell, points: float) -> Any:
        """Return the format of a table cell: bordered, wrapped, numbers by their own code."""
        align = style.alignment(cell)
        if isinstance(cell.content, Number):
            # Excel takes one face for all letters of a cell: figures standing alone get the face of figures, and
            # shrink where the column is narrow, because a figure that does not fit is printed as ####.
            font = Font(Face.DIGITS, points, cell.bold)
            code = cell.content.excel_format
            return self._get(font, align, border=1, valign="vcenter", num_format=code, shrink=True)
        font = Font(style.CELL_FACES[cell.role], points, cell.bold)
        return self._get(font, align, border=1, valign="vcenter", num_format="@", text_wrap=True)

    def plain(self, font: Font, align: Align, *, is_ruled: bool = False) -> Any:
        """Return a format without borders, for titles, prose and signatures; `is_ruled`: with a rule below to write on."""
        rule = {"bottom": 1} if is_ruled else {"border": 0}
        return self._get(font, align, **rule, valign="vcenter", num_format="@", text_wrap=True)

    def parts(self, font: Font) -> tuple[Any, Any]:
        """Return the looks of a heading inside a line of text, a second-level one, and of the text behind it."""
        lead = style.HEADINGS[2]
        return self._face(Font(lead.face, font.points, lead.bold)), self._face(font)

    def _get(self, font: Font, align: Align, **more: Any) -> Any:
        return self._face(font, align=_ALIGN[align], **more)

    def _face(self, font: Font, **more: Any) -> Any:
        look = {"font_name": font.face.value, "font_size": font.points, "bold": font.bold, **more}
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(look)
        return self._made[key]
