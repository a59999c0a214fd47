"""D02 日期先后 (项目管理程序：立项→招标→中标→签约→开工→完工→验收；下达→到位→支付；填报在最后): what comes first in procedure comes first in time.

Within a paragraph or a section, where each step has one date; a project of several lots tells each step more than once and is left alone.
In tables every row by its columns of dates, or the rows one after the other. What happened after the day a report was signed cannot stand in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from crosschecks.reports.dates import Moment, impossible, moments
from crosschecks.reports.fold import folded
from crosschecks.reports.grid import Grid
from crosschecks.reports.occasion import signed, signed_on, sure_year
from crosschecks.reports.spans import later_than, turned_spans
from crosschecks.rule import Dossier, Found, GridCell, Kind, Place, Profile, Report, Sentence, Severity

_STEPS: Final = (
    ("立项", re.compile(r"立项(?!依据|背景|申请)|(?:初步设计|实施方案|可研报告|可行性研究报告|项目建议书)[^，。；、]{0,6}(?:批复|批准)")),
    ("招标", re.compile(r"(?:公开|邀请|组织|开展|进行|发布)?(?:招标(?!代理|控制|文件|人|结果)|招标公告|开标|采购公告|竞争性磋商|竞争性谈判)")),
    ("中标", re.compile(r"中标(?!金额|价|单位|人|供应商)|成交(?!金额|价|供应商)|确定中标")),
    ("签订合同", re.compile(r"签订(?:了)?[^，。；]{0,12}(?:合同|协议)|合同(?:于[^，。；]{0,14})?签订|签约")),
    ("开工", re.compile(r"开工|动工|进场施工")),
    ("完工", re.compile(r"到货|交货|安装调试|完工(?!验收|程)|竣工(?!验收|结算|决算)|建成(?!后)|完成施工")),
    ("验收", re.compile(r"(?:竣工|完工|交工)?验收(?!小组|组|标准|办法|合格率|单|材料|资料)")),
)  # fmt: skip
_MONEY: Final = (
    ("下达", re.compile(r"下达")),
    ("到位", re.compile(r"到位|到账|收到")),
    ("支付", re.compile(r"支付|拨付(?!到位)|兑付|发放")),
)
_LOTS: Final = re.compile(
    r"(?:[一二三四五六七八九十\dA-Z]|各)标段|标段[一二三四\dA-Z]|分别|各(?:项目|工程|片区|乡镇|标)|第[一二三]批|补充合同|变更|原定|计划于|拟于|预计|将于"
)
_PARTLY: Final = re.compile(
    r"提前|预拨|垫付|分批|首批|第[一二三]|剩余|尾款|质保金|上年|结转|两批|三批|中央|省级|市级|县级"
)
_NEAR: Final = 16
_FAR: Final = 60  # characters around a date
_PAIR: Final = 2
_SHORT: Final = 8
_DATED: Final = re.compile(r"日期|时间|[：:（）]|实际|项目|工程")
_Steps = tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True)
class _Event:
    name: str
    step: int
    moment: Moment
    sentence: Sentence
    start: int
    end: int

    def shown(self) -> str:
        """The date as written."""
        return self.sentence.quote(self.moment.start, self.moment.end)

    def place(self) -> Place:
        """Date and step."""
        return self.sentence.place(min(self.start, self.moment.start), max(self.end, self.moment.end), self.name)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Steps of every paragraph and section, tables of dates, terms of projects and dates of reports."""
    for report in dossier.reports:
        year = sure_year(report, dossier)
        told: set[tuple[str, str]] = set()
        for sentences in _stretches(report):
            for found in _in_order(sentences, year):
                if (spots := (found.places[0].quote, found.places[1].quote)) not in told:
                    told.add(spots)
                    yield found
        yield from (found for grid in report.grids for found in _in_table(grid, year))
        term = list(_term(report))
        yield from term
        own = {place.line for found in term for place in found.places}
        yield from (_turned(*ends) for ends in turned_spans(report, year) if ends[0].line not in own)
        for sentence in report.sentences:
            yield from (_no_such_day(sentence, *span) for span in impossible(sentence.text, year))
    for group in dossier.groups:
        day = signed(group)
        early = [_too_late(*late, day) for report in group for late in later_than(report, day[0])] if day else []
        yield from early or (found for report in group for found in _filled_in(report, sure_year(report, dossier)))


def _no_such_day(sentence: Sentence, start: int, end: int) -> Found:
    """11月31日."""
    shown = sentence.quote(start, end)
    return Found(
        f"日期“{shown}”不存在。",
        f"{shown}：日历上没有这一天",
        (sentence.place(start, end, "日期"),),
        "请核对月份和日期",
    )


def _stretches(report: Report) -> Iterator[list[Sentence]]:
    """Paragraphs, then all that stands under one heading."""
    blocks: dict[int, list[Sentence]] = {}
    sections: dict[int, list[Sentence]] = {}
    for sentence in report.sentences:
        blocks.setdefault(id(sentence.block), []).append(sentence)
        if sentence.cell is None:
            sections.setdefault(id(sentence.path[-1]) if sentence.path else 0, []).append(sentence)
    yield from blocks.values()
    yield from (section for section in sections.values() if section[0].block is not section[-1].block)


def _in_order(sentences: list[Sentence], year: int) -> Iterator[Found]:
    """One date for each step, each after the one before."""
    text = "".join(sentence.text for sentence in sentences)
    for steps, otherwise in ((_STEPS, _LOTS), (_MONEY, _PARTLY)):
        if not otherwise.search(text) and sum(bool(pattern.search(text)) for _, pattern in steps) > 1:
            events = [event for sentence in sentences for event in _events(sentence, year, steps)]
            times = Counter(event.step for event in events)
            once = [event for event in events if times[event.step] == 1]
            once.sort(key=lambda event: event.step)
            yield from (_wrong(one, two) for one, two in pairwise(once) if one.moment.after(two.moment))


