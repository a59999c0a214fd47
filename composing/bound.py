"""活数据的取值: the facts a form lets its texts quote, as it prints them inside a sentence, and its texts with them put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from blueprints.schema import Blueprint, Derived, FieldEntry, FiguresTable, FundsTable, RecordsTable, ScoresEntry
from composing.figures import said
from composing.inputs import Inputs
from factbook.book import FactBook, IndicatorFact
from factbook.bound import INDICATORS, BoundFact, BoundFacts, prose_columns, put_in, quotes_facts
from factbook.labels import IDENTITY_LABELS, INDICATOR_LABELS, label_of
from scoring.sheet import ScoreSheet
from values.numerals import plain
from values.text import fold_width
from values.units import is_unit

_FIGURE: Final = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<unit>\D*)")
_ASKED: Final = ("figure.", "grade.")
_MEASURES: Final = ("actual", "target")
_SAME: Final = frozenset({"subject.year"})  # year by its other name


def bound_facts(blueprint: Blueprint, book: FactBook, sheet: ScoreSheet) -> BoundFacts:
    """Every fact a text of this form may quote, grouped as people look for them."""
    inputs = Inputs(blueprint, book, sheet)
    return BoundFacts(tuple(dict.fromkeys(_facts(inputs))))


def expanded(blueprint: Blueprint, book: FactBook, sheet: ScoreSheet) -> tuple[FactBook, ScoreSheet]:
    """Book and sheet as they are printed and checked: every token of their texts replaced by its fact's present value."""
    columns = prose_columns(blueprint)
    if not quotes_facts(book, columns):
        return book, sheet
    facts = bound_facts(blueprint, book, sheet)
    lines = tuple(replace(line, reason=facts.expand(line.reason)) for line in sheet.lines)
    return put_in(book, columns, facts.expand), replace(sheet, lines=lines)


def _facts(inputs: Inputs) -> Iterator[BoundFact]:
    yield from _rates(inputs)
    yield from _indicators(inputs)
    yield from _funds(inputs)
    yield from _figures(inputs)
    yield from _sums(inputs)
    yield from _projects(inputs)
    yield from _scores(inputs)
    yield from _identity(inputs)


def _rates(inputs: Inputs) -> Iterator[BoundFact]:
    for derived in inputs.blueprint.derived:
        yield _fact(inputs, f"derived.{derived.key}", derived.label, "比率与计算数", _unit(inputs, derived))


def _unit(inputs: Inputs, derived: Derived) -> str:
    return inputs.blueprint.print.unit if derived.shape == "money" else ""


def _indicators(inputs: Inputs) -> Iterator[BoundFact]:
    table = inputs.blueprint.table(INDICATORS)
    columns = {c.field: c.label for c in table.columns} if isinstance(table, RecordsTable) else {}
    named = [row for row in inputs.book.indicators if row.name.strip()]
    for row in named:
        for field in _MEASURES:
            if field in columns or not columns:
                label = f"{row.name.strip()}·{columns.get(field, INDICATOR_LABELS[field])}"
                yield _measure(inputs, row, field, label)


def _measure(inputs: Inputs, row: IndicatorFact, field: str, label: str) -> BoundFact:
    return _fact(inputs, f"{INDICATORS}.{row.uid}.{field}", label, "绩效指标", row.unit.strip())


def _funds(inputs: Inputs) -> Iterator[BoundFact]:
    tables = [table for table in inputs.blueprint.tables if isinstance(table, FundsTable)]
    for table in tables:
        for source in table.names():
            for stage in table.stages:
                if table.asks(stage, source):
                    path = f"funds.{stage.stage}.{source}"
                    label = label_of(inputs.blueprint, inputs.book, path)
                    short = label if len(tables) > 1 else label.partition("·")[2] or label
                    yield _fact(inputs, path, short, "资金", inputs.blueprint.print.unit)


def _figures(inputs: Inputs) -> Iterator[BoundFact]:
    filed = {f"figure.{derived.key}" for derived in inputs.blueprint.derived}
    for section in inputs.blueprint.sections:
        for entry in section.entries:
            if isinstance(entry, FieldEntry) and entry.path.startswith(_ASKED) and entry.path not in filed:
                yield _fact(inputs, entry.path, entry.label, "填报数")
    for table in inputs.blueprint.tables:
        for path in table.paths() if isinstance(table, FiguresTable) else ():
            if path not in filed:
                unit = inputs.blueprint.print.unit if inputs.view.is_amount(path) else ""
                yield _fact(inputs, path, label_of(inputs.blueprint, inputs.book, path), "填报数", unit)
    for breakdown in inputs.blueprint.breakdowns:
        yield _fact(inputs, f"total.{breakdown.key}", f"{breakdown.label} 合计", "合计", inputs.blueprint.print.unit)


def _sums(inputs: Inputs) -> Iterator[BoundFact]:
    lists = [table for table in inputs.blueprint.tables if isinstance(table, RecordsTable)]
    for table in lists:
        for column in table.columns:
            if column.field in table.figures():
                path = f"sum.{table.key}.{column.field}"
                unit = inputs.blueprint.print.unit if column.shape == "money" else ""
                yield _fact(inputs, path, label_of(inputs.blueprint, inputs.book, path), "合计", unit)


def _projects(inputs: Inputs) -> Iterator[BoundFact]:
    """Counts and sums over the unit's projects."""
    projects = inputs.blueprint.projects
    for path in projects.paths() if projects else ():
        figure = projects.figure(path.rpartition(".")[2]) if projects and ".sum." in path else None
        unit = inputs.blueprint.print.unit if figure and figure.shape == "money" else "" if figure else "个"
        yield _fact(inputs, path, label_of(inputs.blueprint, inputs.book, path), "各项目", unit)


def _scores(inputs: Inputs) -> Iterator[BoundFact]:
    asked = {key for s in inputs.blueprint.sections for e in s.entries if isinstance(e, ScoresEntry) for key in e.nodes}
    leaves = [leaf for node in inputs.blueprint.nodes() if node.key in asked for leaf in node.leaves()]
    if inputs.sheet.lines:
        yield _fact(inputs, "score.total.self", "自评总分", "得分", "分")
    for leaf in dict.fromkeys(leaf.key for leaf in leaves if not leaf.from_table):
        path = f"score.{leaf}.self"
        yield _fact(inputs, path, label_of(inputs.blueprint, inputs.book, path), "得分", "分")


def _identity(inputs: Inputs) -> Iterator[BoundFact]:
    for path, label in IDENTITY_LABELS.items():
        if path not in _SAME and (path == "year" or inputs.book.identity.get(path)):
            # Words and codes: a year or a project's code typed in a sentence is no figure to be offered for it.
            yield replace(_fact(inputs, path, label, "基本信息"), number="", unit="")


def _fact(inputs: Inputs, path: str, label: str, group: str, unit: str = "") -> BoundFact:
    value = " ".join(said(inputs, path).split())
    figure = _FIGURE.fullmatch(fold_width(value))
    if figure is None or not (figure["unit"] == "" or is_unit(figure["unit"])):
        return BoundFact(path, label, group, value)
    number = plain(Decimal(figure["digits"].replace(",", "")))
    return BoundFact(path, label, group, value, number, figure["unit"] or unit)
