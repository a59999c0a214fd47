"""推算的引用核对: derived figures, computed columns, tables of figures and breakdowns must be reckoned from what there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blueprints.reader import guess
from blueprints.schema import Blueprint, Breakdown, ChartNode, Derived, FiguresTable, RecordsTable

BREAKDOWN_WORDS: Final = ("n", "name", "amount", "share")  # places of a clause over a breakdown
_Fault = tuple[str, str]


def in_a_row(value: object, path: str) -> bool:
    """Is it a figure of a list's row, whose expressions name the row's own columns?"""
    return isinstance(value, Derived) and path.startswith("tables[")


def faults(blueprint: Blueprint, value: object, path: str) -> Iterator[_Fault]:
    """Yield what leads nowhere or contradicts itself in a reckoned figure; other values have none."""
    match value:
        case Derived():
            if value.when_zero and not value.over:
                yield f"{path}.when_zero", "when_zero 是 0÷0 时的值，须同时写分母 over"
            if value.filed and value.shape == "relation":
                yield f"{path}.filed", "大于、等于、小于由系统比较得出，不能自填"
        case FiguresTable():
            yield from _figures(value, path)
        case RecordsTable():
            yield from _computed(value, path)
        case Breakdown():
            yield from _breakdown(blueprint, value, path)
        case ChartNode():
            yield from _chart(blueprint, value, path)


def _figures(table: FiguresTable, path: str) -> Iterator[_Fault]:
    names = [column.column for column in table.columns]
    for number, row in enumerate(table.rows, 1):
        for word in row.columns:
            if word not in names:
                yield f"{path}.rows[{number}].columns", f"数字表“{table.key}”没有“{word}”列，{guess(word, names)}"


def _chart(blueprint: Blueprint, chart: ChartNode, path: str) -> Iterator[_Fault]:
    """A bar chart has as many amounts as categories, a pie the parts of a breakdown."""
    if chart.kind == "pie":
        if blueprint.breakdown(chart.breakdown) is None:
            word, names = chart.breakdown, [b.key for b in blueprint.breakdowns]
            yield f"{path}.breakdown", f"饼图（pie）画一个构成，没有构成“{word}”，{guess(word, names)}"
        if chart.categories or chart.series:
            yield path, "饼图（pie）只写 breakdown，不写 categories 和 series"
        return
    if chart.breakdown:
        yield f"{path}.breakdown", "柱状图（bar）写 categories 和 series，不写 breakdown"
    if not chart.categories or not chart.series:
        yield path, "柱状图（bar）须写 categories（分组的名称）和 series（各系列的名称和数）"
    for number, series in enumerate(chart.series, 1):
        if len(series.values) != len(chart.categories):
            here = f"{path}.series[{number}].values"
            yield here, f"有{len(chart.categories)}个分组，这个系列却有{len(series.values)}个数，须一样多"


def _computed(table: RecordsTable, path: str) -> Iterator[_Fault]:
    """A computed column reads figures of its row and computed columns above it."""
    names = list(table.figures())
    for number, derived in enumerate(table.computed, 1):
        for name in ("value", "over", "when_zero"):
            expression = getattr(derived, name)
            for word in sorted(expression.paths) if expression else ():
                if word not in names:
                    yield f"{path}.computed[{number}].{name}", f"本行没有数字列“{word}”，{guess(word, names)}"
        names.append(derived.key)


def _breakdown(blueprint: Blueprint, breakdown: Breakdown, path: str) -> Iterator[_Fault]:
    if bool(breakdown.items) == bool(breakdown.records):
        yield path, "构成须写 items（逐项列出）或 records（取自明细表）其中一个"
        return
    if not breakdown.records:
        return
    table = blueprint.table(breakdown.records)
    if not isinstance(table, RecordsTable):
        lists = [t.key for t in blueprint.tables if isinstance(t, RecordsTable)]
        yield f"{path}.records", f"没有明细表“{breakdown.records}”，{guess(breakdown.records, lists)}"
        return
    columns = [column.field for column in table.columns]
    if breakdown.name not in columns:
        yield f"{path}.name", f"明细表“{table.key}”没有“{breakdown.name}”列，{guess(breakdown.name, columns)}"
    if breakdown.value not in table.figures():
        yield (
            f"{path}.value",
            f"明细表“{table.key}”没有“{breakdown.value}”数字列，{guess(breakdown.value, table.figures())}",
        )
