"""F18 成本指标等于预算口径 (财预〔2021〕101号：成本指标的目标值对应预算、完成值对应支出 [知]): the cost of the whole is the project's money.

A cost indicator that speaks of the whole (总成本, 项目总支出, 所需经费) and comes near the budget is meant to be the budget. One half a per cent
off is rounding; one further than a fifth off is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks.params import expression, number, texts
from crosschecks.reports.numbers import Number, numbers
from crosschecks.reports.spending import Whole, budgets_of, spent_in
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Place, Profile, Report, Severity
from crosschecks.wording import money, percent

_WHOLE: Final = re.compile(
    r"总(?:成本|支出|投资|费用|额)|项目(?:支出|成本|经费|资金)|所需(?:经费|资金)|预算|资金总|成本控制数?$|合计|共"
)
_PART: Final = re.compile(r"每|单价|均|单位|/|标准|培训|购置|工程|其中|区级|县级|市级|省级|中央")
_FAR: Final = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: tables whose cost rows are looked at; budget and spending; the share by which they may differ."""

    of: tuple[str, ...]
    budget: Expression
    spent: Expression
    tolerance: Decimal = Decimal("0.005")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows of cost that speak of the whole against the form's own funds."""
    sides = (("target", params.budget, "预算"), ("actual", params.spent, "执行数"))
    for row in context.table_rows(params.of):
        if "成本" not in row.level2 + row.level1 or not _speaks_of_the_whole(row.name):
            continue
        for name, wanted, word in sides:
            told, due = _money(f"{row.raw(name)}{row.unit}", row.raw(name)), context.number(wanted)
            if told is not None and due is not None and _near(told, due, params.tolerance):
                places = (context.place(f"indicators.{row.uid}.{name}"), *context.places(wanted))
                yield _told(
                    context.row_name(row),
                    (told, money(told, context.blueprint)),
                    (due, money(due, context.blueprint)),
                    word,
                    places,
                )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows of cost in every table against the funds of the same report."""
    for report in dossier.reports:
        budgets, spent = budgets_of(report), spent_in(report)
        if budgets:
            for row in (row for table in report.indicators for row in table.lines):
                if "成本" in row.level2_name + row.level1_name and _speaks_of_the_whole(row.shown + row.text("target")):
                    yield from _row(report, row, budgets, spent, profile)


def _row(
    report: Report, row: IndicatorRow, budgets: Sequence[Whole], spent: Whole | None, profile: Profile
) -> Iterator[Found]:
    sides = (("target", budgets, "预算"), ("actual", [spent] if spent else [], "执行数"))
    for role, wholes, word in sides:
        text = row.text(role)
        told = _money(text + row.text("unit"), text)
        if told is None or not wholes or any(abs(told - whole.yuan) <= profile.close * whole.yuan for whole in wholes):
            continue
        near = min(wholes, key=lambda whole: abs(told - whole.yuan))
        if _near(told, near.yuan, profile.close):
            shown = text if numbers(text)[0].label_unit else f"{text}{row.text('unit')}"
            yield _told(row.shown, (told, shown), (near.yuan, near.shown), word, (row.place(role), near.place))


def _speaks_of_the_whole(name: str) -> bool:
    return bool(_WHOLE.search(name)) and not _PART.search(name)


def _money(text: str, raw: str) -> Decimal | None:
    """The one amount of a cell, in yuan; None for anything else."""
    found = numbers(text) if len(numbers(raw)) == 1 else []
    return found[0].value if len(found) == 1 and _is_money(found[0]) else None


def _is_money(number_found: Number) -> bool:
    return number_found.is_money and not number_found.rough


def _near(told: Decimal, due: Decimal, tolerance: Decimal) -> bool:
    return due > 0 and tolerance * due < abs(told - due) <= _FAR * due


def _told(
    name: str, told: tuple[Decimal, str], due: tuple[Decimal, str], word: str, places: tuple[Place, ...]
) -> Found:
    share = percent(abs(told[0] - due[0]) / due[0])
    return Found(
        f"“{name}”{told[1]}与{word}{due[1]}不一致。",
        f"{told[1]}与{due[1]}相差{share}",
        places,
        "成本指标按预算和实际支出的口径填写；口径不同的，请说明",
    )


KIND = Kind(
    "F18",
    "成本指标等于预算口径",
    Severity.WARNING,
    "财预〔2021〕101号",
    Params,
    {"of": texts, "budget": expression, "spent": expression, "tolerance": number},
    check,
    frozenset({"of", "budget", "spent"}),
    reads_rows=True,
    paper=check_paper,
    yields_to=("F19",),
)