def _wrong(earlier: _Event, later: _Event) -> Found:
    return Found(
        f"{later.name}（{later.shown()}）早于{earlier.name}（{earlier.shown()}），顺序不合理。",
        f"{later.shown()}＜{earlier.shown()}",
        (later.place(), earlier.place()),
        "请核对两个日期，必要时说明原因",
    )


def _events(sentence: Sentence, year: int, steps: _Steps) -> Iterator[_Event]:
    """Each date with the step named nearest to it in its clause, none beyond the next date."""
    text = sentence.text
    found = [moment for moment in moments(text, year) if not moment.is_year and not moment.until]
    for at, moment in enumerate(found):
        start, end = sentence.clause(moment.start)
        start, end = max(start, moment.start - _FAR), min(end, moment.end + _FAR)
        following = found[at + 1].start if at + 1 < len(found) else end
        best: tuple[int, int, re.Match[str]] | None = None
        for step, (_, pattern) in enumerate(steps):
            for match in pattern.finditer(text, start, min(end, following) if following > moment.end else end):
                away = (
                    match.start() - moment.end
                    if match.start() >= moment.end
                    else moment.start - match.end() + _NEAR // 2
                )
                if away <= _NEAR * 2 and (best is None or away < best[0]):
                    best = away, step, match
        if best is not None:
            yield _Event(steps[best[1]][0], best[1], moment, sentence, *best[2].span())


# --- tables ---


def _in_table(grid: Grid, year: int) -> Iterator[Found]:
    """Rows with a date in each column of a step; else one row for each step."""
    header = next((row for row in grid.rows[:3] if sum(_step(cell) >= 0 for cell in row) > 1), None)
    if header is not None:
        columns = {cell.column: _step(cell) for cell in header if _step(cell) >= 0}
        for row in grid.rows[header[0].row + 1 :]:
            yield from _dated([(columns[cell.column], cell) for cell in row if cell.column in columns], year)
        return
    pairs = [(_step(row[0]), row[1]) for row in grid.rows if len(row) == _PAIR and _step(row[0]) >= 0]
    yield from _dated(pairs, year)


def _step(cell: GridCell) -> int:
    """Which step a short cell names with nothing else in it, -1 for none."""
    words = _DATED.sub("", cell.flat)
    return next((n for n, (_, p) in enumerate(_STEPS) if len(words) <= _SHORT and p.search(words)), -1)


def _dated(cells: list[tuple[int, GridCell]], year: int) -> Iterator[Found]:
    told = [(step, cell, found[0]) for step, cell in cells if len(found := list(moments(cell.flat, year))) == 1]
    once = [one for one in told if sum(other[0] == one[0] for other in told) == 1]
    for (step, cell, first), (later, other, second) in pairwise(sorted(once, key=lambda one: one[0])):
        if first.after(second):
            one, two = _STEPS[step][0], _STEPS[later][0]
            yield Found(
                f"{two}（{other.flat}）早于{one}（{cell.flat}），顺序不合理。",
                f"{other.flat}＜{cell.flat}",
                (other.place(two), cell.place(one)),
                "请核对两个日期，必要时说明原因",
            )


# --- spans, terms and the day of the report ---


def _turned(sentence: Sentence, first: Moment, second: Moment) -> Found:
    one, two = (sentence.quote(moment.start, moment.end) for moment in (first, second))
    return Found(
        f"起止时间颠倒：{one}至{two}。",
        f"{one}＞{two}",
        (sentence.place(first.start, second.end, "起止时间"),),
        "请核对开始和结束的时间",
    )


def _too_late(sentence: Sentence, moment: Moment, day: tuple[Moment, Place]) -> Found:
    shown = sentence.quote(moment.start, moment.end)
    return Found(
        f"报告日期（{day[0].first:%Y-%m-%d}）早于文中已发生的{shown}。",
        f"{day[0].first:%Y-%m-%d}＜{shown}",
        (sentence.place(moment.start, sentence.clause(moment.end)[1]), day[1]),
        "请核对报告日期和文中的日期；尚未发生的，写成计划",
    )


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


_YEAR_END: Final = 12
_ACCOUNTS: Final = re.compile(r"自评|决算|绩效评价")
_PART_YEAR: Final = re.compile(r"监控|半年|季度|中期|事前|申报|目标表|阶段|预算绩效目标|月|期中")


def _filled_in(report: Report, year: int) -> Iterator[Found]:
    found = signed_on(report)
    if found and year and found[0].last.year < year:
        yield Found(
            f"填报日期早于报告年度（{year}年）。",
            f"{found[0].first.year}＜{year}",
            (found[1],),
            "请核对填报日期的年份",
        )
    elif found and year and found[0].last.year == year and found[0].last.month < _YEAR_END and _is_of_a_year(report):
        yield Found(
            f"填报日期（{found[0].last:%Y-%m-%d}）早于年度结束，全年的执行情况还不能自评。",
            f"{found[0].last:%Y-%m-%d}＜{year}-12-31",
            (found[1],),
            "请核对填报日期的年份",
        )


def _is_of_a_year(report: Report) -> bool:
    """Does it account for a whole year: no monitoring, no half year, no plan?"""
    head = report.title + "".join(heading.name for heading in report.headings[:1])
    return bool(_ACCOUNTS.search(head)) and not _PART_YEAR.search(head)


KIND = Kind("D02", "日期先后", Severity.ERROR, "项目管理程序", paper=check_paper)
