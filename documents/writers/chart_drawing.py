"""图的绘制: one drawing for PDF (SVG) and DOCX (PNG), by matplotlib; the same figures give the same bytes.

Shades of one blue that read as greys on a black-and-white printer; every bar and slice carries its printed figure, so that
nothing has to be told from a colour alone.
"""

from __future__ import annotations

import io
import re
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from .. import charts, fonts
from ..style import MM_PER_INCH, Face
from ..text import clean
from ..tree import Chart, ChartKind
from .chart_labels import Room, spread

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_ONE_AT_A_TIME: Final = Lock()  # its font cache is shared by all threads
_DPI: Final = 200
_POINTS: Final = 10.0
_RADIUS_MM: Final = 23.0
_INK: Final = "#1a1a1a"
_LINE: Final = "#8a8f96"
_SALT: Final = "selfeval"  # for the ids inside an SVG, which are random without it
_RARE: Final = "Noto Serif CJK SC"  # has the characters that the official faces lack
# What the faces are called where the SVG is looked at: a browser of a government desktop, or WeasyPrint.
_CSS_FACES: Final = "'Times New Roman', 'Liberation Serif', '仿宋_GB2312', 'FangSong', '仿宋', 'FandolFang', serif"
_FAMILY: Final = re.compile(r"font-family: [^;\"]+")


@lru_cache(maxsize=128)
def svg(chart: Chart) -> str:
    """Return the picture as SVG, its words as text."""
    drawn = _saved(chart, "svg", {"Date": None, "Creator": None})
    return _FAMILY.sub(f"font-family: {_CSS_FACES}", drawn.decode())


@lru_cache(maxsize=64)
def png(chart: Chart) -> bytes:
    """Return the picture as PNG."""
    return _saved(chart, "png", {"Software": None})


def _saved(chart: Chart, kind: str, metadata: dict[str, None]) -> bytes:
    import matplotlib as mpl  # noqa: PLC0415 - slow import
    from matplotlib.figure import Figure  # noqa: PLC0415 - slow import

    look: Any = {"svg.fonttype": "none", "svg.hashsalt": _SALT, "font.size": _POINTS, "text.parse_math": False}
    target = io.BytesIO()
    with _ONE_AT_A_TIME, mpl.rc_context({**look, "font.family": _families(), "text.color": _INK}):
        size = (charts.WIDTH_MM / MM_PER_INCH, charts.height_mm(chart) / MM_PER_INCH)
        figure = Figure(figsize=size, dpi=_DPI)
        _draw(figure, chart)
        figure.savefig(target, format=kind, metadata=metadata)
    return target.getvalue()


@cache
def _families() -> list[str]:
    """Names by which matplotlib knows the faces, digits first; its own face where fontconfig finds none."""
    from matplotlib import font_manager  # noqa: PLC0415 - slow import

    names = []
    for face in (Face.DIGITS.value, Face.FANG.value, _RARE):
        file = fonts.file_of(face)
        if file is not None:
            font_manager.fontManager.addfont(str(file))
            names.append(font_manager.get_font(str(file)).family_name)
    return list(dict.fromkeys(names)) or ["sans-serif"]


def _draw(figure: Figure, chart: Chart) -> None:
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    if charts.is_empty(chart):
        _no_data(axes)
    elif chart.kind is ChartKind.BAR:
        _bars(axes, chart)
    else:
        _pie(axes, chart)


def _no_data(axes: Axes) -> None:
    axes.text(0.5, 0.5, charts.NO_DATA, ha="center", va="center", fontsize=_POINTS + 2)
    frame = {"fill": False, "edgecolor": _LINE, "linewidth": 0.6}
    axes.add_patch(_rectangle((0.02, 0.04), 0.96, 0.92, **frame))
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)


def _rectangle(*place: Any, **look: Any) -> Any:
    from matplotlib.patches import Rectangle  # noqa: PLC0415 - slow import

    return Rectangle(*place, **look)


def _bars(axes: Axes, chart: Chart) -> None:
    """Groups of bars on one base line, each with its figure, names below and the key above."""
    axes.set_position((0.04, 0.13, 0.92, 0.70))
    count, groups = len(chart.series), len(chart.categories)
    width = min(0.72 / count, 0.3)
    for number, series in enumerate(chart.series):
        known = [(group, value) for group, value in enumerate(series.values) if value is not None]
        places = [group + (number - (count - 1) / 2) * width for group, _ in known]
        look: Any = {"facecolor": charts.BARS[number % len(charts.BARS)], "edgecolor": _INK, "linewidth": 0.5}
        name = clean(series.name)
        drawn = axes.bar(places, [float(value.value) for _, value in known], width * 0.86, label=name, **look)
        axes.bar_label(drawn, [value.text for _, value in known], padding=2, fontsize=_POINTS)
    axes.axhline(0, color=_INK, linewidth=0.7)
    axes.set_xlim(-0.75, groups - 0.25)
    axes.margins(y=0.14)
    below = axes.get_xaxis_transform()
    for group, name in enumerate(chart.categories):
        axes.text(group, -0.05, clean(name), transform=below, ha="center", va="top")
    place: Any = {"loc": "lower center", "bbox_to_anchor": (0.5, 1.04), "ncols": count}
    axes.legend(**place, frameon=False, handlelength=1.4, columnspacing=2.0)


def _pie(axes: Axes, chart: Chart) -> None:
    """Slices clockwise from the top; names and shares in two columns beside it, tied to their slice by a line."""
    values = [max(0.0, float(value.value)) if value else 0.0 for value in chart.series[0].values]
    room = Room(_RADIUS_MM, charts.WIDTH_MM, charts.height_mm(chart), _POINTS)
    colours = [charts.SLICES[number % len(charts.SLICES)] for number in range(len(values))]
    edge = {"edgecolor": "white" if len(values) > 1 else _INK, "linewidth": 0.8}
    start = charts.turned(chart)
    axes.pie(values, radius=room.radius, startangle=90 - start, counterclock=False, colors=colours, wedgeprops=edge)
    names = [(clean(name), share.text) for name, share in zip(chart.categories, chart.shares, strict=True)]
    for label in spread(values, names, room, turned=start):
        axes.plot(*label.tie, color=_LINE, linewidth=0.6)
        axes.text(label.x, label.y, label.text, ha=label.side, va="center", linespacing=1.2)
    axes.set_xlim(-room.width / 2, room.width / 2)
    axes.set_ylim(-room.height / 2, room.height / 2)
