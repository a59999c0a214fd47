"""F24 预算口径声明: one paragraph speaks of one budget: 年初, 调整后 or 追加.

Three ways to mix: money said to be added within the year and to be of the budget of the beginning; projects told one by one, one of
them with its first budget and the others with the adjusted one; and a sum of first budgets said to be carried out at 100 % when the
adjusted ones sum to something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from crosschecks.reports.split import same_name
from crosschecks.rule import Dossier, Figure, Found, Kind, Place, Profile, Report, Sentence, Severity, plain

_ADDED: Final = re.compile(r"年中追加|追加[^，。；]{0,10}资金|资金[^，。；]{0,6}追加")
_FIRST: Final = re.compile(r"按照?年初预算|列入年初预算|纳入年初预算|年初预算安排")
_TOTAL: Final = re.compile(r"预算总?(?:金额|额|资金)$|总预算$")
_WAN: Final = Decimal(10_000)
_NEAR: Final = Decimal(300)


class _Budget(NamedTuple):
    project: str
    initial: Decimal
    adjusted: Decimal
    places: tuple[Place, ...]


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Words of a report; amounts in prose against the tables of the paper's projects."""
    for report in dossier.reports:
        yield from _words(report)
    budgets = list(_budgets(dossier))
    if len(budgets) > 1:
        for report in dossier.reports:
            for sentence in report.prose:
                figures = report.register.in_sentence(sentence)
                yield from _total(figures, budgets)
            for block in _paragraphs(report):
                yield from _odd_one(block, budgets)


def _words(report: Report) -> Iterator[Found]:
    added, first = _first(report, _ADDED), _first(report, _FIRST)
    if added is not None and first is not None:
        yield Found(
            f"预算口径前后不一致（{added[1].group()}／{first[1].group()}）。",
            "追加与年初预算不是同一口径",
            tuple(sentence.place(*sentence.clause(match.start())) for sentence, match in (added, first)),
            "请写明资金是年初预算安排还是年中追加，分别列出金额",
        )


def _first(report: Report, pattern: re.Pattern[str]) -> tuple[Sentence, re.Match[str]] | None:
    return next(((s, m) for s in report.prose if (m := pattern.search(s.text))), None)


def _budgets(dossier: Dossier) -> Iterator[_Budget]:
    for report in dossier.reports:
        for funds in report.funds:
            initial, adjusted = funds.overall("initial"), funds.overall("adjusted")
            if report.project and initial and adjusted:
                places = (
                    *(funds.place(row, "initial") for row in initial[1]),
                    *(funds.place(row, "adjusted") for row in adjusted[1]),
                )
                yield _Budget(report.project, initial[0], adjusted[0], places)


def _paragraphs(report: Report) -> Iterator[list[Figure]]:
    by_block: dict[int, list[Figure]] = {}
    for sentence in report.prose:
        by_block.setdefault(id(sentence.block), []).extend(report.register.in_sentence(sentence))
    return (figures for figures in by_block.values() if len(figures) > 3)


def _odd_one(figures: list[Figure], budgets: list[_Budget]) -> Iterator[Found]:
    """Projects of a paragraph whose amount is the first budget, while others' is the adjusted one."""
    told: list[tuple[Figure, _Budget]] = []
    for figure in figures:
        name = same_name(figure.label)
        budget = next((b for b in budgets if len(name) > 3 and (name in b.project or b.project in name)), None)
        if budget is not None and figure.number.is_money:
            told.append((figure, budget))
    odd = [(f, b) for f, b in told if f.value == b.initial != b.adjusted]
    usual = [(f, b) for f, b in told if f.value == b.adjusted != b.initial]
    for figure, budget in odd if len(usual) >= 2 else []:
        spent = [f for f, b in told if b is budget and f is not figure]
        yield Found(
            f"“{figure.label}”{figure.shown}是年初预算，同段其他项目用调整后预算，口径不一致。",
            f"年初预算{plain(budget.initial / _WAN)}，调整后{plain(budget.adjusted / _WAN)}，相差{plain(abs(budget.initial - budget.adjusted) / _WAN)}万元",
            (figure.place(), *(f.place() for f in spent[:1]), *budget.places),
            "请统一按调整后预算计算执行率，或写明口径",
        )


def _total(figures: list[Figure], budgets: list[_Budget]) -> Iterator[Found]:
    initial = [budget.initial for budget in budgets]
    adjusted = [budget.adjusted for budget in budgets]
    rate = next((figure for figure in figures if figure.unit == "%" and figure.value == 100), None)
    for figure in figures:
        if not figure.number.is_money or not _TOTAL.search(figure.label) or rate is None:
            continue
        if abs(figure.value - sum(initial)) <= _NEAR and abs(figure.value - sum(adjusted)) > _NEAR:
            yield Found(
                f"“{figure.label}”{figure.shown}是各项目年初预算之和，与执行进度{rate.shown}口径不一致。",
                f"{'＋'.join(plain(value / _WAN) for value in initial if value)}＝{plain(sum(initial, Decimal(0)) / _WAN)}；"
                f"调整后合计{plain(sum(adjusted, Decimal(0)) / _WAN)}",
                (figure.place(), rate.place()),
                "执行进度应与同一口径的预算相比，请写明口径",
            )


KIND = Kind("F24", "预算口径声明", Severity.WARNING, "财预〔2020〕10号附件1", paper=check_paper)
