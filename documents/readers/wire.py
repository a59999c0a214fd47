"""Paper 的传输: a paper as JSON, from the child that read it to the process that asked."""

from __future__ import annotations

from typing import Any

from documents.readers.paper import (
    Paper,
    PaperBlock,
    PaperCell,
    PaperChart,
    PaperSeries,
    PaperTable,
    PaperText,
    Spot,
)


def to_json(paper: Paper) -> dict[str, Any]:
    """JSON-ready value of a paper; its name stays behind."""
    return {
        "blocks": [_block_to_json(block) for block in paper.blocks],
        "notes": list(paper.notes),
        "lined": paper.lined,
    }


def from_json(data: dict[str, Any], name: str = "") -> Paper:
    """The paper again."""
    return Paper(tuple(_block_from_json(block) for block in data["blocks"]), name, tuple(data["notes"]), data["lined"])


def _block_to_json(block: PaperBlock) -> list[Any]:
    if isinstance(block, PaperText):
        return ["p", block.text, block.level, _spot_to_json(block.spot)]
    if isinstance(block, PaperTable):
        cells = [[c.text, c.column, c.row, c.across, c.down, _spot_to_json(c.spot)] for c in block.cells]
        return ["t", block.name, list(block.widths), block.height, cells]
    series = [[one.name, list(one.values), list(one.lines)] for one in block.series]
    return ["c", block.title, block.kind, list(block.categories), series, _spot_to_json(block.spot)]


def _block_from_json(data: list[Any]) -> PaperBlock:
    kind, *rest = data
    if kind == "p":
        return PaperText(rest[0], rest[1], Spot(*rest[2]))
    if kind == "t":
        name, widths, height, cells = rest
        return PaperTable(tuple(widths), height, tuple(_cell_from_json(cell) for cell in cells), name)
    title, shape, categories, series, spot = rest
    told = tuple(PaperSeries(name, tuple(values), tuple(lines)) for name, values, lines in series)
    return PaperChart(title, shape, tuple(categories), told, Spot(*spot))


def _cell_from_json(data: list[Any]) -> PaperCell:
    text, column, row, across, down, spot = data
    return PaperCell(text, column, row, across, down, Spot(*spot))


def _spot_to_json(spot: Spot) -> list[Any]:
    return [spot.line, spot.cell, spot.key]
