"""表样排版检查: compose a form empty and with sample facts, and say which row of which part does not fill its width."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from blueprints.printing import CellsRow, GridNode, GroupRow, RowDef
from blueprints.schema import Blueprint, ColumnDef, FieldEntry, FiguresTable, FundsTable, RecordsTable
from composing.grid import table_of
from composing.inputs import Inputs
from documents.grid import GridError
from factbook.book import FactBook, IndicatorFact, ListRow, SelfScore
from scoring.sheet import ScoreSheet
from values.money import MoneyUnit, ParsedMoney, parse_money

_SAMPLE = "样例"
_FIGURE = "1.00"


def lint_printing(blueprint: Blueprint) -> list[str]:
    """Problems of the printed half, in Chinese, with part, node and row counted from 1; empty when every table fills."""
    sheet = empty_sheet()
    books = (("空表", empty_book(blueprint)), ("样例数据", sample_book(blueprint)))
    problems: list[str] = []
    for name, book in books:
        found = _problems(Inputs(blueprint, book, sheet))
        problems += [
            f"{problem}（{name}）" for problem in found if not any(old.startswith(problem) for old in problems)
        ]
    return problems


def _problems(inputs: Inputs) -> Iterator[str]:
    for number, part in enumerate(inputs.blueprint.parts, start=1):
        for place, node in enumerate(part.nodes, start=1):
            if isinstance(node, GridNode):
                where = f"第{number}部分“{part.name}”第{place}项"
                yield from _grid_problems(inputs, node, where)


def _grid_problems(inputs: Inputs, node: GridNode, where: str) -> Iterator[str]:
    yield from _rows_problems(inputs, node.rows, node.columns, where + "第")


def _rows_problems(inputs: Inputs, rows: tuple[RowDef, ...], width: int, where: str) -> Iterator[str]:
    """Rows one by one, those together that a cell of several rows ties."""
    start = 0
    for stop in range(1, len(rows) + 1):
        if not _is_tied(rows[start:stop]):
            yield from _row_problems(inputs, rows[start:stop], width, f"{where}{start + 1}行")
            start = stop
    if start < len(rows):
        yield f"{where}{start + 1}行有格子要盖住（down）的行不够"


def _is_tied(rows: tuple[RowDef, ...]) -> bool:
    """Does a cell of these rows reach below the last of them?"""
    left = 0
    for row in rows:
        left = max([left - 1, *(cell.down - 1 for cell in row.cells)]) if isinstance(row, CellsRow) else left - 1
    return left > 0


def _row_problems(inputs: Inputs, rows: tuple[RowDef, ...], width: int, where: str) -> Iterator[str]:
    row = rows[0]
    if isinstance(row, GroupRow) and 0 < row.span < width:
        yield from _rows_problems(inputs, row.rows, width - row.span, f"{where}之第")
        return
    try:
        table_of(inputs, GridNode(width, rows))
    except GridError as error:
        yield f"{where}没有排满{width}格：{error}"


def empty_sheet() -> ScoreSheet:
    """A score sheet that knows nothing."""
    return ScoreSheet((), {}, Decimal(0), None, None, None, None, 0, "", "", "")


def empty_book(blueprint: Blueprint) -> FactBook:
    """A book in which nobody has written."""
    return FactBook(year=blueprint.year, money_unit=MoneyUnit(blueprint.print.unit))


def sample_book(blueprint: Blueprint) -> FactBook:
    """A book with something at every place the form asks for, and indicators its frame does not have."""
    entries = [entry for section in blueprint.sections for entry in section.entries if isinstance(entry, FieldEntry)]
    return FactBook(
        year=blueprint.year,
        money_unit=MoneyUnit(blueprint.print.unit),
        funds=_sample_funds(blueprint),
        statements={
            entry.path: _sample_of(blueprint, entry)
            for entry in entries
            if entry.path.split(".", 1)[0] not in {"funds", "score"}
        }
        | {path: _FIGURE for table in blueprint.tables if isinstance(table, FiguresTable) for path in table.paths()},
        indicators=tuple(_sample_indicators(blueprint)),
        lists={
            table.key: tuple(
                ListRow(f"s{number}", {column.field: _sample_cell(blueprint, column) for column in table.columns})
                for number in range(3)
            )
            for table in blueprint.tables
            if isinstance(table, RecordsTable)
        },
        scores={key: SelfScore("1.00", _SAMPLE) for key in ("total", *(leaf.key for leaf in blueprint.leaves()))},
    )


def _sample_of(blueprint: Blueprint, entry: FieldEntry) -> str:
    plain = {"number": "1", "date": _sample_day(blueprint)}
    return entry.choices[0] if entry.choices else plain.get(entry.widget, _SAMPLE)


def _sample_day(blueprint: Blueprint) -> str:
    return f"{blueprint.year + 1}-03-05"


def _sample_cell(blueprint: Blueprint, column: ColumnDef) -> str:
    if column.shape == "date":
        return _sample_day(blueprint)
    return _FIGURE if column.shape in {"number", "money"} else _SAMPLE


def _sample_funds(blueprint: Blueprint) -> dict[tuple[str, str], ParsedMoney]:
    unit = MoneyUnit(blueprint.print.unit)
    tables = [table for table in blueprint.tables if isinstance(table, FundsTable)]
    return {
        (stage.stage, source.source): parse_money("1.00", unit)
        for table in tables
        for stage in table.stages
        for source in table.sources
    }


def _sample_indicators(blueprint: Blueprint) -> Iterator[IndicatorFact]:
    levels = [(level.label, child) for level in blueprint.frame.levels for child in level.children[:2]]
    places = [place for place in levels for _ in range(3)]
    strange = [(level.label, "框架外指标") for level in blueprint.frame.levels[:1]] + [
        ("框架外", "框架外指标"),
        ("", ""),
    ]
    for number, (level1, level2) in enumerate(places + strange):
        yield IndicatorFact(f"s{number}", level1, level2, _SAMPLE, "≥", "1", "个", "1", "100%", "1", "1.00", _SAMPLE)
