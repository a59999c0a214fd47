"""报告: one report of a paper with everything read from it, and the paper's reports together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from crosschecks.finding import Place
from crosschecks.reports.breakdowns import Breakdown, bracketed, breakdowns, listed, trailing
from crosschecks.reports.funds import FundsTable
from crosschecks.reports.grid import Grid
from crosschecks.reports.indicators import IndicatorTable
from crosschecks.reports.ledger import ledger
from crosschecks.reports.lists import counted_out, in_lines, of_kinds, summed_up, uncued
from crosschecks.reports.matrix import Matrix
from crosschecks.reports.pairs import Pair
from crosschecks.reports.register import Figure, Register
from crosschecks.reports.sentences import Heading, Sentence
from documents.readers.paper import PaperChart

_PROSE = 12


@dataclass(frozen=True, eq=False)
class Section:
    """一节: a heading and the sentences below it, those of its own sub-headings included."""

    heading: Heading
    sentences: tuple[Sentence, ...]
    empty: bool  # nothing at all stands under it

    @property
    def text(self) -> str:
        """All of it, folded."""
        return "".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, eq=False)
class Report:
    """一篇报告或一张自评表. year: 0 when it says none. project, unit: '' when it names none. kind: 'project', 'department', 'account' or ''."""

    number: int
    title: str
    title_place: Place | None
    kind: str
    year: int
    unit: str
    project: str
    headings: tuple[Heading, ...]
    sentences: tuple[Sentence, ...]  # of the prose and of the long cells
    grids: tuple[Grid, ...]
    indicators: tuple[IndicatorTable, ...]
    funds: tuple[FundsTable, ...]
    matrices: tuple[Matrix, ...]
    pairs: tuple[Pair, ...]
    leads: Mapping[int, Sentence] = field(default_factory=dict)  # what leads up to a table (明细如下：), by its number
    tabled: frozenset[int] = frozenset()  # headings (by id) with a table or a chart under them

    @cached_property
    def register(self) -> Register:
        """Its key figures."""
        return Register.of(self.sentences)

    @cached_property
    def ledgers(self) -> tuple[FundsTable, ...]:
        """Its funds tables, and tables of data whose columns are stages of money."""
        return (*self.funds, *(found for matrix in self.matrices if (found := ledger(matrix)) is not None))

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Totals with their parts."""
        readers = (breakdowns, listed, bracketed, trailing, in_lines, summed_up, of_kinds, counted_out, uncued)
        return tuple(found for read in readers for found in read(self.sentences, self.register))

    @cached_property
    def summed(self) -> tuple[IndicatorTable, ...]:
        """Tables of indicators that may be added up: every row of them could be read."""
        return tuple(table for table in self.indicators if not table.grid.torn)

    @cached_property
    def totals(self) -> dict[int, Figure]:
        """For every figure that is a part (by id) its total."""
        return {id(part): found.total for found in self.breakdowns for part in found.parts}

    @cached_property
    def prose(self) -> tuple[Sentence, ...]:
        """Sentences outside tables."""
        return tuple(sentence for sentence in self.sentences if sentence.cell is None)

    @property
    def is_table(self) -> bool:
        """A table of indicators or funds with hardly any prose around it."""
        return bool(self.indicators or self.funds) and len(self.prose) < _PROSE

    def pair(self, name: str) -> Pair | None:
        """The first content of a label (crosschecks.reports.pairs.LABELS)."""
        return next((pair for pair in self.pairs if pair.name == name), None)

    def sections(self, pattern: re.Pattern[str]) -> Iterator[Section]:
        """Sections whose heading matches, by name and never by number."""
        for heading in self.headings:
            if pattern.search(heading.name):
                told = tuple(self._below.get(id(heading), ()))
                yield Section(heading, told, empty=not told and id(heading) not in self.tabled)

    @cached_property
    def _below(self) -> dict[int, list[Sentence]]:
        """Sentences by the headings above them (by id); a heading's own sub-headings have it above them, too."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            for heading in sentence.path:
                found.setdefault(id(heading), []).append(sentence)
        return found


@dataclass(frozen=True, eq=False)
class Dossier:
    """一份文件: its reports in order and its charts. `lined`: places have lines of a text file."""

    reports: tuple[Report, ...]
    charts: tuple[PaperChart, ...]
    name: str = ""
    captions: tuple[tuple[str, Place], ...] = field(default=())  # of charts: 图3：支出决算结构图

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence of every report."""
        return (sentence for report in self.reports for sentence in report.sentences)

    @cached_property
    def groups(self) -> tuple[tuple[Report, ...], ...]:
        """A report and the table about the same project together, every other report by itself.

        Two reports of one name are two years or two funds more often than one thing told twice, so they stay apart.
        """
        found: dict[str, list[Report]] = {}
        for report in self.reports:
            found.setdefault(report.project or f"#{report.number}", []).append(report)
        return tuple(part for group in found.values() for part in _paired(group))


def _paired(group: list[Report]) -> list[tuple[Report, ...]]:
    told = [report for report in group if not report.is_table]
    tables = [report for report in group if report.is_table]
    return [tuple(group)] if len(told) == len(tables) == 1 else [(report,) for report in group]
