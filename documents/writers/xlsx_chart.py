"""图的 XLSX 写法: Excel's own chart, fed from the table of its figures that is printed below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from .. import charts, style
from ..text import clean
from ..tree import Chart, ChartKind

_PIXELS_PER_MM: Final = 96 / style.MM_PER_INCH
_FONT: Final = {"name": style.Face.FANG.value, "size": 9, "color": "#1a1a1a"}
_CLEAR: Final = 4  # pixels between the white ground of the chart and the upper border of the table below it
_THINNEST: Final = 0.02  # of a pie between the middles of two labels; closer ones would cover each other


@dataclass(frozen=True, slots=True)
class Range:
    """数据区: sheet name and the cells of the printed table: row numbers of its lines, columns where its cells begin."""

    sheet: str
    rows: tuple[int, ...]
    columns: tuple[int, ...]

    def cells(self, row: int, column: int, last_row: int, last_column: int) -> list[Any]:
        """A block of the table as XlsxWriter names it."""
        return [self.sheet, self.rows[row], self.columns[column], self.rows[last_row], self.columns[last_column]]


def native_chart(workbook: Any, chart: Chart, data: Range) -> Any:
    """Return Excel's chart of the figures in `data`."""
    made = _bars(workbook, chart, data) if chart.kind is ChartKind.BAR else _pie(workbook, chart, data)
    height = charts.height_mm(chart) * _PIXELS_PER_MM - _CLEAR
    size = {"width": charts.WIDTH_MM * _PIXELS_PER_MM, "height": height}
    made.set_size(size)
    made.set_chartarea({"border": {"none": True}})
    made.set_title({"none": True})
    return made


def _bars(workbook: Any, chart: Chart, data: Range) -> Any:
    made = workbook.add_chart({"type": "column"})
    last = len(chart.categories)
    for number, series in enumerate(chart.series, start=1):
        code = next((value.excel_format for value in series.values if value), "0.00")
        made.add_series(
            {
                "name": [data.sheet, data.rows[number], data.columns[0]],
                "categories": data.cells(0, 1, 0, last),
                "values": data.cells(number, 1, number, last),
                "fill": {"color": charts.BARS[(number - 1) % len(charts.BARS)]},
                "border": {"color": "#1a1a1a", "width": 0.5},
                "gap": 120,
                "overlap": -10,
                "data_labels": {"value": True, "num_format": code, "font": _FONT},
            }
        )
    made.set_legend({"position": "top", "font": _FONT})
    made.set_x_axis({"num_font": _FONT, "line": {"color": "#1a1a1a"}, "major_tick_mark": "none"})
    made.set_y_axis({"visible": False, "major_gridlines": {"visible": False}})
    return made


def _pie(workbook: Any, chart: Chart, data: Range) -> Any:
    """Angles come from the printed shares, so that the label Excel works out is the share of the text."""
    made = workbook.add_chart({"type": "pie"})
    last = len(chart.categories)
    labels = {
        "category": True,
        "percentage": True,
        "separator": " ",
        "num_format": "0.00%",
        "custom": [None if number in _labelled(chart) else {"delete": True} for number in range(last)],
        "position": "outside_end",
        "leader_lines": True,
        "font": _FONT,
    }
    made.add_series(
        {
            "name": clean(chart.title),
            "categories": data.cells(1, 0, last, 0),
            "values": data.cells(1, 2, last, 2),
            "points": [
                {
                    "fill": {"color": charts.SLICES[n % len(charts.SLICES)]},
                    "border": {"color": "white"} if last > 1 else {"none": True},
                }
                for n in range(last)
            ],
            "data_labels": labels,
        }
    )
    made.set_legend({"none": True})
    made.set_rotation(round(charts.turned(chart)) % 360)
    return made


def _labelled(chart: Chart) -> set[int]:
    """Slices that carry a label: Excel does not move labels apart. The others are told in the table below, as all are."""
    kept, passed, last = set(), 0.0, -1.0
    for number, share in enumerate(chart.shares):
        middle = passed + float(share.value) / 2
        if middle - last >= _THINNEST:
            kept.add(number)
            last = middle
        passed += float(share.value)
    return kept
