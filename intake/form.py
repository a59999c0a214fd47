"""纸样: what the form prints, row by row: words of its own, and places of facts. Read from the probe's composed document.

A paragraph is a row of one cell, so that a report, a table and a sheet on which both stand are one sequence of rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import Final

from blueprints.printing import SentenceNode
from documents import charts
from documents.grid import owners
from documents.text import anchor
from documents.tree import (
    Block,
    Cell,
    Chart,
    Cover,
    Document,
    Heading,
    Line,
    Paragraph,
    Role,
    SignBlock,
    Table,
    Title,
)
from factbook.paths import row_of
from intake.pattern import Pattern, pattern_of
from intake.probe import ITEM, OPTIONAL, Probe

_PRINTED: Final = frozenset({Role.LABEL, Role.TITLE})


class Kind(Enum):
    """行的种类."""

    WORDS = "words"  # printed words only
    PROSE = "prose"  # running text of any number of paragraphs
    TEXT = "text"  # words with facts in them, in one line
    CELLS = "cells"  # cells side by side
    RECORD = "record"  # one line of a table of records, as many as there are


@dataclass(frozen=True, slots=True)
class FormCell:
    """格: its pattern, whether it is a printed label, and the key of its place ('' for none)."""

    pattern: Pattern
    label: bool = False
    key: str = ""
    begins: bool = True  # False in the rows below its first
    joined: bool = False  # a fact drawn as a label: its lines were broken to fit


@dataclass(frozen=True)
class FormRow:
    """行. `table`: of a record; `given`: fields a record has by standing here (its 一级指标). `level` of a heading."""

    kind: Kind
    cells: tuple[FormCell, ...]
    level: int = 0
    table: str = ""
    given: tuple[tuple[str, str], ...] = ()
    clause: SentenceNode | None = None  # a sentence written over records
    optional: bool = False  # printed under a condition
    title: bool = False  # the title of a paper or of a part of it
    zeros: frozenset[str] = frozenset()  # facts that are 0 where it is printed
    listed: bool = False  # running text of which every paragraph is printed behind a number
    drawn: bool = False  # a line of the figures below a chart of a spreadsheet; there may be any number of them

    @property
    def repeats(self) -> bool:
        """May several rows of the paper be this one, though it is no record of a table?"""
        return self.drawn or (self.clause is not None and self.clause.listed)

    @property
    def pattern(self) -> Pattern:
        """Pattern of a row of one cell."""
        return self.cells[0].pattern

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every fact of the row."""
        return tuple(path for cell in self.cells for path in cell.pattern.paths)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Names of its places in our own files; a record's are those of its row and not known here."""
        return frozenset() if self.kind is Kind.RECORD else frozenset(anchor(c.key) for c in self.cells if c.key)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Printed words of the cells that are labels or carry one before their fact."""
        return tuple(words for cell in self.cells if (words := cell.pattern.words))


def form_of(probe: Probe, document: Document) -> tuple[FormRow, ...]:
    """The form's rows, from the probe composed."""
    return tuple(_Reader(probe).rows(document))


def _is_next(row: FormRow, above: FormRow) -> bool:
    """Is it another row of the same records? The probe has one for each 一级指标; the first stands for all."""
    same = row.kind is Kind.RECORD and (row.table, row.given) == (above.table, above.given)
    return same and [cell.label for cell in row.cells] == [cell.label for cell in above.cells]


