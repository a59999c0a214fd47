"""报告的读取: a paper (documents.readers.paper) as the dossier that the paper halves of the rules look at. One pass, linear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from crosschecks.finding import Place
from crosschecks.laid.lay import laid
from crosschecks.reports.fold import fold
from crosschecks.reports.funds import FundsTable, funds_tables
from crosschecks.reports.grid import Grid, GridCell
from crosschecks.reports.indicators import IndicatorTable, indicator_tables
from crosschecks.reports.matrix import Matrix, matrices
from crosschecks.reports.pairs import Pair, label_of, pairs_in_grid, pairs_in_line
from crosschecks.reports.point_columns import settled
from crosschecks.reports.report import Dossier, Report
from crosschecks.reports.sentences import Block, Heading, Sentence, heading_in, sentences_of
from crosschecks.reports.split import Chunk, chunks, project_of
from documents.readers.paper import Paper, PaperBlock, PaperChart, PaperTable, PaperText

_CAPTION: Final = re.compile(r"^（?图\s*\d+[：:、 ]?.{2,40}")
_YEAR: Final = re.compile(r"((?:19|20)\d{2})年度?")
_LEADS: Final = re.compile(
    r"(?:如下|下表|见表|见附表|明细表?)[^，。；]{0,8}[：。]?$|：$"
)  # what the table below is about
_CAPTION_LENGTH: Final = 40
_TOP_LINE: Final = 60
_LONG_CELL: Final = 12
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")


@dataclass
class _Reading:
    """What is being gathered for one report."""

    lined: bool
    headings: list[Heading] = field(default_factory=list)
    path: list[Heading] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    caption: str = ""
    lead: Sentence | None = None
    leads: dict[int, Sentence] = field(default_factory=dict)
    tabled: set[int] = field(default_factory=set)  # headings with a table or a chart under them

    def enter(self, heading: Heading) -> None:
        """A heading ends those of its level and below."""
        self.path = [above for above in self.path if above.level < heading.level] + [heading]
        self.headings.append(heading)


def dossier_of(paper: Paper) -> Dossier:
    """Everything read from a paper."""
    paper = laid(paper)
    reports: list[Report] = []
    tables = 0
    said = _year_on_top(paper)
    for chunk in chunks(paper.blocks):
        report, tables = _report(paper, chunk, (len(reports), said), tables)
        reports.append(report)
    charts = tuple(block for block in paper.blocks if isinstance(block, PaperChart))
    return Dossier(tuple(reports), charts, paper.name, tuple(_captions(paper.blocks)))


def _captions(blocks: Sequence[PaperBlock]) -> list[tuple[str, Place]]:
    return [
        (folded.text, Place(block.spot.key, "图题", block.text, block.spot.line, block.spot.cell))
        for block in blocks
        if isinstance(block, PaperText) and len(block.text) < 60 and _CAPTION.match((folded := fold(block.text)).text)
    ]


def _year_on_top(paper: Paper) -> int:
    """The year that a paper's first line names: that of every report in it that names none."""
    first = next((fold(block.text).text for block in paper.blocks[:1] if isinstance(block, PaperText)), "")
    years = set(_YEAR.findall(first)) if len(first) < _TOP_LINE else set()
    return int(years.pop()) if len(years) == 1 else 0


def _report(paper: Paper, chunk: Chunk, known: tuple[int, int], tables: int) -> tuple[Report, int]:
    number, said = known
    reading = _Reading(paper.lined)
    for at in range(chunk.start, chunk.end):
        block = paper.blocks[at]
        if isinstance(block, PaperTable):
            tables += 1
            _table(reading, block, tables)
        elif isinstance(block, PaperChart):
            reading.tabled.update(id(heading) for heading in reading.path)
        elif not chunk.start <= at <= chunk.title_block:
            _text(reading, block)
    indicators = tuple(settled(table) for grid in reading.grids for table in indicator_tables(grid))
    funds = tuple(table for grid in reading.grids for table in funds_tables(grid))
    taken = _taken(indicators, funds)
    reading.pairs.extend(pair for grid in reading.grids for pair in pairs_in_grid(grid, taken.get(id(grid), set())))
    title = paper.blocks[chunk.title_block] if chunk.title_block >= 0 else None
    report = Report(
        number=number,
        title=chunk.title,
        title_place=_title_place(title),
        kind=chunk.kind,
        year=chunk.year or _year_of(reading, chunk, said),
        unit=_pair(reading, "unit"),
        project=project_of(chunk.title, chunk.front, _pair(reading, "project")) if chunk.kind != "department" else "",
        headings=tuple(reading.headings),
        sentences=tuple(reading.sentences),
        grids=tuple(reading.grids),
        indicators=indicators,
        funds=funds,
        matrices=_matrices(reading.grids, taken),
        pairs=tuple(reading.pairs),
        leads=reading.leads,
        tabled=frozenset(reading.tabled),
    )
    return report, tables


