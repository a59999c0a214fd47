"""文字指标的识读: indicators told in prose: “数量指标：…；质量指标：…，实际完成…”, with kind, target and actual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from crosschecks.finding import Place
from crosschecks.reports.numbers import Number, numbers
from crosschecks.reports.sentences import Sentence
from values.kept import once, remembered

if TYPE_CHECKING:
    from crosschecks.reports.report import Report

_HEAD: Final = re.compile(
    r"(?P<kind>数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续(?:影响|效益|发展)?|(?:服务对象|社会公众|群众)?满意度)指标：(?!。)"
)
_ACTUAL: Final = re.compile(
    r"，(?=(?:实际|全部|基本|部分|均|已经?|未)?(?:完成|达到|支付|达成|支出|执行)(?:情况|值|数|率)?[：，。]?)|，?(?=实际(?:基本|全部)?(?:完成|达到|支付|支出|执行)|完成情况：)"
)
_DONE_WORDS: Final = re.compile(
    r"^(?:实际(?:完成|达到|支付|支出|执行)?(?:支付|值|数)?(?=.)|完成情况|已完成(?=.)|完成值(?=.)|完成(?=\d))[：:]?为?"
)
_GOALS: Final = re.compile(r"目标|计划")
_RESULTS: Final = re.compile(r"完成|绩效情况|效益|实现|绩效分析")
_NUMBER_AWAY: Final = re.compile(
    r"\d[\d.,]*(?:[万亿]?[元人户个件次%‰]|以上|以下)*|[，。；：、]|达到?|为|不低于|不超过|以上"
)


@dataclass(frozen=True, eq=False)
class Spoken:
    """文字指标. part: 'goal' or 'done' by the heading above. target, actual: spans of the sentence; actual empty when none is told."""

    kind: str
    part: str
    sentence: Sentence
    target_span: tuple[int, int]
    actual_span: tuple[int, int]

    @property
    def target(self) -> str:
        """What is aimed at: name and value."""
        return self.sentence.text[slice(*self.target_span)].strip("，。； ")

    @property
    def actual(self) -> str:
        """What is said to have been done, without 实际完成."""
        return _DONE_WORDS.sub("", self.sentence.text[slice(*self.actual_span)].strip("，。； "))

    @property
    def name(self) -> str:
        """The target without its figures."""
        return _NUMBER_AWAY.sub("", self.target)

    @property
    def target_numbers(self) -> list[Number]:
        """Figures of the target."""
        return numbers(self.target)

    @property
    def actual_numbers(self) -> list[Number]:
        """Figures of the actual."""
        return numbers(self.actual)

    def place(self) -> Place:
        """All of it."""
        return self._place(max(self.target_span[1], self.actual_span[1]))

    def target_place(self) -> Place:
        """Kind and target."""
        return self._place(self.target_span[1])

    def _place(self, end: int) -> Place:
        return self.sentence.place(max(0, self.target_span[0] - len(self.kind) - 3), end, f"{self.kind}指标")


@once
def spoken(report: Report) -> list[Spoken]:
    """Indicators of a report's prose, in order."""
    return [found for sentence in report.sentences if "指标：" in sentence.text for found in _in(sentence)]


def _in(sentence: Sentence) -> Iterator[Spoken]:
    text = sentence.text
    heads = list(_HEAD.finditer(text))
    part = _part(sentence)
    for number, head in enumerate(heads):
        following = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        semicolon = text.find("；", head.end(), following)
        end = semicolon if semicolon >= 0 else following
        split = _ACTUAL.search(text, head.end(), end)
        middle = split.start() if split else end
        yield Spoken(head["kind"], part, sentence, (head.end(), middle), (middle, end))


def _part(sentence: Sentence) -> str:
    for heading in reversed(sentence.path):
        if _GOALS.search(heading.name) and not _RESULTS.search(heading.name):
            return "goal"
        if _RESULTS.search(heading.name):
            return "done"
    return ""


def alike(one: str, other: str) -> float:
    """How much two names have in common: shared pairs of characters, 0 to 1."""
    first, second = _pairs(one), _pairs(other)
    if not first or not second:
        return float(one == other)
    return 2 * len(first & second) / (len(first) + len(second))


@remembered
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))
