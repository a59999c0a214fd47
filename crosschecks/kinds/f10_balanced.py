"""F10 收支平衡 (决算报表勾稽): 本年收入＋年初结转结余＝本年支出＋结余分配＋年末结转结余.

Asked only where a report names income, spending and at least one of the carry-overs, each at a single amount.

Form half: income with what was carried over equals spending with what is left (决算报表勾稽 [知]).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks import params, wording
from crosschecks.rule import Context, Dossier, Figure, Found, Kind, Profile, Report, Severity, plain

_WAN: Final = Decimal(10_000)
_TERMS: Final = {
    "income": re.compile(r"^(?:本年|本年度|决算)?收入(?:合计|总计)$"),
    "carried_in": re.compile(r"(?:年初|上年)(?:财政拨款)?结转(?:和结余|结余)?(?:资金)?$"),
    "spending": re.compile(r"^(?:本年|本年度|决算)?支出(?:合计|总计)$"),
    "shared_out": re.compile(r"结余分配$"),
    "carried_out": re.compile(r"(?:年末|年终)(?:财政拨款)?结转(?:和结余|结余)?(?:资金)?$"),
}
_INTO: Final = ("income", "carried_in")
_TOLERANCE: Final = Decimal(500)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Reports that tell the terms in prose."""
    for report in dossier.reports:
        terms = _terms(report)
        if {"income", "spending"} <= set(terms) and ({"carried_in", "carried_out"} & set(terms)):
            yield from _balance(terms)


def _terms(report: Report) -> dict[str, Figure]:
    found: dict[str, list[Figure]] = {}
    for figure in report.register.figures:
        if figure.number.is_money and figure.role == "amount" and figure.number.exact:
            words = f"{figure.label}{'合计' if '合计' in _before(figure) and not figure.label.endswith('合计') else ''}"
            for term, pattern in _TERMS.items():
                if pattern.search(words):
                    found.setdefault(term, []).append(figure)
    return {term: figures[0] for term, figures in found.items() if len({f.value for f in figures}) == 1}


def _before(figure: Figure) -> str:
    """Words right before the figure, which naming takes away: 合计."""
    return figure.sentence.text[max(0, figure.number.start - 3) : figure.number.start]


def _balance(terms: dict[str, Figure]) -> Iterator[Found]:
    left = {term: figure for term, figure in terms.items() if term in _INTO}
    right = {term: figure for term, figure in terms.items() if term not in _INTO}
    gap = sum((f.value for f in left.values()), Decimal(0)) - sum((f.value for f in right.values()), Decimal(0))
    if abs(gap) <= _TOLERANCE:
        return
    sides = ["＋".join(plain(figure.value / _WAN) for figure in side.values()) for side in (left, right)]
    yield Found(
        f"收支不平衡，差{plain(abs(gap) / _WAN)}万元。",
        f"{sides[0]}≠{sides[1]}，相差{plain(abs(gap) / _WAN)}",
        tuple(figure.place() for figure in terms.values()),
        "请核对收入、支出和年初、年末结转结余",
    )


# --- the form half ---


@dataclass(frozen=True, slots=True)
class Params:
    """参数: all that came in, all that went out or is left; `name` of the funds (财政拨款); tolerance in the form's unit."""

    received: Expression
    spent: Expression
    name: str = ""
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Both sides, once both are known."""
    received, spent = context.number(params.received), context.number(params.spent)
    if received is None or spent is None:
        return
    form, gap = context.blueprint, abs(received - spent)
    if gap <= params.tolerance * wording.money_unit_yuan(form):
        return
    larger, smaller = max(received, spent), min(received, spent)
    yield Found(
        f"{params.name}收入总计{wording.money(received, form)}，支出总计{wording.money(spent, form)}，收支不平衡，差{wording.money(gap, form)}。",
        f"{wording.money(larger, form)}－{wording.money(smaller, form)}＝{wording.money(gap, form)}",
        (*context.roots(params.received), *context.roots(params.spent)),
        "收入、年初结转结余之和应等于支出、结余分配、年末结转结余之和，请对照决算报表核对",
    )


KIND = Kind(
    "F10",
    "收支平衡",
    Severity.ERROR,
    "决算报表勾稽",
    Params,
    {"received": params.expression, "spent": params.expression, "name": params.text, "tolerance": params.number},
    check,
    frozenset({"received", "spent"}),
    paper=check_paper,
)