def _taken(indicators: tuple[IndicatorTable, ...], funds: tuple[FundsTable, ...]) -> dict[int, set[int]]:
    """Rows that belong to a recognised table, by grid."""
    taken: dict[int, set[int]] = {}
    for table in indicators:
        rows = {cell.row for row in table.rows for cell in row.cells.values()}
        taken.setdefault(id(table.grid), set()).update(rows, {cell.row for cell in table.header.values()})
    for funding in funds:
        rows = {cell.row for row in funding.rows for cell in row.cells.values()} | {
            c.row for c in funding.header.values()
        }
        taken.setdefault(id(funding.grid), set()).update(rows)
    return taken


def _matrices(grids: list[Grid], taken: dict[int, set[int]]) -> tuple[Matrix, ...]:
    return tuple(
        matrix
        for grid in grids
        for matrix in matrices(grid)
        if not any(row.label.row in taken.get(id(grid), set()) for row in matrix.rows)
    )


def _title_place(block: PaperBlock | None) -> Place | None:
    if not isinstance(block, PaperText):
        return None
    return Place(block.spot.key, "标题", block.text, block.spot.line, block.spot.cell)


def _pair(reading: _Reading, name: str) -> str:
    return next((pair.text for pair in reading.pairs if pair.name == name), "")


def _year_of(reading: _Reading, chunk: Chunk, said: int) -> int:
    """The year of a report whose title has none: of the lines below it or the project's term, else the one it names most."""
    period = _pair(reading, "period")
    for line in (*(line for line in chunk.front if "日期" not in line), period):
        if match := _YEAR.search(fold(line).text):
            return int(match[1])
    if said:
        return said
    named: dict[int, int] = {}
    for sentence in reading.sentences[:60]:
        for year in _YEAR.findall(sentence.text):
            named[int(year)] = named.get(int(year), 0) + 1
    return max(named, key=lambda year: named[year]) if named else 0


# --- blocks ---


def _text(reading: _Reading, block: PaperText) -> None:
    source = fold(block.text)
    place = Place(block.spot.key, "标题", block.text[:60], block.spot.line, block.spot.cell)
    found = heading_in(source.text, block.level, place)
    at = 0
    if found is not None:
        heading, at = found
        reading.enter(heading)
    else:
        reading.pairs.extend(pairs_in_line(source, block.spot.line, block.spot.key))
    if len(source.text) < _CAPTION_LENGTH:
        reading.caption = source.text
    if at < len(source.text):
        path = tuple(reading.path)
        told = list(sentences_of(Block(source, block.spot, reading.lined, path), at))
        reading.sentences.extend(told)
        if told and _LEADS.search(told[-1].text.strip()):
            reading.lead = told[-1]
        elif len(source.text) >= _CAPTION_LENGTH:
            reading.lead = None


def _table(reading: _Reading, table: PaperTable, number: int) -> None:
    grid = Grid.of(table, caption=reading.caption, number=number, lined=reading.lined)
    reading.grids.append(grid)
    if reading.lead is not None:
        reading.leads[number] = reading.lead
        reading.lead = None
    reading.tabled.update(id(heading) for heading in reading.path)
    for row in grid.rows:
        for cell in row:
            if len(cell.folded.text) >= _LONG_CELL and _HAN.search(cell.folded.text):
                _cell(reading, cell, _label(grid, row, cell))


def _label(grid: Grid, row: tuple[GridCell, ...], cell: GridCell) -> str:
    """What a cell is called: 预期目标 above it, else the first words of its row."""
    above = grid.at(cell.row - 1, cell.column)
    if above is not None and label_of(above.text):
        return above.flat[:20]
    return next((other.flat[:20] for other in row if other.text and other is not cell), "表内文字")


def _cell(reading: _Reading, cell: GridCell, label: str) -> None:
    """Sentences of a long cell."""
    block = Block(cell.folded, cell.spot, reading.lined, tuple(reading.path), cell, label)
    reading.sentences.extend(sentences_of(block))
