"""评分行: what one printed line of a score table stands for: a leaf, a row of a table, or a row that shares its leaf's score."""

from __future__ import annotations

from dataclasses import dataclass, replace

from blueprints.printing import RecordsColumn
from blueprints.schema import Blueprint, PointNode, RecordsTable
from composing.records import Record
from scoring.sheet import ScoreLine


@dataclass(frozen=True, slots=True)
class Item:
    """一行. `name` is its 三级指标; `key` the fact behind that name, if any; `line` the indicator row it scores.

    `height` is how many lines its other cells cover; 0 where those of the line above do.
    """

    node: PointNode
    above: tuple[PointNode, ...]
    name: str
    line: ScoreLine | None = None
    key: str = ""
    height: int = 1

    def level(self, field: str) -> PointNode | None:
        """The node printed in the column of a level; a leaf at the top stands for its own level one."""
        levels = {"level1": 0, "level2": 1}
        place = levels.get(field, -1)
        if place == 0 and not self.above:
            return self.node
        return self.above[place] if 0 <= place < len(self.above) else None


def spanned(item: Item, columns: list[tuple[RecordsColumn, int]]) -> list[tuple[RecordsColumn, int]]:
    """Columns with their places; a leaf right below level one takes the columns of 二级 and 三级 together."""
    fields = [column.field for column, _ in columns]
    if item.line is not None or len(item.above) != 1 or "level2" not in fields[:-1]:
        return columns
    place = fields.index("level2")
    if fields[place + 1] != "level3":
        return columns
    (second, left), (third, _) = columns[place : place + 2]
    whole = replace(third, span=second.span + third.span)
    return [*columns[:place], (whole, left), *columns[place + 2 :]]


def blank_items(blueprint: Blueprint, key: str) -> list[Record]:
    """The empty lines of a list that nobody has filled in yet."""
    table = blueprint.table(key)
    blank = table.blank_rows if isinstance(table, RecordsTable) else 1
    return [Record(key, number) for number in range(1, max(blank, 1) + 1)]
