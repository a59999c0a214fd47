"""工作表分页: where a printed sheet's pages end, so that breaks fall between groups as in the other formats.

Excel, WPS and LibreOffice keep to manual row breaks when a sheet is fitted to one page in width only.
"""

from __future__ import annotations

from collections.abc import Sequence

from .. import paginate, style
from ..grid import header_count
from ..tree import Part, Table

_SAFETY = 0.985  # rows have the heights they are given, so little is enough
_SQUEEZED = 0.12  # of a page: so little more than one page is printed on one, a trifle smaller


class Pages:
    """分页表: follows the rows down the sheet; lengths in points."""

    def __init__(self, part: Part) -> None:
        self._page = style.paper(part).content_height * style.POINTS_PER_MM * _SAFETY
        self._taken = 0.0
        self._over = False
        self.breaks: list[int] = []  # sheet rows above which a new page begins

    @property
    def is_single(self) -> bool:
        """Should the sheet be shrunk to one page?"""
        return self._over and not self.breaks

    def end(self, row: int) -> None:
        """Begin a new page at sheet row `row`."""
        if row:
            self.breaks.append(row)
        self._taken = 0.0

    def place(self, row: int, height: float, *, with_next: float = 0) -> None:
        """Put a row of `height` at sheet row `row`; on a new page where it and `with_next` below it do not fit."""
        if self._taken and self._taken + height + with_next > self._page:
            self.end(row)
        self._taken += height

    def skip(self, height: float) -> None:
        """Leave a blank of `height`, which is no reason for a new page."""
        self._taken = min(self._taken + height, self._page)

    def split(self, table: Table, heights: Sequence[float]) -> tuple[Table, list[int]]:
        """Return the table with merged cells cut at page ends, and its rows that begin a page."""
        kept = paginate.kept_rows(table, heights, self._page * style.KEPT_SHARE)
        head = sum(heights[: header_count(table)])
        room = self._page - self._taken
        starts = paginate.page_starts(table.rows, heights, kept, first=room, page=self._page - head)
        if len(starts) == 1 and not self.breaks and sum(heights[starts[0] :]) <= _SQUEEZED * self._page:
            self._over = True
            return table, []
        return paginate.split(table, paginate.crossed_rows(table).intersection(starts)), starts

    def follow(self, rows: Sequence[int], heights: Sequence[float], starts: Sequence[int]) -> None:
        """Go past a table: `rows` are the sheet rows of its rows, `starts` those of its rows that begin a page."""
        for start in starts:
            self.end(rows[start])
        self._taken += sum(heights[starts[-1] if starts else 0 :])
        self._taken %= self._page
