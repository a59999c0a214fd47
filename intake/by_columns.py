"""按栏目找: tables of a foreign file whose header says, in whatever order, which column is which: records, funds, scores."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from blueprints.schema import Blueprint, FiguresTable, FundsTable, PointNode, RecordsTable
from intake.form import FormRow
from intake.gather import Gathered
from intake.loose import Loose, at_column
from intake.names import Hit, NameBook, Names, column_names, leaf_names, source_names, stage_names
from intake.reading import How
from intake.rows import PaperRow, Piece
from intake.words import SURE, bare, likeness

Columns = Mapping[str, tuple[Piece, Hit]]  # field → the cell that heads its column
Leaf = tuple[PointNode, tuple[str, ...]]

_SUMS: Final = frozenset({"合计", "小计", "总计", "总分", "综合得分", "合计得分"})
_SCORES: Final = {
    "self": ("得分", "自评得分", "评价得分", "自评分"),
    "reason": ("扣分原因", "扣分原因和改进措施", "未完成原因分析", "原因分析"),
}
_NUMBERED: Final = re.compile(r"(?:指标)?\s*\d{1,2}\s*[:：.、]\s*")
_ABOVE: Final = 3  # rows above a header where its unit may be told
_NOTE: Final = 40


class ByColumns:
    """按栏目找 in one report."""

    def __init__(self, blueprint: Blueprint, form: Sequence[FormRow], loose: Loose, into: Gathered) -> None:
        self.blueprint, self.form, self.loose, self.into = blueprint, form, loose, into

    def run(self) -> None:
        """Look for every table of which nothing has been found yet."""
        for table in self.blueprint.tables:
            match table:
                case RecordsTable() if table.key not in self.into.rows:
                    self._records(table)
                case FundsTable() if not any(path.startswith("funds.") for path in self.into.facts):
                    self._crossed(stage_names(table), source_names(table), funds_path(table))
                case FiguresTable() if not self.into.facts.keys() & set(table.paths()):
                    columns = {column.column: (column.label,) for column in table.columns}
                    self._crossed(columns, {row.row: (row.label,) for row in table.rows}, figure_path(table))
        self._scores()

    # -- records

    def _records(self, table: RecordsTable) -> None:
        names = column_names(self.blueprint, self.form, table)
        book = NameBook(names)
        key = "name" if "name" in names else next(iter(names), "")
        for number, row in self.loose:
            columns = heads(row, book)
            if key in columns and len(columns) >= min(3, len(names)):
                self._records_below(table, number, columns, key)

    def _records_below(self, table: RecordsTable, number: int, columns: Columns, key: str) -> None:
        doubt, taken = _unsure(columns), [number]
        own = NameBook({field: (piece.text,) for field, (piece, _) in columns.items()})
        for at, row in self.loose.below(number):
            first = next((piece.text for piece in row.pieces if piece.begins and piece.text.strip()), "")
            if bare(first) in _SUMS or len(heads(row, own)) > 1:
                break
            texts = {field: _text(row, piece.column) for field, (piece, _) in columns.items()}
            if texts[key].strip():
                texts[key] = _NUMBERED.sub("", texts[key].strip(), count=1)
                self.into.add_row(table.key, texts, How.LABEL, row.pieces[0].spot, doubt=doubt)
            taken.append(at)
        self.loose.take(*taken)

    # -- funds and figures: rows and columns both have names

    def _crossed(self, columns: Names, rows: Names, path_of: Callable[[str, str], str]) -> None:
        """Find a header of known columns and below it known rows; `path_of` gives the fact of (row, column), '' for none."""
        book, own = NameBook(columns), NameBook(rows)
        for number, row in self.loose:
            found = heads(row, book)
            if len(found) >= min(2, len(columns)):
                self._crossed_below(number, found, own, path_of)

    def _crossed_below(self, number: int, columns: Columns, rows: NameBook, path_of: Callable[[str, str], str]) -> None:
        unit, taken = self._unit(number), list[int]()
        for at, row in self.loose.below(number):
            name = next((hit for p in row.pieces if p.begins and (hit := rows.hit(p.text))), None)
            if name is not None:
                self._figures_of(row, columns, name, partial(path_of, name.key), unit)
                taken.append(at)
            elif taken:
                break
        if taken:
            self.loose.take(number, *taken)

    def _figures_of(self, row: PaperRow, columns: Columns, name: Hit, path_of: Callable[[str], str], unit: str) -> None:
        for key, (piece, hit) in columns.items():
            cell, path = at_column(row, piece.column), path_of(key)
            if cell and cell.begins and path:
                doubt = "" if hit.is_sure and name.is_sure else f"栏目名称只是相近：{piece.text}"
                self.into.add(path, with_unit(cell.text, unit), How.LABEL, cell.spot, doubt)

    def _unit(self, number: int) -> str:
        """元 or 万元 where the head of the table names another unit than the form's."""
        notes = [row.text for row in self.loose.rows[max(0, number - _ABOVE) : number + 1] if len(row.text) < _NOTE]
        told = "".join([*notes, self.loose.rows[number].text])
        unit = "万元" if "万元" in told else "元" if "元" in told else ""
        return "" if unit == self.blueprint.print.unit else unit

    # -- scores

    def _scores(self) -> None:
        leaves = [one for one in leaf_names(self.blueprint) if f"score.{one[0].key}.self" not in self.into.facts]
        book = NameBook(_SCORES)
        for number, row in self.loose if leaves else ():
            columns = heads(row, book)
            if "self" in columns and len(row.pieces) > len(_SCORES):
                self._scores_below(number, columns, leaves)

    def _scores_below(self, number: int, columns: Columns, leaves: list[Leaf]) -> None:
        taken = [number]
        for at, row in self.loose.below(number):
            found = _leaf_in(row, leaves)
            if found is None:
                continue
            for part, (piece, _) in columns.items():
                cell = at_column(row, piece.column)
                if cell and cell.begins:
                    self.into.add(f"score.{found[0].key}.{part}", cell.text, How.LABEL, cell.spot)
            leaves.remove(found)
            taken.append(at)
        if len(taken) > 1:
            self.loose.take(*taken)


