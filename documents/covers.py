"""封面的排布: how much room is left between the groups of lines, so that they spread over the whole page."""

from __future__ import annotations

from typing import Final

from . import measure, style
from .tree import Cover, Part

_STEP_MM: Final = 5  # the style sheet has one class per step
_MOST_MM: Final = 40


def cover_of(part: Part) -> Cover | None:
    """Return the cover a part consists of, None for any other part."""
    return next((block for block in part.blocks if isinstance(block, Cover)), None)


def room_mm(part: Part) -> int:
    """Return the blank above the title and above every group, in whole steps; 0 for a part without a cover."""
    cover = cover_of(part)
    if cover is None:
        return 0
    taken = measure.block_height(cover.title, part)
    texts = [cover.note] * bool(cover.note) + [f"{x.label} {x.value}" for group in cover.groups for x in group]
    width = style.paper(part).content_width - 2 * style.COVER_SIDE_MM
    points = style.body_points(part)
    lines = sum(measure.line_count(text, width_points=width * style.POINTS_PER_MM, points=points) for text in texts)
    taken += lines * points * style.LINE_PITCH / style.POINTS_PER_MM
    room = (style.paper(part).content_height - taken) / (len(cover.groups) + 1)
    return int(min(max(room, _STEP_MM), _MOST_MM) // _STEP_MM * _STEP_MM)
