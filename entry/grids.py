"""表格填报: funds matrix, records grid and score grid as plain rows of cells, before any HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from blueprints.schema import Blueprint, ColumnDef, Derived, FundsTable, PointNode, RecordsTable, ScoresEntry
from entry.asks import cell_ask, named, new_uid
from factbook.book import FactBook
from factbook.view import View
from scoring.sheet import ScoreLine, ScoreSheet
from values.money import MoneyUnit, print_money
from values.numerals import plain
from values.ratio import percent_text


@dataclass(frozen=True, slots=True)
class FundsLine:
    """资金行: `cells` per stage, a path or '' where the form does not ask; `sums` what the rows below add up to."""

    label: str
    total: bool
    cells: tuple[str, ...]
    sums: tuple[str, ...]


def funds_lines(table: FundsTable, book: FactBook, unit: MoneyUnit) -> tuple[FundsLine, ...]:
    """Rows of the funds matrix."""
    shown, lines = _on_the_page(table, book), []
    for source in table.sources:
        asked = [table.asks(stage, source.source) for stage in table.stages]
        cells = tuple(
            f"funds.{stage.stage}.{source.source}" if wanted else ""
            for stage, wanted in zip(table.stages, asked, strict=True)
        )
        sums = tuple(_sum(shown, stage.stage, source.source, unit) for stage in table.stages) if source.total else ()
        lines.append(FundsLine(source.label, source.total, cells, sums))
    return tuple(lines)


def _on_the_page(table: FundsTable, book: FactBook) -> FactBook:
    """The book with the amounts of this table only: what another form asked for is not below the total that is summed here.

    A table that asks for totals alone has the sums of all there is.
    """
    asked = {(stage.stage, name) for stage in table.stages for name in table.names() if table.asks(stage, name)}
    if len({name for _, name in asked}) == 1:
        return book
    return replace(book, funds={place: amount for place, amount in book.funds.items() if place in asked})


def _sum(book: FactBook, stage: str, source: str, unit: MoneyUnit) -> str:
    amount = book.fund_sum(stage, source)
    return "" if amount is None else print_money(amount, unit)


def funds_sums(table: FundsTable, book: FactBook, unit: MoneyUnit) -> dict[str, str]:
    """What the rows below add up to, by the path of each total's cell."""
    lines = [line for line in funds_lines(table, book, unit) if line.sums]
    return {path: total for line in lines for path, total in zip(line.cells, line.sums, strict=True) if path}


def computed_beside(blueprint: Blueprint, book: FactBook) -> dict[str, str]:
    """What stands if a figure that may be filed is left blank, by its path."""
    view = View(blueprint, book)
    found = {d.key: (d, view.derived_number(d.key)) for d in blueprint.derived if d.filed}
    return {
        f"figure.{key}": "" if value is None else _printed(blueprint, derived, value)
        for key, (derived, value) in found.items()
    }


def _printed(blueprint: Blueprint, derived: Derived, value: Decimal) -> str:
    match derived.shape:
        case "money":
            return print_money(value, MoneyUnit(blueprint.print.unit), decimals=blueprint.print.decimals)
        case "percent":
            return percent_text(value)
    return plain(value)


@dataclass(frozen=True, slots=True)
class RecordLine:
    """明细行: `cells` are (column, path)."""

    uid: str
    number: int
    cells: tuple[tuple[ColumnDef, str], ...]


def record_lines(blueprint: Blueprint, table: RecordsTable, uids: Sequence[str]) -> tuple[RecordLine, ...]:
    """Rows of a records grid."""
    return tuple(
        RecordLine(uid, n, tuple((c, cell_ask(blueprint, table, c, uid, n).path) for c in table.columns))
        for n, uid in enumerate(uids, 1)
    )


def uids_in(book: FactBook, table: str) -> tuple[str, ...]:
    """Rows of a table as they are stored."""
    if table == "indicators":
        return tuple(row.uid for row in book.indicators)
    return tuple(row.uid for row in book.lists.get(table, ()))


def rows_on_page(tables: Sequence[RecordsTable], book: FactBook) -> dict[str, tuple[str, ...]]:
    """Stored rows of each table; an empty table starts with its blank rows."""
    found = {}
    for table in tables:
        stored = uids_in(book, table.key)
        found[table.key] = stored or tuple(new_uid() for _ in range(max(1, table.blank_rows)))
    return found


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """评分行 of the page: a heading (`line` None) or a leaf with its two paths."""

    label: str
    depth: int
    of: str
    line: ScoreLine | None
    path: str = ""
    reason_path: str = ""
    guidance: str = ""
    explanation: str = ""
    shares: tuple[str, ...] = ()  # names of the rows that this one score is for


def score_rows(blueprint: Blueprint, entry: ScoresEntry, sheet: ScoreSheet, book: FactBook) -> tuple[ScoreRow, ...]:
    """The points tree below the entry's nodes, headings before their leaves."""
    lines = {line.key: line for line in sheet.lines}
    found = (node for top in blueprint.points for node in named(top, frozenset(entry.nodes)))
    return tuple(row for node in found for row in _tree(blueprint, book, node, 0, lines))


def _tree(
    blueprint: Blueprint, book: FactBook, node: PointNode, depth: int, lines: Mapping[str, ScoreLine]
) -> Iterator[ScoreRow]:
    of = plain(node.of) if node.of else ""
    guidance = blueprint.with_numbers(node.guidance)
    if node.children:
        yield ScoreRow(node.label, depth, of, None, guidance=guidance or node.because)
        for child in node.children:
            yield from _tree(blueprint, book, child, depth + 1, lines)
    elif not node.from_table:
        paths = (f"score.{node.key}.self", f"score.{node.key}.reason")
        names = (row.raw("name").strip() for row in book.lists.get(node.items, ()))
        explanation = blueprint.with_numbers(node.explanation)
        shares = tuple(name for name in names if name)
        yield ScoreRow(node.label, depth, of, lines.get(node.key), *paths, guidance, explanation, shares)
