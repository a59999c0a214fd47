"""热力表的画法: filings down, rules across, a count in every cell that leads to the findings.

Drawn by hand: a batch of 200 filings has some 8,000 cells, over which a table library takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from filings.models import Filing
from reviews.heat import Cell, Heat, HeatRow, rule_name

NAME: Final = "name"
OPEN: Final = "open"
_EMPTY: Final = SafeString("<td></td>")
_CELL: Final = '<td><a class="heat heat-{}" href="{}#rule-{}" title="{}" aria-label="{}">{}</a></td>'


@dataclass(frozen=True, slots=True)
class Head:
    """表头: number and name of a rule, where a click sorts, how the table is sorted by it, and in how many filings it speaks."""

    number: str
    name: str
    href: str
    sorted: str
    filings: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """一行: one filing; `cells` are drawn, one for every rule."""

    filing: Filing
    name: str
    unit: str
    href: str
    live: bool
    open: int
    cells: SafeString


class HeatTable:
    """热力表 in the order that an address asks for; an unknown order is the usual one, most to settle first."""

    def __init__(self, heat: Heat, query: QueryDict) -> None:
        """Sort and draw."""
        self._query = query
        known = {NAME, OPEN, *heat.rules}
        asked = query.get("sort", "")
        self._order = asked if asked.removeprefix("-") in known else f"-{OPEN}"
        rows = sorted(heat.rows, key=lambda row: name_of(row.filing))
        self._key = self._order.removeprefix("-")
        if self._key != NAME:
            rows.sort(key=_number(self._key), reverse=self._order.startswith("-"))
        elif self._order.startswith("-"):
            rows.reverse()
        self.by_name = self._head(NAME, "填报")
        self.by_open = self._head(OPEN, "未了结")
        self.rules = [self._head(rule, rule_name(rule), rows) for rule in heat.rules]
        self.lines = [_line(row, heat.rules) for row in rows]

    def _head(self, key: str, name: str, rows: list[HeatRow] | None = None) -> Head:
        query = self._query.copy()
        first = key if key == NAME else f"-{key}"  # names from the first, counts from the largest
        query["sort"] = first if self._order != first else first[1:] if first.startswith("-") else f"-{first}"
        sorting = "" if key != self._key else "descending" if self._order.startswith("-") else "ascending"
        return Head(key, name, f"?{query.urlencode()}", sorting, sum(key in row.cells for row in rows or ()))


def name_of(filing: Filing) -> str:
    """项目名称, or the unit's."""
    return filing.subject.project.name if filing.subject.project else filing.subject.department.name


def _number(key: str) -> Callable[[HeatRow], int]:
    """What a column of counts is sorted by."""
    return lambda row: row.open if key == OPEN else row.cells[key].count if key in row.cells else 0


def _line(row: HeatRow, rules: tuple[str, ...]) -> Line:
    filing = row.filing
    unit, href = filing.subject.department, reverse("review", args=[filing.pk])
    cells = format_html_join("", "{}", ((drawn,) for drawn in _drawn(row, rules, href)))
    return Line(filing, name_of(filing), unit.short_name or unit.name, href, row.live, row.open, cells)


def _drawn(row: HeatRow, rules: tuple[str, ...], href: str) -> Iterator[SafeString]:
    for rule in rules:
        cell = row.cells.get(rule)
        yield _cell(rule, cell, href) if cell else _EMPTY


def _cell(rule: str, cell: Cell, href: str) -> SafeString:
    """The count, coloured by the gravest that nobody settled."""
    told = f"{rule} {rule_name(rule)}：{cell.count} 条"
    if cell.settled:
        told += f"，其中已说明或放行 {cell.settled} 条"
    return format_html(_CELL, cell.severity or "settled", href, rule, told, told, cell.count)
