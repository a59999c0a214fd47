"""F10 收支平衡 (决算报表勾稽): 本年收入＋年初结转结余＝本年支出＋结余分配＋年末结转结余.

Asked only where a report names income, spending and at least one of the carry-overs, each at a single amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.rule import Dossier, Figure, Found, Kind, Profile, Report, Severity, plain

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


KIND = Kind("F10", "收支平衡", Severity.ERROR, "决算报表勾稽", paper=check_paper)
