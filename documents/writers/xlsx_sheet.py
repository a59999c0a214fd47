"""工作表: writes the blocks of one part from top to bottom into merged, wrapped cells of sufficient height."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, cast

from xlsxwriter.utility import xl_range_abs

from .. import charts, covers, grid, measure, style
from ..style import Font
from ..text import anchor, clean
from ..tree import (
    Align,
    Block,
    Cell,
    Chart,
    Cover,
    CoverLine,
    Heading,
    Line,
    Number,
    PageBreak,
    Paragraph,
    Part,
    SignBlock,
    Table,
    Title,
)
from . import xlsx_chart, xlsx_columns
from .xlsx_formats import Formats
from .xlsx_pages import Pages

_PIXELS_PER_MM = 96 / style.MM_PER_INCH
_MAX_ROW_POINTS = 400.0  # Excel's limit is 409: what is taller is spread over several rows
_MAX_CHARACTERS = 32_767  # Excel's limit for one cell
_PROSE_PITCH = 1.35  # Excel has no fixed line pitch, a line takes what its font asks for
_PROSE_LEAD = 3.0
_GAP_POINTS = 8.0

Place = tuple[int, int, int, int]  # first row, first column, last row, last column: as XlsxWriter counts, from 0


class SheetError(ValueError):
    """文字超出单元格容量: the message names the field and its length."""


class Sheet:
    """Writes one part; keeps the number of the next free row."""

    def __init__(self, workbook: Any, worksheet: Any, formats: Formats, part: Part) -> None:
        self._workbook = workbook
        self._worksheet = worksheet
        self._formats = formats
        self._part = part
        self._width = style.paper(part).content_width
        self._found = xlsx_columns.boundaries(part, self._width)
        self._last = len(self._found) - 2
        self._row = 0
        self._pages = Pages(part)
        self._blank = -1  # the last row left blank
        self._below: tuple[Block, ...] = ()

    def write(self) -> None:
        """Write all blocks, then the print settings that depend on them."""
        for column, (left, right) in enumerate(zip(self._found, self._found[1:], strict=False)):
            self._worksheet.set_column_pixels(column, column, round((right - left) * _PIXELS_PER_MM))
        for number, block in enumerate(self._part.blocks, start=1):
            self._below = self._part.blocks[number:]
            _WRITE[type(block)](self, block)
        end = self._row - 1
        self._worksheet.print_area(0, 0, max(0, end - (self._blank == end)), self._last)
        if self._pages.is_single:
            self._worksheet.fit_to_pages(1, 1)
        if self._pages.breaks:
            self._worksheet.set_h_pagebreaks(self._pages.breaks)

    def title(self, title: Title) -> None:
        """Write the title over the whole width."""
        self._prose(title.text, style.TITLE, Align.CENTER, pitch=style.TITLE_PITCH_POINTS)
        if title.subtitle:
            font = style.subtitle(self._part)
            self._prose(title.subtitle, font, Align.CENTER, pitch=font.points * _PROSE_PITCH)
        self._gap()

    def heading(self, heading: Heading) -> None:
        """Write a heading with the face of its level."""
        look = style.HEADINGS[min(max(heading.level, 1), 3)]
        points = style.body_points(self._part)
        font = Font(look.face, points, look.bold)
        self._prose("　　" + heading.text, font, Align.LEFT, key=heading.key, with_next=self._kept_below(points))

    def _kept_below(self, points: float) -> float:
        """Return the height of what a heading must not be parted from: further headings and one paragraph.

        A paragraph is one row and moves as a whole, the heading with it unless that would leave half a page empty.
        """
        height = 0.0
        for block in self._below:
            if not isinstance(block, Heading | Paragraph):
                break
            height += self._height("　　" + block.text, points, points * _PROSE_PITCH)
            if isinstance(block, Paragraph):
                break
        return min(height, style.paper(self._part).content_height * style.POINTS_PER_MM * style.KEPT_SHARE)

    def _height(self, text: str, points: float, pitch: float) -> float:
        width = self._width * xlsx_columns.TIGHTER * style.POINTS_PER_MM
        return measure.line_count(text, width_points=width, points=points) * pitch + _PROSE_LEAD

    def paragraph(self, block: Paragraph) -> None:
        """Write a paragraph as one merged, wrapped cell."""
        indented = block.indent and block.align is Align.LEFT
        font = Font(style.BODY.face, style.body_points(self._part))
        text = "\n".join("　　" * indented + piece for piece in clean(block.text).split("\n"))
        self._prose(text, font, block.align, key=block.key, lead=block.lead and block.lead + 2 * indented)

    def line(self, line: Line) -> None:
        """Write texts side by side."""
        aligns = [Align.LEFT, *[Align.CENTER] * (len(line.parts) - 2), Align.RIGHT][: len(line.parts)]
        starts = xlsx_columns.side_by_side(line.parts, self._part, 0.0, self._width)
        self._side_by_side([(text, align, "") for text, align in zip(line.parts, aligns, strict=True)], starts, 20.0)
        if line.key:
            self._name(line.key, (self._row - 1, 0, self._row - 1, self._last))

    def sign_block(self, block: SignBlock) -> None:
        """Write signature lines with room to sign."""
        self._gap()
        for row in block.rows:
            align = Align.CENTER if block.align is Align.CENTER else Align.LEFT
            entries = [(cell.label + cell.value, align, cell.key) for cell in row]
            starts = xlsx_columns.signs(block, row, self._part, self._width)
            self._side_by_side(entries, starts, style.SIGN_LINE_MM * style.POINTS_PER_MM)

    def page_break(self, _block: PageBreak) -> None:
        """End the printed page."""
        self._pages.end(self._row)

    def cover(self, cover: Cover) -> None:
        """Write a cover: rooms are blank rows of their height."""
        room = covers.room_mm(self._part) * style.POINTS_PER_MM
        font = Font(style.BODY.face, style.body_points(self._part))
        if cover.note:
            self._prose(cover.note, font, Align.LEFT)
        self._room(room)
        self.title(cover.title)
        for group in cover.groups:
            self._room(room)
            for line in group:
                self._cover_line(line, font)

    def _cover_line(self, line: CoverLine, font: Font) -> None:
        """Write a label and, in a cell with a rule below it, what is filled in."""
        left, right = (
            xlsx_columns.nearest(self._found, place)
            for place in (style.COVER_SIDE_MM, self._width - style.COVER_SIDE_MM)
        )
        split = (
            xlsx_columns.nearest(self._found, xlsx_columns.rule_start(line, font.points)) if line.is_ruled else right
        )
        split = min(split, right - line.is_ruled)
        text, begin = (line.value, split) if line.is_ruled else (line.label, left)
        room = (self._found[right] - self._found[begin]) * xlsx_columns.TIGHTER * style.POINTS_PER_MM
        lines = measure.line_count(text, width_points=room, points=font.points)
        (top, self._row) = self._lines(lines * font.points * style.LINE_PITCH)
        self._text((top, left, self._row - 1, split - 1), line.label, self._formats.plain(font, line.align))
        if line.is_ruled:
            look = self._formats.plain(font, Align.LEFT, is_ruled=True)
            self._text((top, split, self._row - 1, right - 1), line.value, look)
        if line.key:
            self._name(line.key, (top, begin, self._row - 1, right - 1))

    def _lines(self, height: float, *, with_next: float = 0) -> list[int]:
        """Take rows of this height for a text; return the first and the one after the last."""
        self._pages.place(self._row, height, with_next=with_next)
        return self._allot([height])

    def _room(self, points: float) -> None:
        self._worksheet.set_row(self._row, points)
        self._pages.skip(points)
        self._row += 1

    def table(self, table: Table) -> None:
        """Write a table; a row too tall for Excel becomes several sheet rows with its cells merged over them."""
        grid.verify(table)
        points = style.table_points(self._part)
        heights = measure.row_heights(table, width_mm=self._width * xlsx_columns.TIGHTER, points=points)
        heights = [height * style.POINTS_PER_MM for height in heights]
        table, new_pages = self._pages.split(table, heights)
        starts = self._allot(heights)
        self._pages.follow(starts, heights, new_pages)
        places = xlsx_columns.offsets(table, self._width)
        columns = [xlsx_columns.nearest(self._found, place) for place in places]
        for index, row in enumerate(table.rows):
            for cell in row.cells:
                bottom = starts[index + cell.rowspan] - 1
                place = (starts[index], columns[cell.column], bottom, columns[cell.column + cell.colspan] - 1)
                self._cell(place, cell, points)
        head = grid.header_count(table)
        if head and self._row == starts[0]:
            self._worksheet.repeat_rows(starts[0], starts[head] - 1)
        if table.key:
            self._name(table.key, (starts[0], 0, starts[-1] - 1, self._last))
        self._row = starts[-1]
        self._gap()

    def chart(self, chart: Chart) -> None:
        """Write unit, Excel's own chart, the figures it is fed from, and the caption; all on one page."""
        font = Font(style.BODY.face, charts.POINTS)
        points = style.table_points(self._part)
        data = charts.data_table(chart)
        height = charts.height_mm(chart) * style.POINTS_PER_MM
        rows = measure.row_heights(data, width_mm=self._width * xlsx_columns.TIGHTER, points=points)
        below = font.points * 2 if charts.is_empty(chart) else sum(rows) * style.POINTS_PER_MM + font.points * 4
        if charts.unit_line(chart):
            self._prose(charts.unit_line(chart), font, Align.RIGHT, with_next=height + below)
        if charts.is_empty(chart):
            self._prose(charts.NO_DATA, font, Align.CENTER, pitch=height / 2, with_next=below)
        else:
            self._picture(chart, data, height, below)
        self._prose(chart.title, font, Align.CENTER, key=chart.key)
        self._gap()

    def _picture(self, chart: Chart, data: Table, height: float, below: float) -> None:
        self._pages.place(self._row, height, with_next=below)
        (top, self._row) = self._allot([height])
        places = xlsx_columns.offsets(data, self._width)
        columns = tuple(xlsx_columns.nearest(self._found, place) for place in places[:-1])
        rows = tuple(self._row + number for number in range(len(data.rows)))
        self.table(data)
        source = xlsx_chart.Range(self._worksheet.get_name(), rows, columns)
        drawn = xlsx_chart.native_chart(self._workbook, chart, source)
        side = round((self._width - charts.WIDTH_MM) / 2 * _PIXELS_PER_MM)
        options = {"x_offset": max(0, side), "object_position": 2, "description": charts.described(chart)}
        self._worksheet.insert_chart(top, 0, drawn, options)

    def _allot(self, heights: list[float]) -> list[int]:
        """Set row heights in points from the current row on; return each row's first sheet row and the one after the last."""
        starts = [self._row]
        for height in heights:
            pieces = max(1, math.ceil(height / _MAX_ROW_POINTS))
            for number in range(starts[-1], starts[-1] + pieces):
                self._worksheet.set_row(number, height / pieces)
            starts.append(starts[-1] + pieces)
        return starts

    def _cell(self, place: Place, cell: Cell, points: float) -> None:
        look = self._formats.cell(cell, points)
        if isinstance(cell.content, Number):
            self._merge(place, look)
            self._worksheet.write_number(place[0], place[1], cell.content.value, look)
        else:
            width = self._found[place[3] + 1] - self._found[place[1]]
            self._text(place, cell.content.text + _foot(cell, width * style.POINTS_PER_MM / points), look)
        if cell.key:
            self._name(cell.key, place)

    def _prose(
        self,
        text: str,
        font: Font,
        align: Align,
        *,
        pitch: float = 0,
        key: str = "",
        with_next: float = 0,
        lead: int = 0,
    ) -> None:
        """Write one text over the whole width, as many rows high as it needs; its first `lead` characters are a heading."""
        pitch = pitch or font.points * _PROSE_PITCH
        height = self._height(text, font.points, pitch)
        starts = self._lines(height, with_next=with_next)
        place = (starts[0], 0, starts[1] - 1, self._last)
        self._text(place, text, self._formats.plain(font, align), self._formats.parts(font) if lead else (), lead)
        if key:
            self._name(key, place)
        self._row = starts[1]

    def _side_by_side(self, entries: list[tuple[str, Align, str]], starts: list[float], height: float) -> None:
        edges = xlsx_columns.edges(self._found, starts)
        if len(edges) <= len(entries):  # more entries than columns: better in one cell than not at all
            entries, edges = (
                [("　　".join(text for text, _, _ in entries), Align.LEFT, entries[0][2])],
                [0, len(self._found) - 1],
            )
        font = Font(style.BODY.face, style.body_points(self._part))
        needed = height
        for (text, _, _), left, right in zip(entries, edges, edges[1:], strict=False):
            width = (self._found[right] - self._found[left]) * xlsx_columns.TIGHTER * style.POINTS_PER_MM
            lines = measure.line_count(text, width_points=width, points=font.points)
            needed = max(needed, lines * font.points * style.TABLE_PITCH)
        self._pages.place(self._row, needed)
        self._worksheet.set_row(self._row, needed)
        for (text, align, key), left, right in zip(entries, edges, edges[1:], strict=False):
            place = (self._row, left, self._row, right - 1)
            self._text(place, text, self._formats.plain(font, align))
            if key:
                self._name(key, place)
        self._row += 1

    def _gap(self) -> None:
        self._worksheet.set_row(self._row, _GAP_POINTS)
        self._pages.skip(_GAP_POINTS)
        self._blank = self._row
        self._row += 1

    def _text(self, place: Place, text: str, look: Any, parts: tuple[Any, ...] = (), lead: int = 0) -> None:
        """`parts`: looks of the first `lead` characters and of the rest, where they differ."""
        text = clean(text)
        if len(text) > _MAX_CHARACTERS:
            raise SheetError(
                f"一个单元格最多容纳 {_MAX_CHARACTERS} 字，“{text[:20]}…”有 {len(text)} 字，请改用 DOCX 或 PDF"
            )
        self._merge(place, look)
        if parts and text[lead:]:
            heading, body = parts
            self._worksheet.write_rich_string(*place[:2], heading, text[:lead], body, text[lead:], look)
        elif text:
            self._worksheet.write_string(place[0], place[1], text, look)
        else:
            self._worksheet.write_blank(place[0], place[1], None, look)

    def _merge(self, place: Place, look: Any) -> None:
        if place[:2] != place[2:]:
            self._worksheet.merge_range(*place, "", look)

    def _name(self, key: str, place: Place) -> None:
        sheet = self._worksheet.get_name().replace("'", "''")
        self._workbook.define_name(anchor(key), f"='{sheet}'!{xl_range_abs(*place)}")


def _foot(cell: Cell, room: float) -> str:
    """Closing lines, pushed into the right half by blanks: a cell has one alignment. `room` is its width in em."""
    if not cell.foot:
        return ""
    lines = ("　" * int(room * style.FOOT_SHARE) + line for line in cell.foot)
    return "\n\n" + "\n".join(lines)


_WRITE = cast(
    "dict[type[Block], Callable[[Sheet, Block], None]]",
    {
        Title: Sheet.title,
        Heading: Sheet.heading,
        Paragraph: Sheet.paragraph,
        Line: Sheet.line,
        Table: Sheet.table,
        SignBlock: Sheet.sign_block,
        PageBreak: Sheet.page_break,
        Cover: Sheet.cover,
        Chart: Sheet.chart,
    },
)
