"""起止与事后: spans of dates whose end comes before their beginning, and what is told as done after the day a report was signed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from crosschecks.reports.kit import Moment, Report, Sentence, moments

_TO: Final = re.compile(r"(?:起)?(?:至|到|—{1,2}|-{1,2}|~|－)")
_DONE: Final = re.compile(
    r"完成|验收|支付|拨付|核查|开展|组织|发放|召开|进行|到位|竣工|完工|开工|印发|下发|收到|检查|抽查|走访|座谈|支出|整改|通过|签订|举行|举办|评价|结算"
)
_PLANNED: Final = re.compile(
    r"将|拟|计划|预计|下一步|目标|底前|之前|以前|日前|月前|力争|应|要求|预期|争取|确保|到期|期限|有效|执行至|质保|缺陷责任|届满|待|后(?:再|方)"
)
_DAYS: Final = re.compile(r"(?:至|—{1,2}|-)\d{1,2}[日号]")  # some days of one month, and no term
_TERM: Final = re.compile(
    r"(?:期限|周期|工期|服务期|合同期|有效期)[^，。；]{0,6}$|自[^，。；]{0,14}$|从[^，。；]{0,14}$"
)


def turned_spans(report: Report, year: int) -> Iterator[tuple[Sentence, Moment, Moment]]:
    """2024年9月15日至9月1日. A month without a year may be next year's, unless it is the same month."""
    for sentence in report.sentences:
        found = list(moments(sentence.text, year))
        for first, second in pairwise(found):
            between = sentence.text[first.end : second.start]
            if not _TO.fullmatch(between) or first.until or not first.after(second):
                continue
            same = (first.first.year, first.first.month) == (second.first.year, second.first.month)
            if not second.guessed or same:
                yield sentence, first, second


def later_than(report: Report, day: Moment) -> Iterator[tuple[Sentence, Moment]]:
    """What is told as done on a later day; plans, terms and deadlines are none."""
    for sentence in report.sentences:
        for moment in moments(sentence.text):
            if moment.is_year or moment.until or moment.guessed or not moment.after(day):
                continue
            start, end = sentence.clause(moment.start)
            clause, before = sentence.text[start:end], sentence.text[start : moment.start]
            behind = "" if _DAYS.match(sentence.text, moment.end) else sentence.text[moment.end : moment.end + 2]
            whole = sentence.text[start : sentence.clause(min(end + 1, len(sentence.text)))[1]]
            plan = _PLANNED.search(clause) or _TERM.search(before) or behind.startswith(("至", "前", "—", "-", "起"))
            if not plan and not before.endswith(("至", "到", "—", "-")) and _DONE.search(whole):
                yield sentence, moment
