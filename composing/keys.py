"""标识唯一: a key names one place of a document, though a fact may be printed in several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from documents.tree import Block, Cell, Cover, Heading, Line, Paragraph, Part, SignBlock, SignLine, Table


def unique_keys(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The same parts; a key that was given before is taken away, so ids, bookmarks and defined names stay unique."""
    seen: set[str] = set()
    return tuple(replace(part, blocks=tuple(_block(block, seen) for block in part.blocks)) for part in parts)


def _block(block: Block, seen: set[str]) -> Block:
    match block:
        case Table():
            rows = tuple(replace(row, cells=tuple(_own(cell, seen) for cell in row.cells)) for row in block.rows)
            return replace(block, rows=rows)
        case SignBlock():
            return replace(block, rows=tuple(tuple(_own_line(line, seen) for line in row) for row in block.rows))
        case Cover():
            groups = tuple(tuple(replace(line, key=_first(line.key, seen)) for line in group) for group in block.groups)
            return replace(block, groups=groups)
        case Paragraph() | Line() if block.key in seen:
            return replace(block, key="", again=block.key)
        case Heading() | Paragraph() | Line():
            return replace(block, key=_first(block.key, seen))
    return block


def _own(cell: Cell, seen: set[str]) -> Cell:
    return replace(cell, key="", again=cell.key) if cell.key in seen else replace(cell, key=_first(cell.key, seen))


def _own_line(line: SignLine, seen: set[str]) -> SignLine:
    return replace(line, key=_first(line.key, seen))


def _first(key: str, seen: set[str]) -> str:
    if key in seen:
        return ""
    seen.add(key)
    return key