class _Reader:
    def __init__(self, probe: Probe) -> None:
        self.probe = probe
        self.paths = probe.paths

    def rows(self, document: Document) -> Iterator[FormRow]:
        for part in document.parts:
            for block in part.blocks:
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[FormRow]:
        match block:
            case Title():
                yield from self._title(block)
            case Cover():
                yield from (self._text(text, "") for text in (block.note,) if text)
                yield from self._title(block.title)
                for group in block.groups:
                    yield from (self._text(f"{line.label} {line.value}", line.key) for line in group)
            case Heading():
                yield replace(self._text(block.text, block.key), level=block.level)
            case Paragraph():
                yield self._paragraph(block)
            case Line():
                yield self._text("\t".join(block.parts), block.key)
            case SignBlock():
                for signs in block.rows:
                    yield self._text("\t".join(sign.label + sign.value for sign in signs), "")
            case Chart() | Table():
                yield from self._chart(block) if isinstance(block, Chart) else self._table(block)

    def _chart(self, chart: Chart) -> Iterator[FormRow]:
        """What stands around the picture, and the figures that a spreadsheet prints below it; none of it is a fact."""
        unit = charts.unit_line(chart)
        if unit:
            yield replace(self._text(unit, ""), optional=True)
        cells = tuple(FormCell(Pattern(("", "*", ""))) for _ in charts.data_table(chart).widths)
        yield FormRow(Kind.CELLS, cells, optional=True, drawn=True)
        for text in (charts.NO_DATA, chart.title):
            yield replace(self._text(text, ""), optional=True)

    def _title(self, title: Title) -> Iterator[FormRow]:
        """Title and subtitle; a line about which nothing is known is not printed, so each line is one of its own."""
        for text in filter(None, (title.text, title.subtitle)):
            row = replace(self._text(text, ""), title=text is title.text)
            lines = tuple(pattern_of(line, self.paths) for line in text.split("\n"))
            pattern = replace(row.pattern, lines=lines if len(lines) > 1 else ())
            yield replace(row, cells=(replace(row.cells[0], pattern=pattern),))

    def _text(self, text: str, key: str) -> FormRow:
        pattern = pattern_of(self._unmarked(text), self.paths)
        clause = next((self.probe.clauses[path] for path in pattern.paths if path in self.probe.clauses), None)
        kind = Kind.WORDS if pattern.is_words else Kind.TEXT
        zeros = next((self.probe.zeros[sign] for sign in text if sign in self.probe.zeros), frozenset())
        return FormRow(kind, (FormCell(pattern, key=key),), clause=clause, optional=OPTIONAL in text, zeros=zeros)

    def _unmarked(self, text: str) -> str:
        """The text without the signs of its condition."""
        return "".join(sign for sign in text if sign != OPTIONAL and sign not in self.probe.zeros)

    def _paragraph(self, block: Paragraph) -> FormRow:
        row = self._text(block.text, block.key)
        head, *rest = row.pattern.pieces
        listed = head == ITEM and len(row.pattern.paths) == 1 and rest[1:] == [""]
        is_prose = block.key and row.pattern.paths == (block.key,) and not row.pattern.pieces[-1]
        return replace(row, kind=Kind.PROSE, listed=listed) if is_prose or listed else row

    def _table(self, table: Table) -> Iterator[FormRow]:
        above: FormRow | None = None
        begun: set[int] = set()
        for line in owners(table):
            cells = list({id(cell): cell for cell in line}.values())
            row = replace(self._row(cells, begun), optional=any(OPTIONAL in cell.content.text for cell in cells))
            begun |= {id(cell) for cell in cells}
            if above is None or not _is_next(row, above):
                yield row
            above = row

    def _row(self, cells: Sequence[Cell], begun: set[int]) -> FormRow:
        records = {found for cell in cells if (found := row_of(cell.key))}
        if not records:
            return FormRow(Kind.CELLS, tuple(self._cell(cell, begun) for cell in cells))
        table, uid = records.pop()
        made = tuple(self._cell(cell, begun, counted=True) for cell in cells)
        return FormRow(Kind.RECORD, made, table=table, given=self._given(made, table, uid))

    def _cell(self, cell: Cell, begun: set[int], *, counted: bool = False) -> FormCell:
        foot = "\n".join(cell.foot)
        pattern = pattern_of(self._unmarked(cell.content.text), self.paths, foot=foot, counted=counted)
        if counted and pattern.is_words and row_of(cell.key):
            pattern = Pattern(("", cell.key, ""))  # the 一级指标 of the probe is a word of the form
        printed = cell.role in _PRINTED
        return FormCell(pattern, printed and pattern.is_words, cell.key, id(cell) not in begun, joined=printed)

    def _given(self, cells: tuple[FormCell, ...], table: str, uid: str) -> tuple[tuple[str, str], ...]:
        """The 一级指标 of a table that holds one class only and therefore does not print it."""
        printed = {path for cell in cells for path in cell.pattern.paths}
        fact = self.probe.book.indicator(uid) if table == "indicators" else None
        if fact is None or not fact.level1 or f"indicators.{uid}.level1" in printed:
            return ()
        return (("level1", fact.level1),)
