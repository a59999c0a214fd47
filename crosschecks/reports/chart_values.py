"""图表数值的识读: which figures of a chart are shares of a pie, and which columns tell an amount the text tells as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from crosschecks.reports.changes import Change, changes_of
from crosschecks.reports.register import Figure
from crosschecks.reports.report import Dossier
from documents.readers.paper import PaperChart, PaperSeries

_YEAR: Final = re.compile(r"((?:19|20)\d{2})年?(?:度)?")
_SUM: Final = Decimal("0.02")
_CENT: Final = Decimal("0.005")
_WAN: Final = Decimal(10_000)
_NAME: Final = 4


@dataclass(frozen=True, eq=False)
class Bar:
    """柱: a column whose value the text tells otherwise: `due`, in 万元, with the figures that say so."""

    chart: PaperChart
    series: PaperSeries
    name: str
    raw: str
    value: Decimal
    due: Decimal
    figures: tuple[Figure, ...]


def decimal_of(raw: str) -> Decimal | None:
    """A figure of a chart."""
    text = raw.strip().replace(",", "")
    try:
        value = Decimal(text[:-1]) / 100 if text.endswith("%") else Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def shares_of_pies(chart: PaperChart) -> Iterator[PaperSeries]:
    """Series whose values make up one."""
    for series in chart.series:
        values = [decimal_of(value) for value in series.values]
        if len(values) > 1 and abs(sum((value for value in values if value is not None), Decimal(0)) - 1) <= _SUM:
            yield series


def bars(dossier: Dossier) -> list[Bar]:
    """Columns that are not what the text says."""
    told = [
        change
        for report in dossier.reports
        for change in changes_of(report)
        if change.exact and change.current is not None and change.current.number.scale == _WAN
    ]
    amounts = _amounts(dossier)
    found: list[Bar] = []
    for chart in dossier.charts:
        if not any(True for _ in shares_of_pies(chart)):
            found += _two_years(chart, told) or _by_name(chart, amounts)
    return found


def _two_years(chart: PaperChart, told: list[Change]) -> list[Bar]:
    """One column is an amount of a change, so its neighbour of the other year is the other amount."""
    found: list[Bar] = []
    for first, second in _pairs(chart):
        changes_here = [change for change in told if _amount(change.current) == first[2] or _prior(change) == second[2]]
        if not changes_here or any(
            (_amount(change.current), _prior(change)) == (first[2], second[2]) for change in changes_here
        ):
            continue
        # The same amount may stand in several changes; two that disagree with each other tell nothing.
        wanted = {(_amount(change.current), _prior(change)) for change in changes_here}
        if len(wanted) != 1:
            continue
        change, (current, prior) = changes_here[0], wanted.pop()
        figures = tuple(figure for figure in (change.current, change.prior or change.amount) if figure is not None)
        for (series, name, value, raw), due in ((first, current), (second, prior)):
            if due is not None and value != due:
                found.append(Bar(chart, series, name, raw, value, due, figures))
    return found


def _pairs(
    chart: PaperChart,
) -> Iterator[tuple[tuple[PaperSeries, str, Decimal, str], tuple[PaperSeries, str, Decimal, str]]]:
    """Columns of this year and last year beside each other: years as categories or as series."""
    columns: dict[str, list[tuple[int, PaperSeries, str, Decimal, str]]] = {}
    for series in chart.series:
        for category, raw in zip(chart.categories, series.values, strict=False):
            value = decimal_of(raw)
            by_category, by_series = _YEAR.fullmatch(category), _YEAR.fullmatch(series.name)
            year = by_category or by_series
            if value is not None and year is not None and not (by_category and by_series):
                other = series.name if by_category else category
                columns.setdefault(other, []).append((int(year[1]), series, f"{other}{year.group()}", value, raw))
    for group in columns.values():
        if len(group) == 2 and group[0][0] != group[1][0]:
            later, earlier = sorted(group, key=lambda column: -column[0])
            yield later[1:], earlier[1:]


def _amount(figure: Figure | None) -> Decimal | None:
    return figure.value / _WAN if figure is not None else None


def _prior(change: Change) -> Decimal | None:
    if change.prior is not None:
        return change.prior.value / _WAN
    if change.current is not None and change.signed is not None:
        return (change.current.value - change.signed) / _WAN
    return None


# --- columns of one year ---


def _amounts(dossier: Dossier) -> dict[str, list[Figure]]:
    """Amounts in 万元 by name."""
    found: dict[str, list[Figure]] = {}
    for report in dossier.reports:
        for figure in report.register.figures:
            named = figure.role == "amount" and figure.number.scale == _WAN and figure.number.is_money
            if named and len(figure.key) >= _NAME and not figure.last and figure.number.exact:
                found.setdefault(figure.key, []).append(figure)
    return found


def _by_name(chart: PaperChart, amounts: dict[str, list[Figure]]) -> list[Bar]:
    """Columns named like amounts of the text, in a chart most of whose columns agree with it."""
    wrong: list[Bar] = []
    good = 0
    for series in chart.series:
        for category, raw in zip(chart.categories, series.values, strict=False):
            value, told = decimal_of(raw), amounts.get(category) or amounts.get(f"{category}支出") or []
            values = {figure.value / _WAN for figure in told}
            if value is None or len(values) != 1:
                continue
            due = values.pop()
            if abs(due - value) <= _CENT:
                good += 1
            else:
                wrong.append(Bar(chart, series, category, raw, value, due, tuple(told[:2])))
    return wrong if good > len(wrong) else []
