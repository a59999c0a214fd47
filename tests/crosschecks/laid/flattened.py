"""压平的表: the tables of a text written one cell a line, or as rows of tabs without their empty cells."""

from __future__ import annotations

from documents.readers.paper import PaperTable
from documents.readers.text import parse_text

WAYS = (
    "a cell a line",
    "a cell a line, rows apart",
    "empty cells as empty lines",
    "dashes",
    "bars",
    "tabs, empty cells left out",
)


def flattened(text: str, way: str) -> str:
    """`text` with every table written another way."""
    tables = {block.cells[0].spot.line: block for block in parse_text(text).blocks if isinstance(block, PaperTable)}
    lines = text.split("\n")
    found: list[str] = []
    at = 0
    while at < len(lines):
        table = tables.get(at + 1)
        if table is None:
            found.append(lines[at])
            at += 1
            continue
        found.extend([_written(table, way), ""])
        at = max(cell.spot.line + cell.text.count("\n") for cell in table.cells)
    return "\n".join(found)


def _written(table: PaperTable, way: str) -> str:
    rows = [[cell.text.replace("\n", "") for cell in row] for row in table.rows()]
    told = [[cell for cell in row if cell] for row in rows]
    if way == "bars":
        return "\n".join("| " + " | ".join(row) + " |" for row in rows)
    if way == "tabs, empty cells left out":
        return "\n".join("\t".join(row) for row in told)
    if way == "a cell a line":
        return "\n".join(cell for row in told for cell in row)
    if way == "dashes":
        return "\n\n".join("\n".join(cell or "—" for cell in row) for row in rows)
    return "\n\n".join("\n".join(row) for row in (told if way == "a cell a line, rows apart" else rows))
