"""文档树作为纸面: our own finished document as the neutral Paper that files are read into; every piece keeps the key of its fact."""

from __future__ import annotations

from collections.abc import Iterator

from documents.readers.paper import Paper, PaperBlock, PaperCell, PaperChart, PaperSeries, PaperTable, PaperText, Spot
from documents.tree import (
    Block,
    Chart,
    Cover,
    Document,
    Heading,
    Line,
    Paragraph,
    SignBlock,
    SignLine,
    Table,
    Title,
)


def as_paper(document: Document) -> Paper:
    """What a reader of the printed paper sees, block by block."""
    blocks = (block for part in document.parts for tree in part.blocks for block in _blocks(tree))
    return Paper(tuple(blocks), document.title)


def _blocks(block: Block) -> Iterator[PaperBlock]:
    match block:
        case Title():
            yield from (PaperText(text) for text in (block.text.replace("\n", ""), block.subtitle) if text.strip())
        case Heading():
            yield PaperText(block.text, block.level, Spot(key=block.key))
        case Paragraph():
            yield from _text(block.text, block.key or block.again)
        case Line():
            yield from _text("　".join(part for part in block.parts if part), block.key or block.again)
        case Table():
            yield _table(block)
        case SignBlock():
            yield from (text for row in block.rows for line in row for text in _signed(line))
        case Cover():
            yield from _cover(block)
        case Chart():
            yield _chart(block)


def _text(text: str, key: str) -> Iterator[PaperText]:
    if text.strip():
        yield PaperText(text, spot=Spot(key=key))


def _signed(line: SignLine) -> Iterator[PaperText]:
    return _text(line.label + line.value, line.key)


def _cover(cover: Cover) -> Iterator[PaperBlock]:
    yield from _text(cover.note, "")
    yield PaperText(cover.title.text.replace("\n", ""))
    yield from _text(cover.title.subtitle, "")
    for group in cover.groups:
        for line in group:
            yield from _text(f"{line.label}{line.value}", line.key)


def _table(table: Table) -> PaperTable:
    cells = tuple(
        PaperCell(cell.content.text, cell.column, number, cell.colspan, cell.rowspan, Spot(key=cell.key or cell.again))
        for number, row in enumerate(table.rows)
        for cell in row.cells
    )
    return PaperTable(table.widths, len(table.rows), cells)


def _chart(chart: Chart) -> PaperChart:
    series = tuple(
        PaperSeries(one.name, tuple("" if value is None else value.text for value in one.values))
        for one in chart.series
    )
    return PaperChart(chart.title, chart.kind.value, chart.categories, series, Spot(key=chart.key))
