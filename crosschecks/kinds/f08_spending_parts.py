"""F08 支出构成 (决算报表勾稽): a whole is what it is made of: 基本＋项目, 人员＋公用, and the parts of every other column with a 其中.

On a form the whole and its parts may stand in different tables; on a paper they stand in one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from crosschecks.rates import reckoned
from crosschecks.reports.composed_words import told_compositions
from crosschecks.reports.sums import across, told
from crosschecks.rule import (
    Context,
    Dossier,
    Expression,
    Found,
    Kind,
    Profile,
    Severity,
    expression,
    money,
    money_unit_yuan,
    number,
    text,
)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every data table; income is F09's, 三公 and 资产 are F12's."""
    for report in dossier.reports:
        yield from told_compositions(report, "F08")
        for matrix in report.matrices:
            for found in across(matrix, profile):
                if found.rule == "F08":
                    yield told(found)


# --- the form half ---


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the whole with its name, what it is made of; tolerance in the form's unit."""

    whole: Expression
    made_of: Expression
    name: str
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """The whole against the sum, once both are known."""
    whole, summed = context.number(params.whole), context.number(params.made_of)
    if whole is None or summed is None:
        return
    form = context.blueprint
    if abs(whole - summed) <= params.tolerance * money_unit_yuan(form):
        return
    yield Found(
        f"{params.name}{money(whole, form)}，构成之和{money(summed, form)}。",
        f"{reckoned(context, params.made_of)}＝{money(summed, form)}，与{money(whole, form)}相差{money(abs(whole - summed), form)}",
        (*context.roots(params.whole), *context.roots(params.made_of)),
        "请对照决算报表核对合计和各项",
    )


KIND = Kind(
    "F08",
    "支出构成",
    Severity.ERROR,
    "决算报表勾稽",
    Params,
    {"whole": expression, "made_of": expression, "name": text, "tolerance": number},
    check,
    frozenset({"whole", "made_of", "name"}),
    paper=check_paper,
    yields_to=("U01",),
)
