"""T06 图表数据=正文 (公开文件校核): the figures a chart holds are those of the text.

A share in a pie (0.9024 for 90.24 %) is compared with the share the text gives the same category, columns of two years with the two amounts
of a change the text tells, any other column with the amount of its name. A chart that shows last year's figures is a chart nobody
refreshed; where the text's own share is wrong and the chart's right, T08 says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.chart_values import Bar, bars, decimal_of, shares_of_pies
from crosschecks.rule import Dossier, Figure, Found, Kind, Place, Profile, Severity, plain
from documents.readers.paper import PaperChart, PaperSeries
from values.rounding import round_half_up

_CENT: Final = Decimal("0.01")
_CATEGORY: Final = 3
_Shares = dict[str, list[tuple[Figure, Figure, Figure | None]]]


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every pie by the names of its categories, every chart of columns by its amounts."""
    shares = _shares(dossier)
    told = bars(dossier)
    for number, chart in enumerate(dossier.charts, 1):
        for series in shares_of_pies(chart):
            yield from _pie(dossier, chart, number, series, shares)
        wrong = [bar for bar in told if bar.chart is chart]
        if wrong:
            yield _bars(dossier, chart, number, wrong)


def _shares(dossier: Dossier) -> _Shares:
    """For every name its amount, the share of it that the text tells, and the whole."""
    found: _Shares = {}
    for report in dossier.reports:
        for figure in report.register.figures:
            owner = figure.owner
            if figure.role == "share" and owner is not None and owner.key:
                found.setdefault(owner.key, []).append((owner, figure, report.totals.get(id(owner))))
    return found


def _pie(dossier: Dossier, chart: PaperChart, number: int, series: PaperSeries, shares: _Shares) -> Iterator[Found]:
    wrong: list[tuple[str, Decimal, Figure]] = []
    raws: list[str] = []
    for category, raw in zip(chart.categories, series.values, strict=False):
        value = decimal_of(raw)
        told = _told(category, shares)
        if value is None or not told:
            continue
        shown = round_half_up(value * 100)
        if any(_is_right(shown, owner, whole) for owner, _, whole in told):
            continue
        if all(abs(shown - share.value) > max(share.number.step, _CENT) for _, share, _ in told):
            wrong += [(category, shown, share) for _, share, _ in told]
            raws.append(raw)
    if not wrong:
        return
    pairs = dict.fromkeys(f"{name}{plain(shown)}%（正文{plain(share.value)}%）" for name, shown, share in wrong)
    sums = dict.fromkeys(f"{name} {plain(shown)}%≠{plain(share.value)}%" for name, shown, share in wrong)
    yield Found(
        f"{_name(dossier, number)}数据与正文不符：{'，'.join(pairs)}，可能未更新。",
        "；".join(sums),
        (*_places(chart, series, raws), *(share.place() for _, _, share in wrong), *_caption(dossier, number)),
        "请按正文更新图表数据，或核对正文",
    )


def _told(category: str, shares: _Shares) -> list[tuple[Figure, Figure, Figure | None]]:
    """Shares of the same name; a category may leave 支出 out."""
    return shares.get(category) or shares.get(f"{category}支出") or [] if len(category) >= _CATEGORY else []


def _is_right(shown: Decimal, owner: Figure, whole: Figure | None) -> bool:
    """Is the chart's share that of the amounts?"""
    return whole is not None and whole.value > 0 and abs(owner.value / whole.value * 100 - shown) <= _CENT


def _bars(dossier: Dossier, chart: PaperChart, number: int, wrong: list[Bar]) -> Found:
    pairs = "，".join(f"{bar.name}{plain(bar.value)}（正文{plain(bar.due)}）" for bar in wrong)
    return Found(
        f"{_name(dossier, number)}数据与正文不符：{pairs}，可能未更新。",
        "；".join(f"{plain(bar.value)}≠{plain(bar.due)}" for bar in wrong),
        (
            *(_place(chart, bar.series, bar.raw) for bar in wrong),
            *(figure.place() for bar in wrong for figure in bar.figures),
            *_caption(dossier, number),
        ),
        "请按正文更新图表数据，或核对正文",
    )


def _caption(dossier: Dossier, number: int) -> tuple[Place, ...]:
    """The caption of a chart, where every chart has one."""
    return (dossier.captions[number - 1][1],) if len(dossier.captions) == len(dossier.charts) else ()


def _name(dossier: Dossier, number: int) -> str:
    if len(dossier.captions) == len(dossier.charts):
        return re.sub(r"^（?(图\d+).*", r"\1", dossier.captions[number - 1][0])
    return f"第{number}个图"


def _places(chart: PaperChart, series: PaperSeries, raws: list[str]) -> Iterator[Place]:
    """The wrong figures where every figure has a line of its own, else the series."""
    if len(set(series.lines)) == len(series.values):
        yield from (_place(chart, series, raw) for raw in raws)
    else:
        yield _place(chart, series)


def _place(chart: PaperChart, series: PaperSeries, raw: str = "") -> Place:
    """One figure, else all of a series that stand in its first line."""
    lines = series.lines or (chart.spot.line,) * len(series.values)
    line = lines[series.values.index(raw)] if raw else lines[0]
    quote = raw or "\t".join(value for value, own in zip(series.values, lines, strict=True) if own == line)
    return Place(chart.spot.key, "图表数据", quote, line, chart.spot.cell)


KIND = Kind("T06", "图表数据=正文", Severity.ERROR, "公开文件校核", paper=check_paper)
