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
    r"(?:目标|规定|要求|计划|合同)?(?:时限|期限)内|按期|按时|如期|[得为评计]满分|未扣分|及时(?!率)|及时率(?:为|达到?)?100%|提前|按(?:计划|要求|规定)(?:时间|时限)?|准时|未超期|在规定(?:时间|时限)内"
)
_GOAL: Final = re.compile(r"目标|计划")
_DONE: Final = re.compile(r"完成情况|完成|绩效|产出|效益|实施")
_FINISH: Final = re.compile(r"完工|竣工|完成|交付|建成|投入使用|通过[^，。；]{0,6}验收|支付|发放|拨付|上线")
_WORDS: Final = re.compile(r"[\u4e00-\u9fff]+")
_NO_SUBJECT: Final = re.compile(r"时效指标|时间|全部|完成|底前|年底|年末|以前|之前|目标|计划|项目|指标")
_DEED: Final = re.compile(r"发放|兑付|拨付|支付|完工|竣工|建成|验收|上线|交付|投入使用")
_DONE_AT_ALL: Final = re.compile("完成")
_COMMON: Final = re.compile(r"绩效|年度|要求|实际|工程|于|为|在|应|须|其中|资金|补助|补贴|本|该|已|至|按|情况|日期")
_ONE_DEED: Final = {"竣工": "完工", "建成": "完工", "兑付": "发放"}
_EXCUSED: Final = re.compile(r"因|由于|受[^，。]{1,12}影响|延期|顺延|推迟|逾期|晚于|未能|未按")
_IN_TIME: Final = re.compile(
    r"[^，。；]{0,16}，(?:按期|按时|如期|在规定(?:时间|时限)内)(?:全部|全面)?(?:完成|完工|竣工|交付|达成|实现)"
)
_PUT_OFF: Final = re.compile(r"延期|顺延|推迟|逾期|晚于|未能|未按|调整|变更|扣")
_LEAST: Final = 3
_FAR: Final = 60  # characters around a date
_MANY: Final = 9
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
        seen: set[int] = set()
        yield from _prose(report, year, seen)
        yield from _by_deed(report, year, seen)


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


def _prose(report: Report, year: int, seen: set[int]) -> Iterator[Found]:
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
                seen.add(id(sentence))
                yield _claimed(sentence, done, due, claim)


def _by_deed(report: Report, year: int, seen: set[int]) -> Iterator[Found]:
    """A deed (发放、完工) with one deadline in a report, done later, and claimed in the same sentence to have been in time."""
    sentences = [s for s in report.prose if "月" in s.text and id(s) not in seen]
    goals: dict[str, list[_Due]] = {}
    for deed, due in (goal for sentence in sentences for goal in _deadlines(sentence, year)):
        goals.setdefault(deed, []).append(due)
    for sentence in sentences if goals else ():
        claim = _CLAIM.search(sentence.text)
        if claim is not None:
            excused = bool(_EXCUSED.search(sentence.text))
            days = (m for m in moments(sentence.text, year) if not excused or _flatly(sentence, m))
            late = (_late_for(sentence, done, goals) for done in days)
            yield from (_claimed(sentence, *found, claim) for found in [one for one in late if one is not None][:1])


def _flatly(sentence: Sentence, done: Moment) -> bool:
    """受机房改造影响，11月18日通过验收，按期完成: a cause is told, and right behind the day that it was in time all the same."""
    return bool(_IN_TIME.match(sentence.text[done.end :])) and not _PUT_OFF.search(sentence.text)


def _deadlines(sentence: Sentence, year: int) -> Iterator[tuple[str, _Due]]:
    for moment in moments(sentence.text, year):
        deed = _deed_at(sentence, moment)
        if moment.until and not moment.is_year and deed:
            yield deed, _Due(_subject_at(sentence, moment) or deed, moment, sentence)


def _late_for(sentence: Sentence, done: Moment, goals: dict[str, list[_Due]]) -> tuple[Moment, _Due] | None:
    """The one deadline of what was done, where it was missed."""
    deed, subject = _deed_at(sentence, done), _subject_at(sentence, done)
    dues = goals.get(deed, [])[:_MANY]
    dues = [due for due in dues if due.sentence is sentence] or dues
    if not deed or done.is_year or done.until or len({due.moment.last for due in dues}) != 1:
        return None
    due = dues[0]
    same = (
        due.subject == deed
        or not subject
        or any(due.subject[n : n + 2] in subject for n in range(len(due.subject) - 1))
    )
    return (done, due) if same and done.after(due.moment) else None


def _deed_at(sentence: Sentence, moment: Moment) -> str:
    """What is done on a day, by the clause around it."""
    start, end = sentence.clause(moment.start)
    start, end = max(start, moment.start - _FAR), min(end, moment.end + _FAR)
    for pattern in (_DEED, _DONE_AT_ALL):
        match = pattern.search(sentence.text, moment.end, end) or pattern.search(sentence.text, start, moment.start)
        if match:
            return _ONE_DEED.get(match.group(), match.group())
    return ""


def _subject_at(sentence: Sentence, moment: Moment) -> str:
    """Whose day it is, by the words before it."""
    start = max(sentence.clause(moment.start)[0], moment.start - _FAR)
    words = "".join(_WORDS.findall(sentence.text[start : moment.start]))
    return _DEED.sub("", _NO_SUBJECT.sub("", _COMMON.sub("", words)))


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
