"""D05 拨付早于批复 (预算法：未经批复的预算不得支出；提前下达须有说明): money paid out in a month before the one the budget was approved in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.dates import Moment, moments
from crosschecks.reports.occasion import sure_year
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Sentence, Severity

_APPROVED: Final = re.compile(r"批复|批准")
_BUDGET: Final = re.compile(r"预算|资金|经费|指标|万元")
_PAID: Final = re.compile(r"拨付|预拨|下拨|支付|划拨|拨入|拨到")
_OTHERS: Final = re.compile(
    r"提前|上年|上一年|结转|尾款|质保金|计划|拟|应|《|规定|每月|每季|按月|按季|分月|项目建议书|可研|可行性|初步设计"
)
_REACH: Final = 40


@dataclass(frozen=True)
class _Event:
    moment: Moment
    sentence: Sentence
    end: int

    @property
    def shown(self) -> str:
        return self.sentence.quote(self.moment.start, self.moment.end)

    def place(self, label: str) -> Place:
        return self.sentence.place(self.moment.start, self.end, label)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Approvals and payments of one paragraph, or of one section."""
    for report in dossier.reports:
        yield from _in_report(report, sure_year(report, dossier))


def _in_report(report: Report, year: int) -> Iterator[Found]:
    approved: dict[int, _Event] = {}
    paid: dict[int, _Event] = {}
    for sentence in report.sentences:
        spot = id(sentence.path[-1]) if sentence.path else id(sentence.block)
        for event in _events(sentence, year, _APPROVED):
            approved.setdefault(spot, event)
        for event in _events(sentence, year, _PAID):
            if spot not in paid or paid[spot].moment.after(event.moment):
                paid[spot] = event
    for spot, first in approved.items():
        payment = paid.get(spot)
        if payment is not None and first.moment.after(payment.moment):
            yield Found(
                f"资金{payment.shown}拨付，早于{first.shown}预算批复。",
                f"{payment.shown}＜{first.shown}",
                (payment.place("拨付"), first.place("批复")),
                "请核对两个时间；属提前下达或预拨的，请写明依据的文件",
            )


def _events(sentence: Sentence, year: int, words: re.Pattern[str]) -> Iterator[_Event]:
    if not words.search(sentence.text):
        return
    for moment in moments(sentence.text, year):
        start, end = sentence.clause(moment.start)
        match = words.search(sentence.text, moment.end, min(end, moment.end + _REACH))
        clause = sentence.text[start:end]
        if match and not (moment.is_year or moment.until) and _BUDGET.search(clause) and not _OTHERS.search(clause):
            yield _Event(moment, sentence, match.end())


KIND = Kind("D05", "拨付早于批复", Severity.WARNING, "预算法", paper=check_paper)
