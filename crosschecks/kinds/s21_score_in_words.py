"""S21 文中得分等于表中得分 (财预〔2020〕10号第二十七条：自评结果公开，数据真实 [知]): a total score told in words is the table's.

Scores of a part (预算执行得分、产出指标得分), of another year, of a review, and full marks are something else and are left alone,
and so is a total told with one decimal of two (96.3 for 96.31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from crosschecks.params import number, texts
from crosschecks.reports.fold import fold
from crosschecks.reports.together import companions, stated_total
from crosschecks.reports.words import OTHER_YEAR
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Sentence, Severity, plain, points

_SCORE: Final = re.compile(
    r"(?:自评|综合|评价|绩效|总)(?:自评|综合|评价|总)?(?:得分|评分|总分|分数)(?:合计)?(?:结果)?(?:为|是|达到?|：|共|计){0,2}(?P<score>\d{1,3}(?:\.\d+)?)分(?![值钟])"
)
_PART: Final = re.compile(
    r"执行率|预算执行|产出|效益|效果|满意度|过程|决策|投入|成本|管理|扣|加分|指标(?!评价)[^，。；]{0,4}$|满分|平均|其中"
)
_RATER: Final = re.compile(r"复评|复核|评审|抽查|财政部门|财政局|第三方|专家")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: prose looked through; tolerance in points."""

    texts: tuple[str, ...]
    tolerance: Decimal = Decimal("0.005")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Every total told in the form's prose against the filed one; nothing scored yet, nothing to say."""
    total = context.sheet.self_total
    if total is None or not context.sheet.grade_derived:
        return
    for path in params.texts:
        text = fold(context.book.raw(path))
        for start, end, told in _told(text.text):
            if abs(told - total) > params.tolerance and not _rounded(told, total):
                place = context.place(path, text.quote(start, end).strip())
                yield _differ(told, total, (place, context.place("score.total.self", plain(total))))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """A report's words against the total of its own table, or of the table about the same thing."""
    for group in companions(dossier):
        totals = [found for report in group if (found := stated_total(report))]
        if not totals or len({total for total, _ in totals}) > 1:
            continue
        total, where = totals[0]
        for sentence in (sentence for report in group for sentence in report.sentences):
            for start, end, told in _told(sentence.text):
                if not _rounded(told, total) and told <= profile.total and not _elsewhere(sentence, group[0].year):
                    yield _differ(told, total, (sentence.place(start, end), where))


def _told(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Total scores in a text with their spans."""
    if "分" not in text:
        return
    for match in _SCORE.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in "，；。：\n") + 1
        before, all_before = text[start : match.start()], text[: match.start()]
        if not (_PART.search(before) or OTHER_YEAR.search(before) or _RATER.search(all_before)):
            yield match.start(), match.end(), Decimal(match["score"])


def _rounded(told: Decimal, total: Decimal) -> bool:
    """Is it the total, perhaps told with fewer decimals?"""
    return told == total or (told != told.to_integral_value() and told == total.quantize(told, ROUND_HALF_UP))


def _elsewhere(sentence: Sentence, year: int) -> bool:
    """Does the sentence speak of other years?"""
    years = {int(found) for found in re.findall(r"((?:19|20)\d{2})年", sentence.text)}
    return bool(year and years and year not in years)


def _differ(told: Decimal, total: Decimal, places: tuple[Place, ...]) -> Found:
    return Found(
        f"正文得分{points(told)}与自评表{points(total)}不一致。",
        f"{plain(told)}≠{plain(total)}，相差{plain(abs(told - total))}",
        places,
        "请核对评分表，改正文或改评分表",
    )


KIND = Kind(
    "S21",
    "文中得分等于表中得分",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"texts": texts, "tolerance": number},
    check,
    frozenset({"texts"}),
    paper=check_paper,
)
