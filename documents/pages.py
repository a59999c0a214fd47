"""预计分页: a part whose tall groups are cut where, by estimate, its pages end.

DOCX has nothing better, for nobody lays it out before it is opened. PDF takes it as a first guess, which mostly spares
laying out twice.
"""

from __future__ import annotations

from dataclasses import replace

from . import grid, measure, paginate, style
from .tree import Block, PageBreak, Part, Table


def expected(part: Part) -> Part:
    """Return the part with its tables split; raise GridError for a table with a hole or an overlap."""
    page = style.paper(part).content_height
    taken = 0.0
    blocks: list[Block] = []
    for block in part.blocks:
        if isinstance(block, PageBreak):
            taken = 0.0
        blocks.append(_split(block, part, page - taken, page) if isinstance(block, Table) else block)
        taken = (taken + measure.block_height(block, part)) % page
    unchanged = all(new is old for new, old in zip(blocks, part.blocks, strict=True))
    return part if unchanged else replace(part, blocks=tuple(blocks))


def _split(table: Table, part: Part, first: float, page: float) -> Table:
    grid.verify(table)
    width, points = style.paper(part).content_width, style.table_points(part)
    heights = measure.row_heights(table, width_mm=width, points=points)
    return paginate.split_by_estimate(table, heights, first=first, page=page, limit=page * style.KEPT_SHARE)
