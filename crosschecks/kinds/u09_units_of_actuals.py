"""U09 完成值单位: target and actual are in one unit or in two that convert (万元／元, 人／人次 do not)."""

from __future__ import annotations

from collections.abc import Iterator

from crosschecks.reports.numbers import Number, numbers
from crosschecks.rule import Dossier, Fix, Found, IndicatorRow, IndicatorTable, Kind, Profile, Severity
from values.units import scale_of


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows of every table."""
    for report in dossier.reports:
        for table in report.indicators:
            if {"target", "actual"} <= table.roles:
                for row in table.lines:
                    yield from _row(table, row)


def _row(table: IndicatorTable, row: IndicatorRow) -> Iterator[Found]:
    wanted, given = numbers(row.text("target")), numbers(row.text("actual"))
    if len(wanted) != 1 or len(given) != 1:
        return
    unit = row.text("unit")
    target, actual = _unit(wanted[0], unit), given[0].label_unit
    written = wanted[0].label_unit or unit
    if not target or _same(target, _unit(given[0], "")) or (not actual and not _others_write_it(table, row)):
        return
    yield Found(
        f"“{row.shown}”目标单位“{written}”与完成值“{row.text('actual')}”的单位不一致。",
        f"目标{row.text('target')}{unit if not wanted[0].label_unit else ''}，完成值{row.text('actual')}",
        (row.place("actual"), row.place("target")),
        f"请将完成值的单位写为“{written}”",
        fix=_with_unit(row, wanted[0], given[0]),
    )


def _with_unit(row: IndicatorRow, target: Number, actual: Number) -> Fix | None:
    """18516万 beside 18516万元: the word that is missing; other differences are for somebody to look at."""
    cell = row.cells["actual"]
    typed, word = cell.folded.raw.strip(), target.label_unit
    bare = (
        actual.scale > 1 and target.scale == actual.scale and actual.unit == "" and word.startswith(actual.label_unit)
    )
    lone = actual.end - actual.start == len(typed)
    return Fix(row.place("actual"), typed, typed + word[len(actual.label_unit) :]) if bare and lone else None


def _unit(number: Number, unit: str) -> str:
    """Base unit as written, else the row's; a bare 万 is a number of something."""
    return number.label_unit or unit


def _same(one: str, other: str) -> bool:
    return one == other or (scale_of(one)[0] == scale_of(other)[0] and bool(scale_of(other)[0]))


def _others_write_it(table: IndicatorTable, row: IndicatorRow) -> bool:
    """Do other rows write the unit with the actual? Then a bare figure stands out."""
    unit = row.text("unit")
    if "unit" not in table.roles:
        told = [numbers(other.text("actual")) for other in table.lines if other is not row]
        single = [found[0] for found in told if len(found) == 1]
        return len(single) > 1 and sum(bool(number.label_unit) for number in single) * 3 >= len(single) * 2
    others = [other for other in table.lines if other is not row and unit and other.text("unit") == unit]
    return any(any(number.label_unit == unit for number in numbers(other.text("actual"))) for other in others)


KIND = Kind("U09", "完成值单位", Severity.WARNING, "财预〔2021〕101号", paper=check_paper, yields_to=("U06",))
