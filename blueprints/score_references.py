"""评分的引用核对: what score tables and the texts of the points tree may name."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.concepts import GROUP_COLUMNS, SCORE_COLUMNS, SCORE_WORDS
from blueprints.grouped import groups_of, node_named
from blueprints.reader import guess
from blueprints.schema import Blueprint, PointNode, RecordsColumn, RecordsRow, ScoresRow
from blueprints.templates import places

Fault = tuple[str, str]  # path in the file, message


def score_faults(blueprint: Blueprint, value: PointNode | ScoresRow, path: str) -> Iterator[Fault]:
    """Yield columns that a score table does not have, and words that a text of the points tree may not say."""
    yield from _columns(value, path) if isinstance(value, ScoresRow) else _texts(blueprint, value, path)


def _columns(row: ScoresRow, path: str) -> Iterator[Fault]:
    for number, column in enumerate(row.columns, 1):
        if column.field not in SCORE_COLUMNS:
            yield f"{path}.columns[{number}]", f"评分表没有“{column.field}”列，{guess(column.field, SCORE_COLUMNS)}"
        if column.per:
            yield f"{path}.columns[{number}].per", "per 只用于明细（records: indicators）的列"
        if column.text and column.field not in {"level1", "level2"}:
            yield f"{path}.columns[{number}].text", "评分表的列只有 level1、level2 可以写 text，如 {label}（{of}分）"
        yield from row_template(column.text, f"{path}.columns[{number}].text", ["label", "of"])
    yield from row_template(row.level1_text, f"{path}.level1_text", list(SCORE_WORDS))


def group_faults(blueprint: Blueprint, row: RecordsRow, column: RecordsColumn, here: str) -> Iterator[Fault]:
    """Yield what a column `per` a level cannot show, and groups of the frame whose points it would not find."""
    if row.table != "indicators":
        yield f"{here}.per", "per 只用于 records: indicators，按一级（level1）或二级（level2）指标合并"
    if column.field not in GROUP_COLUMNS:
        yield f"{here}.field", f"写了 per 的列印的是分值或得分，{guess(column.field, GROUP_COLUMNS)}"
    for level1, level2 in groups_of(blueprint, row, column):
        node, name = node_named(blueprint, level1, level2), level2 or level1
        if node is None:
            yield f"{here}.per", f"分值（points）里没有与指标“{name}”同名的节点，请加上，或改成同样的名称"
        elif any(leaf.from_table for leaf in node.leaves()):
            yield f"{here}.per", f"分值节点“{name}”逐行计分（from_table），各行已有分值，不能再按组印"


def _texts(blueprint: Blueprint, node: PointNode, path: str) -> Iterator[Fault]:
    """Texts of the points tree may quote the numbers of the year and nothing else."""
    allowed = [f"parameter.{parameter.key}" for parameter in blueprint.parameters]
    for name in ("explanation", "guidance"):
        here = f"{path}.{name}"
        try:
            for word in places(getattr(node, name)):
                if word not in allowed:
                    yield here, f"“{word}”不能写在这里，只能写年度参数，{guess(word, allowed)}"
        except ValueError as error:
            yield here, str(error)


def row_template(text: str, here: str, allowed: list[str]) -> Iterator[Fault]:
    """Yield the words of a template over rows that are not `allowed`."""
    try:
        for word in places(text):
            if word not in allowed:
                yield here, f"明细行没有“{word}”，{guess(word, allowed)}"
    except ValueError as error:
        yield here, str(error)
