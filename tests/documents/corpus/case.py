"""语料的一件: a file made by a script, its class, and what must be said about it or read out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from documents.readers.paper import Paper, PaperBlock, PaperTable, PaperText

Build = Callable[[], bytes]


@dataclass(frozen=True)
class Hostile:
    """恶意文件: `words` is a pattern of the reason that must be given."""

    kind: str
    title: str
    file: str
    build: Build
    words: str

    def __str__(self) -> str:
        return f"{self.kind}：{self.title}"


@dataclass(frozen=True)
class Benign:
    """正常文件: `texts` is all that must be read out of it, as `told` tells it."""

    title: str
    file: str
    build: Build
    texts: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.title


def told(paper: Paper) -> tuple[str, ...]:
    """A paper in short: a paragraph's text, a table's row, a chart's figures; a cell that covers several places has a mark."""
    return tuple(line for block in paper.blocks for line in _lines(block))


def _lines(block: PaperBlock) -> Iterator[str]:
    if isinstance(block, PaperText):
        yield "#" * block.level + block.text
    elif isinstance(block, PaperTable):
        for row in block.rows():
            yield "｜".join(cell.text + _span(cell.across, cell.down) for cell in row)
    else:
        figures = "；".join(f"{one.name}：{'、'.join(one.values)}" for one in block.series)
        yield f"{block.kind}图 {block.title}（{'、'.join(block.categories)}）{figures}"


def _span(across: int, down: int) -> str:
    return "" if across == down == 1 else f"〔{across}×{down}〕"
