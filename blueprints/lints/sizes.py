"""尺寸检查: numbers that no paper form has; beyond them printing would only fill the machine's memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blueprints.lints.fault import Fault
from blueprints.printing import CellsRow, GridNode, RecordsRow
from blueprints.schema import Blueprint, FieldEntry, PrintStyle
from blueprints.tables import RecordsTable
from blueprints.walk import walk

# Class, field, most, what it is. A4 across the long side holds some hundred characters of the smallest face.
BOUNDS: Final[tuple[tuple[type, str, int, str], ...]] = (
    (GridNode, "columns", 240, "格"),
    (CellsRow, "min_height", 250, "毫米"),
    (RecordsRow, "rows", 200, "行"),
    (RecordsRow, "skeleton", 50, "行"),
    (RecordsTable, "blank_rows", 100, "行"),
    (FieldEntry, "limit", 20_000, "字"),
    (PrintStyle, "decimals", 6, "位"),
)
MOST_VALUES: Final = 5_000  # the largest form of the house has some six hundred


def faults(blueprint: Blueprint) -> Iterator[Fault]:
    """Yield every number out of bounds, and a form with more parts than any paper."""
    count = 0
    for path, value in walk(blueprint):
        count += 1
        for kind, name, most, unit in BOUNDS:
            if isinstance(value, kind) and getattr(value, name) > most:
                yield Fault(f"{path}.{name}", f"{getattr(value, name)}{unit}太多，最多{most}{unit}")
    if count > MOST_VALUES:
        yield Fault("", f"全表共{count}项，最多{MOST_VALUES}项，请检查是否传错文件，或把附件拆成单独的表样")
