"""图表的读取: title, categories and series of a chart, from the figures that the file keeps beside the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from documents.readers.clean import plain
from documents.readers.markup import CHART, DRAWING
from documents.readers.paper import NOWHERE, PaperChart, PaperSeries, Spot
from documents.readers.shown import shown

MOST_POINTS: Final = 2_000
MOST_SERIES: Final = 200
_KINDS: Final = {
    "barChart": "bar",
    "bar3DChart": "bar",
    "pieChart": "pie",
    "pie3DChart": "pie",
    "doughnutChart": "pie",
    "ofPieChart": "pie",
    "lineChart": "line",
    "line3DChart": "line",
}


def chart_of(root: Any, spot: Spot = NOWHERE) -> PaperChart | None:
    """The chart of a chart part, None when it holds no figures."""
    area = root.find(f"{CHART}chart/{CHART}plotArea")
    if area is None:
        return None
    plots = [child for child in area if child.find(f"{CHART}ser") is not None]
    series = [one for plot in plots for one in plot.findall(f"{CHART}ser")][:MOST_SERIES]
    if not series:
        return None
    categories = next((found for one in series if (found := _categories(one))), ())
    values = [_values(one) for one in series]
    if not any(map(any, values)):  # some programmes write charts without the figures they show
        return None
    length = max(len(categories), *map(len, values))
    figures = tuple(
        PaperSeries(_name(one), told + ("",) * (length - len(told))) for one, told in zip(series, values, strict=True)
    )
    kind = _KINDS.get(str(plots[0].tag).rpartition("}")[2], "")
    return PaperChart(_title(root), kind, categories, figures, spot)


def _title(root: Any) -> str:
    title = root.find(f"{CHART}chart/{CHART}title")
    if title is None:
        return ""
    lines = ["".join(t.text or "" for t in p.iter(f"{DRAWING}t")) for p in title.iter(f"{DRAWING}p")]
    told = lines or [v.text or "" for v in title.iter(f"{CHART}v")]
    return plain(" ".join(line for line in told if line)).strip()


def _name(series: Any) -> str:
    told = series.find(f"{CHART}tx")
    return "" if told is None else plain(" ".join(v.text or "" for v in told.iter(f"{CHART}v"))).strip()


def _categories(series: Any) -> tuple[str, ...]:
    told = series.find(f"{CHART}cat")
    told = series.find(f"{CHART}xVal") if told is None else told
    if told is None:
        return ()
    levels = told.findall(f".//{CHART}lvl")
    if not levels:
        return tuple(_points(told))
    # Levels are told from the inside out; an outer name stands once, before the first of its group.
    filled = [_filled(_points(level, length=_length(told))) for level in reversed(levels)]
    return tuple(" ".join(part for part in parts if part) for parts in zip(*filled, strict=True))


def _filled(names: list[str]) -> list[str]:
    made, last = [], ""
    for name in names:
        last = name or last
        made.append(last)
    return made


def _values(series: Any) -> tuple[str, ...]:
    told = series.find(f"{CHART}val")
    told = series.find(f"{CHART}yVal") if told is None else told
    return () if told is None else tuple(_points(told))


def _length(told: Any) -> int:
    count = next((str(found.get("val")) for found in told.iter(f"{CHART}ptCount")), "0")
    return min(int(count), MOST_POINTS) if count.isascii() and count.isdigit() else 0


def _points(told: Any, *, length: int = 0) -> list[str]:
    """Every point at its place, '' where there is none, as shown under the format of the chart's data."""
    code = next((found.text or "" for found in told.iter(f"{CHART}formatCode")), "")
    at = dict(_numbered(told))
    length = length or max([_length(told), *(place + 1 for place in at)], default=0)
    return [shown(at[place], code) if place in at else "" for place in range(length)]


def _numbered(told: Any) -> Iterator[tuple[int, str]]:
    for point in told.iter(f"{CHART}pt"):
        place, value = str(point.get("idx")), point.find(f"{CHART}v")
        if value is not None and place.isascii() and place.isdigit() and int(place) < MOST_POINTS:
            yield int(place), plain(value.text or "").strip()
