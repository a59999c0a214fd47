"""D04 时效指标达标 (财预〔2020〕10号：按完成值与指标值比较评分): later than the target date and still full marks, or 按期完成.

A row that lost points or says why is honest. In prose only a sentence that claims to have been in time is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.dates import Moment, moments
from crosschecks.reports.occasion import sure_year
from crosschecks.rule import Dossier, Found, IndicatorRow, Kind, Place, Profile, Report, Sentence, Severity
from values.blank import is_blank

_CLAIM: Final = re.compile(
    r"按期|按时|如期|及时(?!率)|提前|按(?:计划|要求|规定)(?:时间|时限)?|准时|未超期|在规定(?:时间|时限)内"
)
_GOAL: Final = re.compile(r"目标|计划")
_DONE: Final = re.compile(r"完成情况|完成|绩效|产出|效益|实施")
_FINISH: Final = re.compile(r"完工|竣工|完成|交付|建成|投入使用|通过[^，。；]{0,6}验收|支付|发放|拨付|上线")
_WORDS: Final = re.compile(r"[\u4e00-\u9fff]+")
_NO_SUBJECT: Final = re.compile(r"时效指标|时间|全部|完成|底前|年底|年末|以前|之前|目标|计划|项目|指标")
_LEAST: Final = 3
_WHOLE: Final = 100


@dataclass(frozen=True)
class _Due:
    subject: str
    moment: Moment
    sentence: Sentence

    def place(self) -> Place:
        start, end = self.sentence.clause(self.moment.start)
        return self.sentence.place(start, end, "时效目标")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Indicator tables row by row; goals of a report against what it says was done."""
    for report in dossier.reports:
        year = sure_year(report, dossier)
        for table in report.indicators:
            for row in table.lines:
                yield from _row(row, year)
        yield from _prose(report, year)


# --- tables ---


def _row(row: IndicatorRow, year: int) -> Iterator[Found]:
    due, done = _only(row.text("target"), year), _only(row.text("actual"), year)
    if due is None or done is None or not done.after(due) or not _judged_done(row):
        return
    days = (done.first - due.last).days
    yield Found(
        f"“{row.shown}”完成时间{row.text('actual')}晚于目标{row.text('target')}，却{_judgement(row)}。",
        f"{done.first:%Y-%m-%d}－{due.last:%Y-%m-%d}＝{days}天",
        (row.place("actual"), row.place("target"), *((row.place("score"),) if row.text("score") else ())),
        "请按逾期扣减得分并写明原因；时间写错的，请改正",
    )


def _only(text: str, year: int) -> Moment | None:
    found = list(moments(text, year))
    return found[0] if len(found) == 1 else None


def _judged_done(row: IndicatorRow) -> bool:
    """Full marks, or 100 % and no reason where nothing is scored."""
    score, weight = row.number("score"), row.number("weight")
    if score is not None and weight is not None:
        return score >= weight > 0
    progress = row.cells.get("progress")
    if progress is not None and progress.numbers:
        return progress.numbers[0].value >= _WHOLE
    return is_blank(row.text("reason"))


def _judgement(row: IndicatorRow) -> str:
    if row.number("score") is not None and row.number("weight") is not None:
        return "得满分"
    return f"判为{row.text('progress')}" if row.text("progress") else "未说明原因"


# --- prose ---


def _prose(report: Report, year: int) -> Iterator[Found]:
    goals = [due for sentence in report.sentences if _heads(sentence, _GOAL) for due in _goals(sentence, year)]
    if not goals:
        return
    for sentence in report.sentences:
        claim = _CLAIM.search(sentence.text)
        if claim is None or _heads(sentence, _GOAL) or not _heads(sentence, _DONE):
            continue
        for done in moments(sentence.text, year):
            due = next((due for due in goals if _late(sentence, done, due)), None)
            if due is not None:
                yield _claimed(sentence, done, due, claim)


def _heads(sentence: Sentence, pattern: re.Pattern[str]) -> bool:
    name = sentence.path[-1].name if sentence.path else ""
    above = next((h.name for h in reversed(sentence.path) if "目标" in h.name or "完成" in h.name), name)
    return bool(pattern.search(above)) and (pattern is _DONE or "完成" not in above)


def _goals(sentence: Sentence, year: int) -> Iterator[_Due]:
    for moment in moments(sentence.text, year):
        start, end = sentence.clause(moment.start)
        if moment.until or _FINISH.search(sentence.text[moment.end : end]):
            subject = _NO_SUBJECT.sub("", "".join(_WORDS.findall(sentence.text[start : moment.start])))
            yield _Due(subject, moment, sentence)


def _late(sentence: Sentence, done: Moment, due: _Due) -> bool:
    """The same thing, finished later than it should have been."""
    if done.is_year or done.until or not done.after(due.moment) or len(due.subject) < _LEAST:
        return False
    start, end = sentence.clause(done.start)
    return due.subject[-4:] in sentence.text[start:end] and bool(_FINISH.search(sentence.text[done.end : end]))


def _claimed(sentence: Sentence, done: Moment, due: _Due, claim: re.Match[str]) -> Found:
    start, _ = sentence.clause(done.start)
    return Found(
        f"{due.subject}的完成时间{sentence.text[done.start : done.end]}晚于目标时间，却称“{claim.group()}”完成。",
        f"{done.first:%Y-%m-%d}－{due.moment.last:%Y-%m-%d}＝{(done.first - due.moment.last).days}天",
        (sentence.place(start, max(claim.end(), done.end), "完成时间"), due.place()),
        "请据实写明逾期和原因；时间写错的，请改正",
    )


KIND = Kind("D04", "时效指标达标", Severity.ERROR, "财预〔2020〕10号", paper=check_paper)
