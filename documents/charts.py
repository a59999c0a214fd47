"""图的共同之处: whether there is anything to draw, what it says in words, and how much room it takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .tree import Cell, Chart, ChartKind, Content, Role, Row, Table, Text

NO_DATA: Final = "无数据"
WIDTH_MM: Final = 150.0
POINTS: Final = 12.0  # 小四: unit and caption around the picture
LINE_MM: Final = 7.5  # height of either
GAP_MM: Final = 2.0  # below the caption
# Shades of one blue that read as greys; the first two, and neighbours of a pie, differ most.
BARS: Final = ("#35567e", "#c3d0df", "#7c97b5", "#e6ebf1")
SLICES: Final = ("#35567e", "#9fb4cb", "#5f7fa3", "#cfd9e4", "#82a0bf", "#e6ebf1")
_BAR_MM: Final = 62.0
_PIE_MM: Final = 56.0
_PIE_LABEL_MM: Final = 5.0
_NAMES_WIDTH: Final = 3  # relative to a column of figures
_KINDS: Final = {ChartKind.BAR: "柱状图", ChartKind.PIE: "饼图"}


def is_empty(chart: Chart) -> bool:
    """Is there no figure other than 0, so that no bar has a height and no slice an angle?"""
    return not any(value is not None and value.value for series in chart.series for value in series.values)


def unit_line(chart: Chart) -> str:
    """单位：万元, printed above bars at the right; a pie prints shares."""
    return f"单位：{chart.unit}" if chart.unit and chart.kind is ChartKind.BAR else ""


def turned(chart: Chart) -> float:
    """Return by how many degrees a pie is turned clockwise, so that its largest slice lies at the left.

    The thin ones then lie at the right, where their names stand below each other.
    """
    sizes = [max(0.0, float(value.value)) if value else 0.0 for value in chart.series[0].values]
    largest = sizes.index(max(sizes))
    middle = (sum(sizes[:largest]) + sizes[largest] / 2) / sum(sizes) * 360
    return (270 - middle) % 360


def height_mm(chart: Chart) -> float:
    """Return the height of the picture; a pie of many parts needs room for their names."""
    if chart.kind is ChartKind.BAR:
        return _BAR_MM
    return max(_PIE_MM, _PIE_LABEL_MM * (len(chart.categories) + 2))


def block_mm(chart: Chart) -> float:
    """Return the height of picture, unit and caption."""
    return height_mm(chart) + LINE_MM * (1 + bool(unit_line(chart))) + GAP_MM


def described(chart: Chart) -> str:
    """Return all the chart says, for who cannot see it: kind, title and every printed figure."""
    if is_empty(chart):
        return f"{chart.title}（{_KINDS[chart.kind]}）：{NO_DATA}。"
    if chart.kind is ChartKind.PIE:
        said = "；".join(_slices(chart))
    else:
        said = "；".join(f"{series.name}{'，'.join(_figures(chart, n))}" for n, series in enumerate(chart.series))
    return f"{chart.title}（{_KINDS[chart.kind]}）：{said}。"


def _figures(chart: Chart, number: int) -> list[str]:
    values = chart.series[number].values
    told = (
        (name, "未知" if value is None else value.text + chart.unit)
        for name, value in zip(chart.categories, values, strict=True)
    )
    return [f"{name}{text}" for name, text in told]


def _slices(chart: Chart) -> list[str]:
    figures = _figures(chart, 0)
    return [f"{figure}，占{share.text}" for figure, share in zip(figures, chart.shares, strict=True)]


def data_table(chart: Chart) -> Table:
    """Return the chart's figures as a table with a heading line: series below each other, or the parts with their shares."""
    unit = f"（{chart.unit}）" if chart.unit else ""
    if chart.kind is ChartKind.PIE:
        values = chart.series[0].values
        lines = [
            (Text(name), value or Text(""), share)
            for name, value, share in zip(chart.categories, values, chart.shares, strict=True)
        ]
        return _table((Text("项目"), Text(f"金额{unit}"), Text("占比")), lines)
    heading = (Text(f"年度{unit}"), *map(Text, chart.categories))
    return _table(heading, [(Text(s.name), *(value or Text("") for value in s.values)) for s in chart.series])


def _table(heading: tuple[Content, ...], lines: Sequence[tuple[Content, ...]]) -> Table:
    rows = [_row(heading, Role.LABEL, 0)]
    rows += [_row(line, Role.NUMBER, number) for number, line in enumerate(lines, 1)]
    return Table((_NAMES_WIDTH, *(2 for _ in heading[1:])), tuple(rows))


def _row(contents: tuple[Content, ...], role: Role, group: int) -> Row:
    cells = (Cell(n, content, role if n and role is Role.NUMBER else Role.LABEL) for n, content in enumerate(contents))
    return Row(tuple(cells), group=group)
