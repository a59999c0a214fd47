"""R08 被退回意见须回应 (工作流): what the finance bureau asked for in its review is answered item by item.

Forms print the review and the unit's answer in neighbouring cells or lines. Without a place for the answer nothing is said, nor where the
review agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from crosschecks.reports.answers import Answer
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Severity

_REVIEW: Final = re.compile(
    r"(?:财政(?:部门|局)?|主管部门|专家|第三方)?(?:[^，。：]{0,8})?(?:复评|复核|审核|审查|退回|评审|抽查)(?:结果)?意见(?:及建议)?"
)
_ANSWER: Final = re.compile(
    r"(?:项目|填报|预算|被评价)?单位?(?:反馈|回应|答复|回复|整改)(?:意见|情况|说明|结果)?(?:说明)?|(?:意见)?(?:采纳|整改)情况"
)
_ASKS: Final = re.compile(r"退回|补充|修改|重新|核实|完善|请|应|更正|说明|不符|不一致|缺少|有误")
_AGREES: Final = re.compile(r"^(?:同意|无意见|无|通过|审核通过|情况属实)[^，。；]{0,10}[。]?$")
_WORDS: Final = re.compile(r"意见|情况|反馈|回应|答复|回复|整改|说明")
_LABEL: Final = 20
_LINE: Final = re.compile(r"(?P<label>[^：，。；]{3,20})：(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True)
class _Box:
    label: str
    answer: Answer


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Reviews of a report with anything to answer, against its answers."""
    for report in dossier.reports:
        boxes = list(_boxes(report))
        reviews = [box.answer for box in boxes if _REVIEW.fullmatch(box.label) and _asks(box.answer)]
        answers = [box.answer for box in boxes if _ANSWER.fullmatch(box.label)]
        for review in reviews if answers else ():
            yield from _unanswered(review, answers)


def _asks(answer: Answer) -> bool:
    told = answer.text.strip()
    return answer.says and bool(_ASKS.search(told)) and not _AGREES.match(told)


def _unanswered(review: Answer, answers: list[Answer]) -> Iterator[Found]:
    given = [answer for answer in answers if answer.says]
    items = max((answer.items for answer in given), default=0)
    if not given:
        yield _found(
            f"意见{review.items}条，“{answers[0].label}”为{answers[0].text.strip() or '空'}",
            (answers[0].place, review.place),
        )
    elif review.items > max(1, items):
        yield _found(f"意见{review.items}条，回应{items}条", (given[0].place, review.place), Severity.WARNING)


def _found(why: str, places: tuple[Place, ...], severity: Severity | None = None) -> Found:
    return Found("请逐条回应财政部门意见。", why, places, "请对照每条意见写明是否采纳、怎样修改", severity=severity)


def _boxes(report: Report) -> Iterator[_Box]:
    """A label and what stands beside it, in cells or in a line."""
    for grid in report.grids:
        for row in grid.rows:
            for cell, after in pairwise(row):
                label = cell.flat.strip("：") if len(cell.text) <= _LABEL and _WORDS.search(cell.text) else ""
                if label:
                    yield _Box(label, Answer(label, after.text, after.place(label)))
    for sentence in report.prose:
        match = _LINE.fullmatch(sentence.text) if _WORDS.search(sentence.text[:_LABEL]) else None
        if match:
            yield _Box(match["label"], Answer(match["label"], match["rest"], sentence.place(label=match["label"])))


KIND = Kind("R08", "被退回意见须回应", Severity.ERROR, "财预〔2020〕10号第二十六条", paper=check_paper)
