"""逐行拟案: rows of a table found in a file beside the stored ones: new rows, and cells that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blueprints.schema import Blueprint, RecordsTable
from factbook.book import FactBook
from factbook.labels import label_of
from factbook.paths import INDICATORS
from intake import lastyear
from intake.proposal import CellItem, RowItem
from intake.reading import FoundRow, How, Reading
from intake.rowmatch import Row, is_renamed, matched, stored_rows, texts_for
from intake.same import is_same

_RENAMED = "名称不同；同类只有这一行，按改名对照，请核对"
_GONE = "文件里没有这一行；勾选则从本填报中移除"


class RowProposer:
    """逐行拟案 of one reading."""

    def __init__(
        self, blueprint: Blueprint, book: FactBook, reading: Reading, printed: FactBook, *, is_last: bool
    ) -> None:
        self.blueprint, self.book, self.is_last = blueprint, book, is_last
        self.printed = {(table, row.uid): row for table in reading.rows for row in stored_rows(printed, table)}
        self.found = {table: rows for table, rows in reading.rows.items() if self._table(table)}
        self.matches = {
            table: matched(blueprint, book, table, rows, renames=not is_last) for table, rows in self.found.items()
        }
        self.same = 0

    def texts(self) -> dict[str, list[tuple[str, Mapping[str, str]]]]:
        """Every row found as (uid, texts), new ones under names of their own."""
        return {
            table: [
                (row.uid if row else f"new{n}", self._known(table, found, row)) for n, found, row in self._pairs(table)
            ]
            for table in self.found
        }

    def of(self, table: str) -> Iterator[RowItem]:
        """Rows of one table that are new or differ."""
        for number, found, row in self._pairs(table):
            item = self._item(table, number, found, row)
            if item.texts or (self.is_last and row is None):
                yield item
            else:
                self.same += 1

    def gone(self, table: str) -> Iterator[RowItem]:
        """Stored rows that the file has not, though it has the table: to be removed if somebody says so."""
        here = {row.uid for row in self.matches.get(table, ()) if row}
        for row in stored_rows(self.book, table) if table in self.found and not self.is_last else ():
            if row.uid not in here:
                cells = tuple(self._cells(table, {}, row))
                label = self._label(table, row)
                yield RowItem(table, -1, row.uid, label, cells, How.PLACE, ticked=False, doubt=_GONE, removal=True)

    def _pairs(self, table: str) -> Iterator[tuple[int, FoundRow, Row | None]]:
        rows = zip(self.found.get(table, ()), self.matches.get(table, ()), strict=True)
        return ((number, found, row) for number, (found, row) in enumerate(rows))

    def _table(self, key: str) -> RecordsTable | None:
        table = self.blueprint.table(key)
        return table if isinstance(table, RecordsTable) else None

    def _known(self, table: str, found: FoundRow, row: Row | None) -> dict[str, str]:
        """Texts of the columns that the form asks for."""
        defined = self._table(table)
        columns = {column.field for column in defined.columns} if defined else set()
        return {name: text for name, text in texts_for(row, found).items() if name in columns}

    def _item(self, table: str, number: int, found: FoundRow, row: Row | None) -> RowItem:
        cells = tuple(self._cells(table, self._known(table, found, row), row))
        label = f"新增 第{number + 1}行" if row is None else self._label(table, row)
        doubt = found.doubt or (_RENAMED if is_renamed(self.blueprint, row, found) else "")
        if self.is_last:
            doubt = lastyear.TARGETS if table == INDICATORS else lastyear.ROWS
        return RowItem(table, number, row.uid if row else "", label, cells, found.how, not doubt, doubt, found.spot)

    def _cells(self, table: str, texts: Mapping[str, str], row: Row | None) -> Iterator[CellItem]:
        defined = self._table(table)
        for column in defined.columns if defined else ():
            name = column.field
            found, current = texts.get(name, ""), row.raw(name) if row else ""
            if not found.strip() or self._stands(table, name, current, texts, row):
                found = current
            out = self.is_last and lastyear.kept_out(self.blueprint, table, name)
            yield CellItem(name, column.label, current, found, out)

    def _stands(self, table: str, name: str, current: str, texts: Mapping[str, str], row: Row | None) -> bool:
        printed = self.printed[table, row.uid].raw(name) if row else ""
        if any(is_same(self.blueprint, f"list.{table}.row.{name}", one, texts[name]) for one in (current, printed)):
            return True
        # An 一级指标 left blank is printed by where its 二级指标 stands.
        is_blank_level = row is not None and table == INDICATORS and name == "level1" and not current.strip()
        levels = self.blueprint.frame.levels if is_blank_level else ()
        return any(texts[name].strip() == level.label and texts.get("level2") in level.children for level in levels)

    def _label(self, table: str, row: Row) -> str:
        """绩效指标 第3行."""
        head = INDICATORS if table == INDICATORS else f"list.{table}"
        return " ".join(label_of(self.blueprint, self.book, f"{head}.{row.uid}.-").split(" ")[:-1])
