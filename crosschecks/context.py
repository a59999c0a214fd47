"""勾稽的取数: what a rule may look at, and how it names places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.behind import behind
from blueprints.expressions import Expression
from blueprints.schema import Blueprint, PointNode, RecordsTable
from crosschecks.finding import Fix, Place, Severity
from crosschecks.reading import reading_order
from crosschecks.reports.fold import folded
from crosschecks.wording import money
from factbook.book import FactBook, IndicatorFact
from factbook.labels import INDICATOR_LABELS, label_of
from factbook.view import View
from scoring.leaf import Leaf
from scoring.rows import is_qualitative
from scoring.selected import counted
from scoring.sheet import ScoreLine, ScoreSheet

INDICATORS = "indicators"
QUANTITATIVE_KINDS = frozenset({"reach", "ratio", "banded", "deduct", "bonus", "met", "parts"})


@dataclass(frozen=True, slots=True)
class Found:
    """一条发现 before it gets its rule number: message, arithmetic, places, remedy. `severity` None: the rule's own."""

    message: str
    arithmetic: str
    places: tuple[Place, ...]
    remedy: str
    severity: Severity | None = None
    pending: bool = False
    fix: Fix | None = None


class Context:
    """勾稽上下文: blueprint, facts and score sheet of one form."""

    def __init__(self, blueprint: Blueprint, book: FactBook, sheet: ScoreSheet) -> None:
        self.blueprint = blueprint
        self.book = book
        self.sheet = sheet
        self.view = View(blueprint, book)
        self._labels: dict[str, str] = {}

    def number(self, expression: Expression) -> Decimal | None:
        """Value of an expression, None while unknown."""
        value = expression.evaluate(self.view)
        return value if isinstance(value, Decimal) else None

    def label(self, path: str) -> str:
        """What people call a place."""
        if path not in self._labels:  # every finding names its places, most of them several times
            self._labels[path] = label_of(self.blueprint, self.book, path)
        return self._labels[path]

    def place(self, path: str, quote: str | None = None) -> Place:
        """A place with what stands there; a total left blank stands for the sum of its sources."""
        return Place(path, self.label(path), self._stands(path) if quote is None else quote)

    def named(self, paths: Iterable[str]) -> list[tuple[str, Place]]:
        """Names that stand in places of the form, without blanks; a place left empty names nothing."""
        told = ((folded(self.book.raw(path)).replace(" ", ""), path) for path in paths)
        return [(name, self.place(path)) for name, path in told if name]

    def _stands(self, path: str) -> str:
        raw = self.view.raw(path)
        summed = path.startswith("sum.") or (path.startswith("funds.") and not raw.strip())
        total = self.view.number(path) if summed else None
        return raw if total is None else money(total, self.blueprint)

    def places(self, expression: Expression) -> tuple[Place, ...]:
        """Places an expression reads, in reading order."""
        return tuple(self.place(path) for path in sorted(expression.paths, key=expression.text.find))

    def roots(self, expression: Expression) -> tuple[Place, ...]:
        """Places of the form that an expression is reckoned from, however deep, in the form's order; sums of lists as such."""
        paths = {*expression.paths, *behind(self.blueprint, expression.paths)}
        order = reading_order(self.blueprint, self.book)
        asked = sorted((path for path in paths if path in order), key=order.__getitem__)
        return tuple(self.place(path) for path in (*asked, *sorted(p for p in paths if p.startswith("sum."))))

    def lines(self, nodes: tuple[str, ...]) -> Iterator[ScoreLine]:
        """Score lines below these nodes."""
        keys = {key for node in nodes for key in self.leaves(node)}
        return (line for line in self.sheet.lines if line.node in keys)

    def leaves(self, key: str) -> list[str]:
        """Leaf keys below a node of the points tree (the node itself when it is a leaf)."""
        node = self.blueprint.node(key)
        return [leaf.key for leaf in node.leaves()] if node else []

    def row(self, line: ScoreLine) -> IndicatorFact | None:
        """The indicator row behind a line, None for a leaf of the tree."""
        return self.book.indicator(line.key)

    def rows(self) -> Iterator[IndicatorFact]:
        """Indicator rows somebody typed into."""
        return (row for row in self.book.indicators if not row.is_empty)

    def table_rows(self, names: tuple[str, ...]) -> Iterator[IndicatorFact]:
        """Rows typed into, when one of `names` is the table of indicators or a leaf that takes its lines from there."""
        leaves = {key for name in names for key in self.leaves(name)}
        from_table = {leaf.from_table for leaf in self.blueprint.leaves() if leaf.key in leaves}
        return self.rows() if INDICATORS in from_table.union(names) else iter(())

    def row_name(self, row: IndicatorFact) -> str:
        """A row as people would say it: its name, else its number."""
        return row.name.strip() or self.label(f"indicators.{row.uid}")

    def column(self, name: str) -> str:
        """A column of the indicators in the form's words (完成值)."""
        table = self.blueprint.table(INDICATORS)
        column = table.column(name) if isinstance(table, RecordsTable) else None
        return column.label if column else INDICATOR_LABELS.get(name, name)

    def leaf(self, line: ScoreLine) -> PointNode | None:
        """The leaf of the points tree that a line stands for, None for a row of a table."""
        return self.blueprint.node(line.key) if line.key == line.node else None

    def rows_behind(self, line: ScoreLine) -> list[IndicatorFact]:
        """Rows whose target and actual a line was reckoned from: its own, or those its leaf selects; none for other leaves."""
        row, leaf = self.row(line), self.leaf(line)
        if row is not None:
            return [row]
        if leaf is None or leaf.rule is None or leaf.rule.kind != "reach" or "indicator" not in leaf.rule.params:
            return []
        return counted(Leaf(leaf, leaf.rule, line.of or Decimal(0), self.blueprint, self.book, self.view))

    def figures(self, line: ScoreLine) -> tuple[Place, ...]:
        """Target and actual behind a line; the figures of a leaf that reads no row are named in its reason."""
        rows = self.rows_behind(line)
        return tuple(self.place(f"indicators.{row.uid}.{name}") for row in rows for name in ("target", "actual"))

    def reason_path(self, line: ScoreLine) -> str:
        """Where the reason for a deduction on this line is written."""
        return f"indicators.{line.key}.reason" if self.row(line) else f"score.{line.key}.reason"

    def is_quantitative(self, line: ScoreLine) -> bool:
        """Was the computed score reckoned from figures?"""
        row = self.row(line)
        if row is not None:
            return not is_qualitative(row)
        leaf = self.leaf(line)
        return leaf is not None and leaf.rule is not None and leaf.rule.kind in QUANTITATIVE_KINDS

    def name(self, line: ScoreLine) -> str:
        """A line as people would say it."""
        return line.label.strip() or self.label(line.path)
