"""文中的得分: points of a part told in prose (产出指标满分50分，得49.5分), with the part's name, its full marks and its score.

A part is named by a word that every frame of indicators has (决策、过程、产出、效益、满意度…), before the figure, or in the heading its paragraph
begins with. A figure that says neither 满分 nor 得分 is the full marks where the same part's score follows it, else the score.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from crosschecks.reports.register import Figure
from crosschecks.reports.words import OTHER_YEAR
from values.kept import once

if TYPE_CHECKING:
    from crosschecks.reports.report import Report
    from crosschecks.reports.sentences import Sentence

POINTS: Final = "分"
_PART: Final = re.compile(
    r"(?P<name>项目决策|项目过程|项目产出|项目效益|决策|过程管理|项目管理|过程|产出|效益|效果|(?:服务对象|社会公众)?满意度|投入|成本|预算执行率?|资金执行率?|履职效能|履职|管理效率|社会效应|可持续发展)"
    r"(?:类|方面|部分|情况)?(?:指标|绩效)?(?:完成)?(?:类|方面|部分|情况)?"
)
_FULL: Final = re.compile(r"(?:满分|分值|权重|标准分|总分值|应得分?|总分)(?:为|是|：|共|计)*$")
_ALL_FULL: Final = re.compile(
    r"(?<!（)(?:满分|总分值|分值合计)(?:为|共)?\d+分[^得]*$"
)  # 满分100分，其中产出50分、效益30分
_SCORE: Final = re.compile(r"(?:得分|评分|自评分|得|评得|实得|计)(?:情况)?(?:为|是|：|共|计)*$")
_IN_ALL: Final = re.compile(r"(?:合计|共计|总计|累计)(?:得分?|为)*$")  # 效益29分，合计96分: of all of them
_OFF: Final = re.compile(r"(?:扣|扣减|扣除|减)(?:了|分|去|掉)?(?:为|是|：|共|计)*$")
_OTHER: Final = re.compile(
    r"调查|测评|每|达到|以上|低于|不足|未达|标准|平均|上年|级指标[^，。；]{2,}|中[，、]?$|档|(?:综合|总)(?:得分|评分)"
)
_BARE: Final = re.compile(r"[，、；：（）。\s]*(?:自评|评价|实际|综合|绩效)*$")


_TOTAL: Final = re.compile(
    r"(?:自评|综合|评价|绩效|总|(?:^|(?<=[，。；本该]))项目|最终)(?:自评|综合|评价|总)?(?:得分|评分|总分|分数|得(?=\d))(?:合计)?(?:结果)?(?:为|是|达到?|：|共|计){0,2}(?P<score>\d{1,3}(?:\.\d+)?)分(?![值钟])"
)
_OF_A_PART: Final = re.compile(
    r"执行率|预算执行|产出|效益|效果|满意度|过程|决策|投入|成本|管理|扣|加分|指标(?!评价)[^，。；]{0,4}$|满分|平均|其中"
)
_RATER: Final = re.compile(r"复评|复核|评审|抽查|财政部门|财政局|第三方|专家")


@dataclass(frozen=True, eq=False)
class Part:
    """一部分的得分. full: None when none is told."""

    name: str
    score: Figure
    full: Figure | None = None
    off: Figure | None = None

    @property
    def value(self) -> Decimal:
        """Points."""
        return self.score.value


@once
def parts_of(report: Report) -> dict[int, list[Part]]:
    """Parts told in prose, by their paragraph (the block's id), in order."""
    found: dict[int, list[Part]] = {}
    for sentence in report.prose:
        if POINTS in sentence.text:
            figures = [figure for figure in report.register.in_sentence(sentence) if figure.unit == POINTS]
            found.setdefault(id(sentence.block), []).extend(_parts(sentence, _one_by_one(sentence, figures)))
    return {block: parts for block, parts in found.items() if parts}


def _one_by_one(sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """The points told before their sum."""
    sums = [at for at, f in enumerate(figures) if at > 1 and _IN_ALL.search(sentence.text, f.behind, f.number.start)]
    return list(figures[: sums[0]] if sums else figures)


def _parts(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Part]:
    name, full, off, score = _of_heading(sentence), None, None, None
    behind = 0
    for figure in figures:
        words = sentence.text[behind : figure.number.start]
        behind = figure.number.end
        match = next(iter([*_PART.finditer(words)][-1:]), None)
        if match is not None:
            if name and score is not None:
                yield Part(name, score, full, off)
            name, full, off, score = match["name"], None, None, None
        rest = words[match.end() :] if match else words
        if not figure.number.exact or _OTHER.search(words):
            if name and score is not None:
                yield Part(name, score, full, off)
            name, score = "", None
        elif _FULL.search(rest) or (_BARE.fullmatch(rest) and _ALL_FULL.search(sentence.text, 0, figure.number.start)):
            full = figure
        elif _OFF.search(rest):
            off = figure
        elif _SCORE.search(rest) or (name and _BARE.fullmatch(rest)):
            full, score = (score if score is not None and full is None else full), figure
    if name and score is not None:
        yield Part(name, score, full, off)


def _of_heading(sentence: Sentence) -> str:
    """（一）产出指标得分情况。分值50分，得49.5分。"""
    if not sentence.path or not sentence.path[-1].lead or sentence.path[-1].place.line != sentence.line:
        return ""
    match = _PART.match(sentence.path[-1].name)
    return match["name"] if match else ""


def summed_in(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[tuple[int, int, Decimal]]:
    """The sum told behind the parts of a sentence (决策18分、过程19分、产出29分、效益29分，合计95分)."""
    for figure in figures:
        if (
            figure.unit == POINTS
            and _IN_ALL.search(sentence.text, figure.behind, figure.number.start)
            and figure.number.exact
        ):
            yield figure.number.start, figure.number.end, figure.value


def totals_in(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Total scores in a text with their spans."""
    if "分" not in text:
        return
    for match in _TOTAL.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in "，；。：\n") + 1
        before, all_before = text[start : match.start()], text[: match.start()]
        if not (_OF_A_PART.search(before) or OTHER_YEAR.search(before) or _RATER.search(all_before)):
            yield match.start(), match.end(), Decimal(match["score"])
