"""S17 得分小数位 (系统惯例：分值、得分保留两位以内小数): points and scores have two decimals at most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.reports.grid import GridCell
from crosschecks.rule import (
    Context,
    Dossier,
    Fix,
    Found,
    Kind,
    Place,
    Profile,
    Report,
    Severity,
    number,
    parse_number,
    round_half_up,
    texts,
)

_NAMES: Final = {"weight": "分值", "score": "得分"}


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes looked at; decimals allowed."""

    of: tuple[str, ...]
    places: Decimal = Decimal(2)


def check(context: Context, params: Params) -> Iterator[Found]:
    """Scores as the unit typed them, and the points of rows."""
    for line in context.lines(params.of):
        paths = [(line.path, line.self_raw)]
        if (row := context.row(line)) is not None:
            paths.append((f"indicators.{row.uid}.weight", row.weight))
        for path, raw in paths:
            if (value := parse_number(raw).value) is not None and _decimals(value) > params.places:
                yield _told(context.place(path), raw.strip(), value, int(params.places))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Columns of points and scores, those of the funds table too."""
    for report in dossier.reports:
        for name, cell in _cells(report):
            value = cell.parsed.value
            if value is not None and "%" not in cell.flat and _decimals(value) > profile.score_decimals:
                yield _told(cell.place(name), cell.flat, value, profile.score_decimals)


def _cells(report: Report) -> Iterator[tuple[str, GridCell]]:
    for table in report.indicators:
        for row in table.rows:
            yield from ((f"“{row.shown}”{_NAMES[role]}", row.cells[role]) for role in _NAMES if role in row.cells)
    for funds in report.funds:
        for source in funds.rows:
            yield from ((_NAMES[role], source.cells[role]) for role in _NAMES if role in source.cells)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _told(place: Place, typed: str, value: Decimal, places: int) -> Found:
    """Zeros at the end may safely go; other digits would change a sum somewhere."""
    short = round_half_up(value, places)
    return Found(
        f"{place.label}{typed}有{_decimals(value)}位小数，得分请保留两位以内小数。",
        f"{_decimals(value)}位＞{places}位",
        (place,),
        f"请改为{short}，并核对合计",
        fix=Fix(place, typed, str(short)) if short == value else None,
    )


KIND = Kind(
    "S17",
    "得分小数位",
    Severity.WARNING,
    "系统惯例",
    Params,
    {"of": texts, "places": number},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
