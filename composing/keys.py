"""标识唯一: a key names one place of a document, though a fact may be printed in several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from documents.tree import Block, Cell, Cover, Heading, Line, Paragraph, Part, SignBlock, SignLine, Table

Rekey = Callable[[str], tuple[str, str]]  # key → its own key, and the key that stands elsewhere already


def unique_keys(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The same parts; a key that was given before is taken away, so ids, bookmarks and defined names stay unique."""
    seen: set[str] = set()
    return tuple(_part(part, partial(_first, seen=seen)) for part in parts)


def without_keys(part: Part) -> Part:
    """The same part in which no place has a key."""
    return _part(part, lambda key: ("", ""))


def _part(part: Part, rekey: Rekey) -> Part:
    return replace(part, blocks=tuple(_block(block, rekey) for block in part.blocks))


def _block(block: Block, rekey: Rekey) -> Block:
    match block:
        case Table():
            rows = tuple(replace(row, cells=tuple(_cell(cell, rekey) for cell in row.cells)) for row in block.rows)
            return replace(block, rows=rows)
        case SignBlock():
            return replace(block, rows=tuple(tuple(_sign(line, rekey) for line in row) for row in block.rows))
        case Cover():
            groups = tuple(tuple(replace(line, key=rekey(line.key)[0]) for line in group) for group in block.groups)
            return replace(block, groups=groups)
        case Paragraph() | Line():
            key, again = rekey(block.key)
            return replace(block, key=key, again=again)
        case Heading():
            return replace(block, key=rekey(block.key)[0])
    return block


def _cell(cell: Cell, rekey: Rekey) -> Cell:
    key, again = rekey(cell.key)
    return cell if (key, again) == (cell.key, cell.again) else replace(cell, key=key, again=again)


def _sign(line: SignLine, rekey: Rekey) -> SignLine:
    return replace(line, key=rekey(line.key)[0])


def _first(key: str, *, seen: set[str]) -> tuple[str, str]:
    """The key where it stands for the first time; there is nothing to repeat about a place without one."""
    if not key or key not in seen:
        seen.add(key)
        return key, ""
    return "", key
