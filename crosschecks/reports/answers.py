"""问题与措施的识读: what a report answers where its form asks for problems, remedies or a conclusion, in cells or under headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.fold import folded
from crosschecks.reports.report import Report
from crosschecks.reports.sentences import Sentence
from values.blank import is_blank

_HEADINGS: Final = {
    "problems": re.compile(r"^(?!.*(?:建议|措施|对策|整改|改进|预设|上年|其[他它]|说明)).*(?:问题|不足)"),
    "remedies": re.compile(r"^(?!.*问题).*(?:建议|改进|措施|对策|整改)"),
}
_LABELS: Final = {"problems": "存在的问题", "remedies": "改进措施"}
_NONE: Final = re.compile(
    r"[^，。；\n]{0,14}?(?:暂?无|暂?没有|不存在|未发现)(?:存在)?(?:明显|突出|重大|主要)?(?:的)?(?:问题|不足|建议|改进措施|措施)?"
)
_ITEM: Final = re.compile(
    r"(?:^|[。；：\n])\s*(?:[一二三四五六七八九]是|\d{1,2}[.、．](?!\d)|（[\d一二三四五六七八九]{1,2}）|[①-⑨])"
)


@dataclass(frozen=True, eq=False)
class Answer:
    """一处回答: its label, what stands there folded, and where. `sentences`: of a section, none of a cell."""

    label: str
    text: str
    place: Place
    sentences: tuple[Sentence, ...] = ()

    @property
    def is_none(self) -> bool:
        """无, 暂无问题 and the like; nothing at all is no answer."""
        told = self.text.strip("。．. \n")
        return bool(told) and (is_blank(told) or bool(_NONE.fullmatch(told)))

    @property
    def says(self) -> bool:
        """Does it tell anything?"""
        return bool(self.text.strip()) and not self.is_none

    @property
    def items(self) -> int:
        """How many things are listed: 一是…二是…; 1 for plain words."""
        return max(len(_ITEM.findall(self.text)), int(self.says))


def answers(report: Report, name: str) -> Iterator[Answer]:
    """`name`: problems or remedies; sections that ask for both at once answer neither."""
    for pair in report.pairs:
        if pair.name == name:
            yield Answer(pair.label, folded(pair.text), pair.where)
    for section in report.sections(_HEADINGS[name]):
        if section.sentences and section.heading.number:
            place = section.sentences[0].place(label=section.heading.name)
            yield Answer(section.heading.name, section.text.strip(), place, section.sentences)


def asks(report: Report, name: str) -> bool:
    """Is there a place for it, filled or not?"""
    return any(pair.name == name for pair in report.pairs) or any(True for _ in report.sections(_HEADINGS[name]))
