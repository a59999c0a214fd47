"""F19 成本上限 (财预〔2021〕101号：成本指标为控制数 [知]): what was spent stays within the ceiling of the cost indicator.

A ceiling is a target of a cost indicator that says ≤, 不超过, 以内. Where a form holds only the ceiling, the spending of the whole is held
against it, when the words speak of the whole. Less than a rounding of the ceiling over it is hinted at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.params import texts
from crosschecks.reports.numbers import Number, numbers
from crosschecks.reports.spending import spent_in
from crosschecks.reports.spoken import spoken
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Place, Profile, Report, Severity, plain
from values.measure import Measure, same_scale
from values.vocabulary import Relation

_CEILINGS: Final = (Relation.LE, Relation.LT)
_WHOLE: Final = re.compile(r"预算|总(?:支出|成本|投资|费用)|项目支出|资金|经费|支出")
_EACH: Final = re.compile(r"每|单价|均|/")
_NONE: Final = Decimal(0)
_FAR: Final = Decimal("1.2")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes or tables whose cost rows are looked at."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows of cost whose actual is above their ceiling."""
    for row in context.table_rows(params.of):
        over = _over(row.target_measure, row.actual_measure) if "成本" in row.level2 + row.level1 else None
        if over is not None:
            places = tuple(context.place(f"indicators.{row.uid}.{name}") for name in ("actual", "target"))
            yield _told(context.row_name(row), row.target_measure, over, places)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows of cost, indicators told in prose, and ceilings without an actual of their own."""
    for report in dossier.reports:
        for row in (row for table in report.indicators for row in table.lines):
            target = row.measure("target")
            over = _over(target, row.measure("actual")) if "成本" in row.level2_name + row.level1_name else None
            if over is not None:
                yield _told(row.shown, target, over, (row.place("actual"), row.place("target")))
        yield from _in_prose(report)
        yield from _of_the_whole(report)


def _over(target: Measure, actual: Measure) -> tuple[Decimal, Decimal] | None:
    """Actual and ceiling, when it is one and the actual is above it."""
    pair = same_scale(target, actual)
    if pair is None or target.relation not in _CEILINGS or actual.relation not in {None, Relation.EQ, *_CEILINGS}:
        return None
    return (pair[1], pair[0]) if pair[1] > pair[0] and not actual.approximate else None


def _told(name: str, target: Measure, over: tuple[Decimal, Decimal], places: tuple[Place, ...]) -> Found:
    """In the unit of the target; figures in two units are shown in their common one."""
    unit = target.unit if over[1] == target.number else ""
    return _found(f"“{name}”成本", over, unit, places)


def _found(
    name: str, over: tuple[Decimal, Decimal], unit: str, places: tuple[Place, ...], step: Decimal = _NONE
) -> Found:
    actual, ceiling = over
    return Found(
        f"{name}{plain(actual)}{unit}超过控制数{plain(ceiling)}{unit}。",
        f"{plain(actual)}－{plain(ceiling)}＝{plain(actual - ceiling)}＞0",
        places,
        "请核对两数；确已超支的，写明原因并相应扣分",
        severity=Severity.WARNING if actual - ceiling <= step / 2 else None,
    )


def _in_prose(report: Report) -> Iterator[Found]:
    for told in spoken(report):
        if "成本" not in told.kind or len(told.target_numbers) != 1 or len(told.actual_numbers) != 1:
            continue
        ceiling, actual = told.target_numbers[0], told.actual_numbers[0]
        if (
            ceiling.bound in {"le", "lt"}
            and ceiling.unit == actual.unit
            and actual.exact
            and actual.value > ceiling.value
        ):
            yield _by_figures("成本", actual.value, ceiling, (told.place(),))


# --- a ceiling alone: 控制预算在697万元以内, against what the report says was spent ---


def _of_the_whole(report: Report) -> Iterator[Found]:
    spent = spent_in(report)
    if spent is None:
        return
    for row in (row for table in report.indicators for row in table.lines):
        ceiling = _lone_ceiling(row)
        if ceiling is None or not ceiling.value < spent.yuan < ceiling.value * _FAR:
            continue
        place = row.place("actual" if row.text("actual") else "target")
        yield _by_figures("支出合计", spent.yuan, ceiling, (place, spent.place))


def _by_figures(name: str, actual: Decimal, ceiling: Number, places: tuple[Place, ...]) -> Found:
    over = (actual / ceiling.scale, ceiling.value / ceiling.scale)
    return _found(name, over, _word(ceiling), places, ceiling.step / ceiling.scale)


def _word(ceiling: Number) -> str:
    """万元 where only 万 was written."""
    return (
        ceiling.label_unit if ceiling.label_unit.endswith("元") or not ceiling.label_unit else f"{ceiling.label_unit}元"
    )


def _lone_ceiling(row: IndicatorRow) -> Number | None:
    """The one figure of a cost row that holds but one of target and actual and speaks of the whole."""
    cells = [cell for role in ("target", "actual") if (cell := row.cells.get(role)) is not None and cell.text]
    if len(cells) != 1 or "成本" not in row.level2_name + row.level1_name + row.shown:
        return None
    found = numbers(cells[0].text)
    words = row.shown + cells[0].text
    if len(found) != 1 or found[0].bound not in {"le", "lt"} or not _WHOLE.search(words) or _EACH.search(words):
        return None
    number = found[0]
    return number if number.is_money or (number.unit == "" and number.scale >= 10_000) else None


KIND = Kind(
    "F19",
    "成本上限",
    Severity.ERROR,
    "财预〔2021〕101号",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
    paper=check_paper,
)