def heads(row: PaperRow, book: NameBook) -> dict[str, tuple[Piece, Hit]]:
    """Which column is headed by which name; every name once, the surest cell."""
    found: dict[str, tuple[Piece, Hit]] = {}
    for piece in row.pieces if row.in_table else ():
        hit = book.hit(piece.text)
        if hit and (hit.key not in found or found[hit.key][1].sure < hit.sure):
            found[hit.key] = (piece, hit)
    return found


def funds_path(table: FundsTable) -> Callable[[str, str], str]:
    """Path of (source, stage), '' where the form does not ask."""
    asked = {(source, s.stage) for s in table.stages for source in table.names() if table.asks(s, source)}
    return lambda source, stage: f"funds.{stage}.{source}" if (source, stage) in asked else ""


def figure_path(table: FiguresTable) -> Callable[[str, str], str]:
    """Path of (row, column), '' where the form does not ask."""
    asked = set(table.paths())
    return lambda row, column: path if (path := f"figure.{row}_{column}") in asked else ""


def with_unit(text: str, unit: str) -> str:
    """An amount with the unit of its table written out, where it has none of its own."""
    text = text.strip()
    return f"{text}{unit}" if unit and text and text[-1].isdigit() else text


def _unsure(columns: Columns) -> str:
    unsure = [piece.text for piece, hit in columns.values() if not hit.is_sure]
    return f"栏目名称只是相近：{'、'.join(unsure)}" if unsure else ""


def _text(row: PaperRow, column: int) -> str:
    piece = at_column(row, column)
    return piece.text if piece else ""


def _leaf_in(row: PaperRow, leaves: Sequence[Leaf]) -> Leaf | None:
    """The leaf that a row names; of two with one name the one whose heading the row names too, else the first."""
    words = [piece.text for piece in row.pieces if piece.text.strip()]
    found = [one for one in leaves if any(likeness(one[0].label, word) >= SURE for word in words)]
    own = (one for one in found if one[1] and any(likeness(one[1][0], word) >= SURE for word in words))
    return next(own, found[0] if found else None)
