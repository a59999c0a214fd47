"""填报进度: how far each section is, as a pure function of blueprint, facts, findings and last editors."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from django.db.models import Max

from blueprints.schema import (
    Blueprint,
    Entry,
    FieldEntry,
    FiguresTable,
    FundsTable,
    RecordsTable,
    ScoresEntry,
    Section,
    TableEntry,
    entry_covers,
)
from crosschecks.finding import Finding, Severity
from entry.asks import named
from factbook.book import FactBook, IndicatorFact, ListRow
from factbook.models import FactChange
from filings.models import Filing

SectionState = Literal["none", "some", "done", "trouble"]
STATE_LABELS: Mapping[SectionState, str] = {"none": "未开始", "some": "填写中", "done": "已完成", "trouble": "有问题"}


@dataclass(frozen=True, slots=True)
class Editor:
    """最近填写: who, and when."""

    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SectionStatus:
    """分节进度. left: what is still to be filled in; problems: errors and warnings that point here."""

    key: str
    title: str
    state: SectionState
    left: int
    problems: int
    editor: Editor | None
    carried: int = 0  # texts that are still last year's

    @property
    def label(self) -> str:
        """未开始, 填写中, 已完成 or 有问题."""
        return STATE_LABELS[self.state]


def section_progress(
    blueprint: Blueprint,
    book: FactBook,
    findings: Iterable[Finding],
    editors: Mapping[str, Editor],
    carried: Collection[str] = (),
) -> list[SectionStatus]:
    """Status of every section, in the form's order. `carried`: places whose text is still last year's."""
    serious = [f for f in findings if f.severity is not Severity.HINT]
    found = (_status(blueprint, book, section, serious, editors.get(section.key)) for section in blueprint.sections)
    return [
        _with_carried(status, sum(_in(blueprint, section, path) for path in carried))
        for section, status in zip(blueprint.sections, found, strict=True)
    ]


def unfinished(blueprint: Blueprint, book: FactBook) -> list[SectionStatus]:
    """Sections with something required that nobody has filled in. It stops nothing: what cannot be told yet is left to the unit."""
    return [status for status in section_progress(blueprint, book, (), {}) if status.left]


def _with_carried(status: SectionStatus, carried: int) -> SectionStatus:
    """A section with last year's words is not finished."""
    state: SectionState = "some" if carried and status.state == "done" else status.state
    return replace(status, carried=carried, state=state)


def last_editors(filing: Filing) -> dict[str, Editor]:
    """Who last changed something in each section of this form, by section key."""
    changes = FactChange.objects.filter(subject=filing.subject_id, form=filing.form)
    # Changes of one subject are written one save after the other, so the last one written is of the last save.
    last = changes.order_by().values("section").annotate(last=Max("pk")).values("last")
    return {row.section: Editor(str(row.by), row.at) for row in changes.filter(pk__in=last).select_related("by")}


def _status(
    blueprint: Blueprint, book: FactBook, section: Section, findings: list[Finding], editor: Editor | None
) -> SectionStatus:
    left = sum(_left(blueprint, book, entry) for entry in section.entries)
    filled = any(_filled(blueprint, book, entry) for entry in section.entries)
    here = [f for f in findings if any(_in(blueprint, section, place.path) for place in f.places)]
    pointing = sum(not f.pending for f in here)
    # An untouched section is no fault yet, whatever the checks say about its blanks.
    state: SectionState = "none"
    if filled:
        state = "trouble" if pointing else "some" if left or here else "done"
    return SectionStatus(section.key, section.title, state, left, pointing, editor)


def _in(blueprint: Blueprint, section: Section, path: str) -> bool:
    return any(entry_covers(blueprint, entry, path) for entry in section.entries)


def _left(blueprint: Blueprint, book: FactBook, entry: Entry) -> int:
    match entry:
        case FieldEntry():
            return int(entry.required and not book.raw(entry.path).strip())
        case ScoresEntry():
            return sum(not book.raw(path).strip() for path in _score_paths(blueprint, book, entry))
        case TableEntry():
            table = blueprint.table(entry.table)
            if isinstance(table, RecordsTable):
                return _left_in_rows(table, book)
    return int(not _filled(blueprint, book, entry))


def _left_in_rows(table: RecordsTable, book: FactBook) -> int:
    needed = [column.field for column in table.columns if column.required]
    rows = _rows(table, book)
    if not rows:
        return 1 if needed else 0
    return sum(not row.raw(name).strip() for row in rows for name in needed)


def _filled(blueprint: Blueprint, book: FactBook, entry: Entry) -> bool:
    return any(book.raw(path).strip() for path in _paths(blueprint, book, entry))


def _paths(blueprint: Blueprint, book: FactBook, entry: Entry) -> Iterator[str]:
    match entry:
        case FieldEntry():
            yield entry.path
        case ScoresEntry():
            yield from _score_paths(blueprint, book, entry)
        case TableEntry():
            yield from _table_paths(blueprint, book, entry.table)


def _table_paths(blueprint: Blueprint, book: FactBook, key: str) -> Iterator[str]:
    table = blueprint.table(key)
    if isinstance(table, FundsTable):
        for stage in table.stages:
            yield from (f"funds.{stage.stage}.{s.source}" for s in table.sources if table.asks(stage, s.source))
    elif isinstance(table, FiguresTable):
        yield from table.paths()
    elif table is not None:
        head = key if key == "indicators" else f"list.{key}"
        yield from (f"{head}.{row.uid}.{column.field}" for row in _rows(table, book) for column in table.columns)


def _rows(table: RecordsTable, book: FactBook) -> list[IndicatorFact] | list[ListRow]:
    """Rows somebody has typed into; blank ones are the page's, not the unit's."""
    if table.key == "indicators":
        return [row for row in book.indicators if not row.is_empty]
    return [row for row in book.lists.get(table.key, ()) if any(row.cells.values())]


def _score_paths(blueprint: Blueprint, book: FactBook, entry: ScoresEntry) -> Iterator[str]:
    keys = frozenset(entry.nodes or (node.key for node in blueprint.points))
    nodes = [found for node in blueprint.points for found in named(node, keys)]
    for leaf in (leaf for node in nodes for leaf in node.leaves()):
        if leaf.from_table:
            yield from (f"indicators.{row.uid}.score" for row in book.indicators if not row.is_empty)
        elif leaf.of != 0:  # a row without points (扣分项) may stay blank
            yield f"score.{leaf.key}.self"
