"""查核的范围: how much of a filing's own paper is checked with every save, and what is said when there is more of it.

A save is answered by a web process, unconfined, so what a person may type bounds what the rules may cost. The longest of the public reports, a whole
department's account with eight projects, has 34 000 characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from crosschecks.finding import Finding, Place, Severity
from documents.readers.paper import Paper, PaperBlock, PaperTable, PaperText

RULE: Final = "B02"
NAME: Final = "查核范围"
MOST: Final = 50_000  # characters, and cells, which cost as much when they are empty


def within(paper: Paper) -> tuple[Paper, tuple[PaperBlock, ...]]:
    """The paper as far as it is checked, and the blocks that are too much; a block that is too long does not shut out shorter ones."""
    left = MOST
    near: list[PaperBlock] = []
    rest: list[PaperBlock] = []
    for block in paper.blocks:
        size = size_of(block)
        (near if size <= left else rest).append(block)
        left -= size if size <= left else 0
    return replace(paper, blocks=tuple(near)), tuple(rest)


def size_of(block: PaperBlock) -> int:
    """What a block counts."""
    if isinstance(block, PaperText):
        return len(block.text)
    return sum(len(cell.text) + 1 for cell in block.cells) if isinstance(block, PaperTable) else 0


def left_out(rest: tuple[PaperBlock, ...]) -> Iterator[Finding]:
    """One finding at the first place that is not checked."""
    if rest:
        count = sum(map(size_of, rest))
        yield Finding(
            rule=RULE,
            severity=Severity.WARNING,
            message=f"本表的文字太长：一次逐句查核{MOST}字，自这里起有{count}字没有查核。",
            arithmetic=f"{MOST}＋{count}",
            places=(next(_places(rest), Place("", "正文")),),
            remedy="请压缩文字，或把附件类的内容移出本表；这些文字请自行核对",
        )


def _places(rest: tuple[PaperBlock, ...]) -> Iterator[Place]:
    for block in rest:
        if isinstance(block, PaperText):
            yield Place(block.spot.key, "正文", block.text[:20])
        elif isinstance(block, PaperTable):
            yield from (Place(cell.spot.key, "表内文字", cell.text[:20]) for cell in block.cells if cell.text)
