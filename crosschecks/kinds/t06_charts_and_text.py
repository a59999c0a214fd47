"""T06 图表数据=正文 (公开文件校核): the figures a chart holds are those of the text.

A share in a pie (0.9024 for 90.24 %) is compared with the share the text gives the same category, an amount with its amount. A chart
that shows last year's shares is a chart nobody refreshed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from crosschecks.rule import Dossier, Figure, Found, Kind, Place, Profile, Severity, plain
from documents.readers.paper import PaperChart, PaperSeries
from values.rounding import round_half_up

_YEAR: Final = re.compile(r"^(?:19|20)\d{2}年?$")
_SUM: Final = Decimal("0.02")
_CATEGORY: Final = 3


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every chart with one series of shares, by the names of its categories."""
    shares = _shares(dossier)
    for number, chart in enumerate(dossier.charts, 1):
        for series in chart.series:
            values = [_decimal(value) for value in series.values]
            whole = sum((value for value in values if value is not None), Decimal(0))
            if len(values) > 1 and abs(whole - 1) <= _SUM:
                yield from _pie(dossier, chart, number, series, shares)


def _shares(dossier: Dossier) -> dict[str, list[tuple[Figure, Figure]]]:
    """For every name its amount and the share of it that the text tells."""
    found: dict[str, list[tuple[Figure, Figure]]] = {}
    for report in dossier.reports:
        for figure in report.register.figures:
            if figure.role == "share" and figure.owner is not None and figure.owner.key:
                found.setdefault(figure.owner.key, []).append((figure.owner, figure))
    return found


def _pie(
    dossier: Dossier,
    chart: PaperChart,
    number: int,
    series: PaperSeries,
    shares: dict[str, list[tuple[Figure, Figure]]],
) -> Iterator[Found]:
    wrong: list[tuple[str, Decimal, Figure]] = []
    for category, raw in zip(chart.categories, series.values, strict=False):
        value = _decimal(raw)
        told = _told(category, shares)
        if value is None or not told:
            continue
        shown = round_half_up(value * 100)
        if all(abs(shown - share.value) > max(share.number.step, Decimal("0.01")) for _, share in told):
            wrong += [(category, shown, share) for _, share in told]
    if not wrong:
        return
    caption = dossier.captions[number - 1] if len(dossier.captions) == len(dossier.charts) else None
    name = re.sub(r"^（?(图\d+).*", r"\1", caption[0]) if caption else f"第{number}个图"
    pairs = "，".join(
        dict.fromkeys(f"{category}{plain(shown)}%（正文{plain(share.value)}%）" for category, shown, share in wrong)
    )
    yield Found(
        f"{name}数据与正文不符：{pairs}，可能未更新。",
        "；".join(
            dict.fromkeys(f"{category} {plain(shown)}%≠{plain(share.value)}%" for category, shown, share in wrong)
        ),
        (_place(chart, series), *(share.place() for _, _, share in wrong), *([caption[1]] if caption else [])),
        "请按正文更新图表数据，或核对正文",
    )


def _told(category: str, shares: dict[str, list[tuple[Figure, Figure]]]) -> Sequence[tuple[Figure, Figure]]:
    """Shares of the same name; a category may leave 支出 out."""
    return shares.get(category) or shares.get(f"{category}支出") or [] if len(category) >= _CATEGORY else []


def _place(chart: PaperChart, series: PaperSeries) -> Place:
    return Place(chart.spot.key, "图表数据", "\t".join(series.values), chart.spot.line, chart.spot.cell)


def _decimal(raw: str) -> Decimal | None:
    text = raw.strip().replace(",", "")
    try:
        value = Decimal(text[:-1]) / 100 if text.endswith("%") else Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


KIND = Kind("T06", "图表数据=正文", Severity.ERROR, "公开文件校核", paper=check_paper)
