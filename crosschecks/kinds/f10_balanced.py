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
from crosschecks.rule import Context, Dossier, Figure, Found, Kind, Profile, Severity, plain

_WAN: Final = Decimal(10_000)
_TERMS: Final = {
    "income": re.compile(
        r"(?:本年|本年度|当年)收入(?:合计|总额|金额)?(?:为|共)?$|收入合计(?:为)?$|(?:(?:19|20)\d{2}年|本年度?|当年)(?:财政)?(?:安排|下达|拨款|拨入)(?:资金)?$"
    ),
    "carried_in": re.compile(
        r"(?:年初|上年末?|期初|(?:19|20)\d{2}年末)(?:财政拨款)?(?:结转|结余)(?:和结余|结余)?(?:资金|金额)?(?:为)?$"
    ),
    "spending": re.compile(r"(?:本年|本年度|当年|全年)(?:实际)?支出(?:合计|总额|金额)?(?:为|共)?$|支出合计(?:为)?$"),
    "shared_out": re.compile(r"结余分配(?:为)?$"),
    "carried_out": re.compile(r"(?:年末|年终|期末)(?:财政拨款)?(?:结转|结余)(?:和结余|结余)?(?:资金|金额)?(?:为)?$"),
}
_INTO: Final = ("income", "carried_in")
_TOLERANCE: Final = Decimal(500)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """The first paragraph that tells the terms, else the report as a whole, each term then at a single amount."""
    for report in dossier.reports:
        blocks: dict[int, list[Figure]] = {}
        for figure in report.register.figures:
            if figure.number.is_money and figure.role == "amount" and figure.number.exact and not figure.sentence.cell:
                blocks.setdefault(id(figure.sentence.block), []).append(figure)
        every = [figure for figures in blocks.values() for figure in figures]
        balances = (_terms(figures) for figures in (*blocks.values(), every))
        terms = next((terms for terms in balances if _is_balance(terms)), None)
        if terms is not None:
            yield from _balance(terms)


def _is_balance(terms: dict[str, Figure]) -> bool:
    """Income, spending and both ends; with one end alone the other is nothing by the look of it."""
    return {"income", "spending"} <= set(terms) and bool({"carried_in", "carried_out"} & set(terms))


def _terms(figures: list[Figure]) -> dict[str, Figure]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        words = _before(figure)
        term = next((term for term, pattern in _TERMS.items() if pattern.search(words)), "")
        if term:
            found.setdefault(term, []).append(figure)
    return {term: told[0] for term, told in found.items() if len({f.value for f in told}) == 1}


def _before(figure: Figure) -> str:
    start = max(figure.sentence.clause(figure.number.start)[0], figure.behind)
    return figure.sentence.text[start : figure.number.start]


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
