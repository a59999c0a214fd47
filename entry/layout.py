"""表格的 crispy 布局: each grid draws its cells with crispy's own field rendering."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

from crispy_forms.layout import LayoutObject
from crispy_forms.utils import render_field
from django.forms import Form
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from blueprints.schema import Blueprint, FigureRow, FiguresTable, FundsTable, RecordsTable, ScoresEntry
from entry.grids import FundsLine, RecordLine, funds_lines, record_lines, score_rows
from factbook.book import FactBook
from scoring.sheet import ScoreSheet
from values.money import MoneyUnit
from values.numerals import plain

CELL = "entry/cell.html"
PATTERN = "z0000000"  # uid of the empty row that scripts copy, putting a fresh uid in its place
FIELD = "entry/field.html"
BLANK_MEANS = "不填时按"  # before what stands where a figure is left blank
SUM_BELOW = "下列合计"


class Grid(LayoutObject, ABC):
    """表格 base: a template and what it shows."""

    template = ""

    def __init__(self) -> None:
        """Grids have no layout children of their own."""
        self.fields: list[object] = []

    def render(self, form: Form, context: Any, **kwargs: Any) -> SafeString:
        """HTML of the grid."""

        def draw(path: str, template: str = CELL, **more: Any) -> SafeString:
            # A copy for each: crispy leaves a layer on the context with every field, which a long grid pays for squared.
            drawn: SafeString = render_field(path, form, copy(context), template=template, extra_context=more)
            return drawn

        return render_to_string(self.template, self.told(draw))

    @abstractmethod
    def told(self, draw: Any) -> dict[str, Any]:
        """Context of the template; `draw(path)` gives a field's HTML."""


class FundsGrid(Grid):
    """资金表."""

    template = "entry/funds.html"

    def __init__(self, table: FundsTable, book: FactBook, unit: MoneyUnit, figures: Sequence[str]) -> None:
        """Rows of sources, columns of stages, and the figures that may be filed with them."""
        super().__init__()
        self.table, self.unit, self.figures = table, unit, figures
        self.lines = funds_lines(table, book, unit)

    def told(self, draw: Any) -> dict[str, Any]:
        """Lines with their drawn cells."""
        return {
            "table": self.table,
            "unit": self.unit,
            "lines": [
                {"label": line.label, "total": line.total, "cells": self._cells(line, draw)} for line in self.lines
            ],
            "figures": [draw(path, FIELD) for path in self.figures],
        }

    @staticmethod
    def _cells(line: FundsLine, draw: Any) -> list[SafeString | str]:
        sums = line.sums or ("",) * len(line.cells)
        cells = zip(line.cells, sums, strict=True)
        return [
            draw(path, sums=bool(line.sums), total=total, sum_label=SUM_BELOW) if path else "" for path, total in cells
        ]


class FiguresGrid(Grid):
    """数字表."""

    template = "entry/figures.html"

    def __init__(self, table: FiguresTable, unit: MoneyUnit, beside: Mapping[str, str], *, heading: str = "") -> None:
        """Rows and columns of the table; `beside` is what stands where a cell is left blank, `heading` that of the page."""
        super().__init__()
        self.table, self.unit, self.beside, self.heading = table, unit, beside, heading

    def told(self, draw: Any) -> dict[str, Any]:
        """Rows with their drawn cells."""
        rows = [{"label": row.label, "hint": row.hint, "cells": self._cells(row, draw)} for row in self.table.rows]
        return {"table": self.table, "heading": self.heading, "unit": self.unit, "rows": rows}

    def _cells(self, row: FigureRow, draw: Any) -> list[SafeString | str]:
        paths = (self.table.path(row, column) for column in self.table.columns)
        return [self._cell(path, draw) if path else "" for path in paths]

    def _cell(self, path: str, draw: Any) -> SafeString:
        beside = self.beside.get(path, "")
        told: SafeString = draw(path, sums=path in self.beside, total=beside, sum_label=BLANK_MEANS)
        return told


class RecordsGrid(Grid):
    """明细表, with buttons for its rows and an empty row as pattern for new ones."""

    template = "entry/records.html"

    def __init__(
        self,
        blueprint: Blueprint,
        table: RecordsTable,
        uids: Sequence[str],
        before: Sequence[str],
        scores: ScoreSheet,
        *,
        heading: str = "",
    ) -> None:
        """Rows as they stand on the page (`uids`), those of them that are stored (`before`); `heading` of the page."""
        super().__init__()
        self.heading = heading
        self.table, self.uids, self.before = table, uids, before
        self.empty = record_lines(blueprint, table, [PATTERN])[0]
        self.lines = record_lines(blueprint, table, uids)
        self.points = {line.key: line.award.points for line in scores.lines}

    def told(self, draw: Any) -> dict[str, Any]:
        """Lines with their drawn cells."""
        return {
            "table": self.table,
            "heading": self.heading,
            "lines": [self._row(line, draw) for line in self.lines],
            "pattern": self._row(self.empty, draw),
            "uids": " ".join(self.uids),
            "before": " ".join(self.before),
        }

    def _row(self, line: RecordLine, draw: Any) -> dict[str, Any]:
        cells = [
            {"column": c, "html": draw(path, computed=self._computed(c.field, line.uid))} for c, path in line.cells
        ]
        return {"uid": line.uid, "number": line.number, "cells": cells}

    def _computed(self, field: str, uid: str) -> dict[str, str] | None:
        if field != "score" or self.table.key != "indicators":
            return None
        points = self.points.get(uid)
        return {"key": uid, "points": "" if points is None else plain(points)}


class ScoresGrid(Grid):
    """评分表: computed points and their reasons beside the self score."""

    template = "entry/scores.html"

    def __init__(self, blueprint: Blueprint, entry: ScoresEntry, scores: ScoreSheet, book: FactBook) -> None:
        """Rows of the points tree."""
        super().__init__()
        self.rows = score_rows(blueprint, entry, scores, book)
        self.scores = scores
        self.total = "total" in entry.nodes

    def told(self, draw: Any) -> dict[str, Any]:
        """Rows with their drawn inputs."""
        rows = [
            {
                "row": row,
                "points": _points(row.line),
                "because": row.line.award.because.sentence() if row.line else "",
                "input": draw(row.path) if row.path else "",
                "reason": draw(row.reason_path) if row.reason_path else "",
            }
            for row in self.rows
        ]
        return {"rows": rows, "total": draw("score.total.self", FIELD) if self.total else "", "scores": self.scores}


def _points(line: Any) -> str:
    return plain(line.award.points) if line and line.award.points is not None else ""
