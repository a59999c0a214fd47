"""D02 日期先后 (项目管理程序：招标→中标→签约→开工→完工→验收；填报在年度之后): what comes first in procedure comes first in time.

Within a paragraph, where each step has one date; a project of several lots tells each step more than once and is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from crosschecks.reports.dates import Moment, moments
from crosschecks.reports.fold import folded
from crosschecks.reports.occasion import signed_on, sure_year
from crosschecks.reports.sentences import Block
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Sentence, Severity

_STEPS: Final = (
    ("招标", re.compile(r"(?:公开|邀请|组织|开展|进行|发布)?(?:招标(?!代理|控制|文件|人|结果)|招标公告|开标|采购公告|竞争性磋商|竞争性谈判)")),
    ("中标", re.compile(r"中标(?!金额|价|单位|人|供应商)|成交(?!金额|价|供应商)|确定中标")),
    ("签订合同", re.compile(r"签订(?:了)?[^，。；]{0,12}(?:合同|协议)|合同(?:于[^，。；]{0,14})?签订|签约")),
    ("开工", re.compile(r"开工|动工|进场施工")),
    ("完工", re.compile(r"完工(?!验收|程)|竣工(?!验收|结算|决算)|建成(?!后)|完成施工")),
    ("验收", re.compile(r"(?:竣工|完工|交工)?验收(?!小组|组|标准|办法|合格率|单|材料|资料)")),
)  # fmt: skip
_LOTS: Final = re.compile(
    r"标段|分别|各(?:项目|工程|片区|乡镇|标)|第[一二三]批|补充合同|变更|原定|计划于|拟于|预计|将于"
)
_NEAR: Final = 16


@dataclass(frozen=True)
class _Event:
    step: int
    moment: Moment
    sentence: Sentence
    start: int
    end: int

    @property
    def name(self) -> str:
        """The step."""
        return _STEPS[self.step][0]

    def shown(self) -> str:
        """The date as written."""
        return self.sentence.quote(self.moment.start, self.moment.end)

    def place(self) -> Place:
        """Date and step."""
        return self.sentence.place(min(self.start, self.moment.start), max(self.end, self.moment.end), self.name)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Steps of every paragraph, terms of projects and dates of reports."""
    for report in dossier.reports:
        year = sure_year(report, dossier)
        blocks: dict[int, list[Sentence]] = {}
        kept: dict[int, Block] = {}
        for sentence in report.sentences:
            kept[id(sentence.block)] = sentence.block
            blocks.setdefault(id(sentence.block), []).append(sentence)
        for sentences in blocks.values():
            yield from _in_paragraph(sentences, year)
        yield from _term(report)
        yield from _filled_in(report, year)


def _in_paragraph(sentences: list[Sentence], year: int) -> Iterator[Found]:
    if _LOTS.search(sentences[0].block.source.text):
        return
    events = [event for sentence in sentences for event in _events(sentence, year)]
    times = Counter(event.step for event in events)
    once = [event for event in events if times[event.step] == 1]
    once.sort(key=lambda event: event.step)
    for earlier, later in pairwise(once):
        if earlier.moment.after(later.moment):
            yield Found(
                f"{later.name}（{later.shown()}）早于{earlier.name}（{earlier.shown()}），顺序不合理。",
                f"{later.shown()}＜{earlier.shown()}",
                (later.place(), earlier.place()),
                "请核对两个日期，必要时说明原因",
            )


def _events(sentence: Sentence, year: int) -> Iterator[_Event]:
    """Each date with the step named nearest to it in its clause."""
    text = sentence.text
    for moment in moments(text, year):
        if moment.is_year or moment.until:
            continue
        start, end = sentence.clause(moment.start)
        best: tuple[int, int, re.Match[str]] | None = None
        for step, (_, pattern) in enumerate(_STEPS):
            for match in pattern.finditer(text, start, end):
                away = (
                    match.start() - moment.end
                    if match.start() >= moment.end
                    else moment.start - match.end() + _NEAR // 2
                )
                if away <= _NEAR * 2 and (best is None or away < best[0]):
                    best = away, step, match
        if best is not None:
            yield _Event(best[1], moment, sentence, *best[2].span())


def _term(report: Report) -> Iterator[Found]:
    period = report.pair("period")
    ends = list(moments(folded(period.text))) if period else []
    if period is not None and len(ends) == 2 and ends[0].after(ends[1]):
        yield Found(
            "项目起止时间颠倒。",
            f"{ends[0].first:%Y-%m-%d}＞{ends[1].last:%Y-%m-%d}",
            (period.where,),
            "请核对项目的开始和结束时间",
        )


def _filled_in(report: Report, year: int) -> Iterator[Found]:
    found = signed_on(report)
    if found and year and found[0].last.year < year:
        yield Found(
            f"填报日期早于报告年度（{year}年）。",
            f"{found[0].first.year}＜{year}",
            (found[1],),
            "请核对填报日期的年份",
        )


KIND = Kind("D02", "日期先后", Severity.ERROR, "项目管理程序", paper=check_paper)
