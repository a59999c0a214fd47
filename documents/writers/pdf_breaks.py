"""PDF 分页核对: where the pages of a finished layout end, against where its tables were cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from .. import measure, paginate, style
from ..tree import Document, Part, Table
from .html import row_id

_PIXELS_PER_MM = 96 / style.MM_PER_INCH
_CERTAIN = 1.15  # heights are estimates: what follows must fit with so much to spare
_NOTICED = 0.15  # of a page: less room left at its end is the caution of the estimate


def cut_at_pages(document: Document, laid_out: Any) -> Document:
    """Return the document with merged cells cut where pages ended, or the very same object if none crosses."""
    last = {name: number for number, page in enumerate(laid_out.pages) for name in page.anchors}
    first = {name: number for number, page in reversed(list(enumerate(laid_out.pages))) for name in page.anchors}
    parts = []
    for part_number, part in enumerate(document.parts):
        blocks = list(part.blocks)
        for index, table in _tables(part):
            names = [row_id(part_number, index, row) for row in range(len(table.rows))]
            ends = [(first.get(name, -1), last.get(name, -1)) for name in names]
            blocks[index] = paginate.split(table, _crossings(table, ends))
        unchanged = all(new is old for new, old in zip(blocks, part.blocks, strict=True))
        parts.append(part if unchanged else replace(part, blocks=tuple(blocks)))
    unchanged = all(new is old for new, old in zip(parts, document.parts, strict=True))
    return document if unchanged else replace(document, parts=tuple(parts))


def _crossings(table: Table, ends: list[tuple[int, int]]) -> list[int]:
    """`ends` are the first and the last page of every row; a row that flows over a page end is no place to cut."""
    return [row for row in paginate.crossed_rows(table) if 0 <= ends[row - 1][1] < ends[row][0]]


def ends_too_early(document: Document, laid_out: Any) -> bool:
    """Say whether some page was ended before a row that would have fitted on it.

    So it happens where the rows above the cut went to a later page than expected: alone on it, a heading most often.
    """
    bottoms = {name: box[3] / _PIXELS_PER_MM for page in laid_out.pages for name, box in page.anchors.items()}
    return any(
        _leaves_room(table, part, {row: bottoms.get(row_id(number, index, row)) for row in range(len(table.rows))})
        for number, part in enumerate(document.parts)
        for index, table in _tables(part)
        if any(row.break_before for row in table.rows)
    )


def _leaves_room(table: Table, part: Part, bottoms: Mapping[int, float | None]) -> bool:
    """`bottoms` are where rows end on their last page, millimetres below its top edge."""
    paper = style.paper(part)
    heights = measure.row_heights(table, width_mm=paper.content_width, points=style.table_points(part))
    kept = paginate.kept_rows(table, heights, paper.content_height * style.KEPT_SHARE)
    for row, cut in enumerate(table.rows):
        bottom = bottoms[row - 1] if row and cut.break_before else None
        if bottom is None:
            continue
        stop = next(below for below in range(row, len(heights)) if below not in kept)
        room = paper.height - paper.bottom - bottom
        if room > max(_NOTICED * paper.content_height, sum(heights[row : stop + 1]) * _CERTAIN):
            return True
    return False


def _tables(part: Part) -> Iterator[tuple[int, Table]]:
    return ((index, block) for index, block in enumerate(part.blocks) if isinstance(block, Table))
