"""明细记录: indicators and list rows seen the same way by tables and sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from blueprints.projects import PROJECTS
from blueprints.reviewed import REVIEW_COLUMNS
from blueprints.schema import Blueprint, Frame, LevelDef, RecordsTable
from blueprints.templates import fill
from composing.figures import NOTHING, computed_points, money, out_of_100, shaped
from composing.inputs import Inputs
from composing.projects import is_figure, project_rows
from composing.reviewing import reason_of_line, review_of_line
from composing.said import as_said
from composing.typed import typed
from documents.tree import Content, Text
from factbook.book import IndicatorFact, ListRow
from factbook.reckon import RowFacts, computed_columns
from values.day import chinese_day
from values.vocabulary import LEVEL1_LABELS, Level1

INDICATORS: Final = "indicators"
_NUMERIC_FIELDS: Final = frozenset({"target", "actual", "progress", "weight", "score"})
_SAME: Final = {"self": "score", "of": "weight"}  # names of the score sheet for the row's own columns
_UNKEYED: Final = frozenset({"n", "computed", "group", "out_of_100", *REVIEW_COLUMNS})


@dataclass(frozen=True, slots=True)
class Record:
    """记录: one row of a records table, or an empty line of the form (`row` None) under its printed levels.

    `n` counts from 1 within the 二级指标 (indicators) or the table (lists).
    """

    table: str
    n: int
    level1: str = ""
    level2: str = ""
    row: IndicatorFact | ListRow | None = None

    def raw(self, field: str) -> str:
        """Field as typed; the printed levels of an empty line."""
        if field in {"level1", "level2"} and (self.row is None or isinstance(self.row, IndicatorFact)):
            return self.level1 if field == "level1" else self.level2
        return self.row.raw(_SAME.get(field, field)) if self.row else ""

    def key(self, field: str) -> str:
        """Fact path of a field, '' where no fact stands behind it."""
        if self.row is None or not field or field in _UNKEYED:
            return ""
        if self.table == PROJECTS:
            return ""  # facts of another filing
        if isinstance(self.row, ListRow):
            return f"list.{self.table}.{self.row.uid}.{field}"
        return f"indicators.{self.row.uid}.{_SAME.get(field, field)}"


def records_of(inputs: Inputs, table: str, only: str = "", *, in_text: bool = False) -> list[Record]:
    """Rows of a table as filed, in their order; `only` keeps the indicators of one canonical level1 key.

    The unit's projects are rows as well, `only` those of one group; `in_text` their figures as a sentence says them.
    """
    if table == PROJECTS:
        rows = project_rows(inputs, only, in_text=in_text)
        return [Record(table, n, row=row) for n, row in enumerate(rows, start=1)]
    if table != INDICATORS:
        return [Record(table, n, row=row) for n, row in enumerate(inputs.book.lists.get(table, ()), start=1)]
    frame = inputs.blueprint.frame
    kept = [row for row in inputs.book.indicators if not only or level1_key(frame, row) == only]
    return numbered([Record(table, 0, row.level1, row.level2, row) for row in kept])


def numbered(records: list[Record]) -> list[Record]:
    """Indicators counted within their 二级指标."""
    counts: Counter[tuple[str, str]] = Counter()
    result = []
    for record in records:
        place = (record.level1.strip(), record.level2.strip())
        counts[place] += 1
        result.append(replace(record, n=counts[place]))
    return result


def level_of(frame: Frame, label: str) -> LevelDef | None:
    """一级指标 of the form by its printed word."""
    return next((level for level in frame.levels if level.label.strip() == label.strip()), None)


def level1_key(frame: Frame, row: IndicatorFact) -> str:
    """Canonical key of a row's 一级指标: the form's words first, then the national ones, else `other`.

    A blank one is told from the 二级指标.
    """
    word = row.level1.strip()
    if not word:
        return next((level.key for level in frame.levels if row.level2.strip() in level.children), Level1.OTHER.value)
    found = level_of(frame, word)
    if found:
        return found.key
    return next((key.value for key, label in LEVEL1_LABELS.items() if label == word), Level1.OTHER.value)


def field_content(inputs: Inputs, record: Record, field: str) -> Content:
    """What the paper shows of one field of a record."""
    match field:
        case "n":
            return Text(str(record.n))
        case "computed":
            return computed_points(inputs.sheet.line(record.row.uid) if record.row else None)
        case "out_of_100":
            return out_of_100(inputs.sheet.line(record.row.uid) if record.row else None)
        case "review" | "review_reason" if not isinstance(record.row, ListRow):
            told = review_of_line if field == "review" else reason_of_line
            return told(inputs, record.row.uid) if record.row else NOTHING
    derived = computed_columns(inputs.blueprint, record.table).get(field)
    if derived is not None and isinstance(record.row, ListRow):
        value = RowFacts(inputs.blueprint, inputs.book, record.table, record.row).number(field)
        return NOTHING if value is None else shaped(inputs, value, derived.shape)
    return _as_typed(inputs, record, field)


def _as_typed(inputs: Inputs, record: Record, field: str) -> Content:
    raw = record.raw(field)
    if _is_numeric(inputs.blueprint, record.table, field) or is_figure(inputs, record.table, field):
        return typed(raw)
    return Text(chinese_day(raw) if _is_day(inputs.blueprint, record.table, field) else raw)


def field_said(inputs: Inputs, record: Record, field: str) -> str:
    """A field inside a sentence: amounts and computed columns as the form's sentences spell figures, the rest as typed."""
    content = field_content(inputs, record, field)
    if inputs.blueprint.print.in_text == "as_table" or not isinstance(record.row, ListRow):
        return content.text
    table = inputs.blueprint.table(record.table)
    column = table.column(field) if isinstance(table, RecordsTable) else None
    if column is not None and column.shape == "money":
        yuan = RowFacts(inputs.blueprint, inputs.book, record.table, record.row).number(field)
        return content.text if yuan is None else as_said(inputs, money(inputs, yuan))
    return content.text if column else as_said(inputs, content)


def fill_record(inputs: Inputs, record: Record, template: str) -> str:
    """`template` over the record's fields."""
    return fill(template, lambda name: field_content(inputs, record, name).text)


def _is_day(blueprint: Blueprint, table: str, field: str) -> bool:
    found = blueprint.table(table)
    column = found.column(field) if isinstance(found, RecordsTable) else None
    return column is not None and column.shape == "date"


def _is_numeric(blueprint: Blueprint, table: str, field: str) -> bool:
    name = _SAME.get(field, field)
    if table == INDICATORS and name in _NUMERIC_FIELDS:
        return True
    found = blueprint.table(table)
    column = found.column(name) if isinstance(found, RecordsTable) else None
    return column is not None and column.shape in {"number", "money"}
