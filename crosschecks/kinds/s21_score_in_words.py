"""S21 文中得分等于表中得分 (财预〔2020〕10号第二十七条：自评结果公开，数据真实 [知]): a total score told in words is the table's.

Scores of a part (预算执行得分、产出指标得分), of another year, of a review, and full marks are something else and are left alone,
and so is a total told with one decimal of two (96.3 for 96.31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from crosschecks.params import number, texts
from crosschecks.reports.fold import fold
from crosschecks.reports.together import companions, stated_total
from crosschecks.reports.told_points import Part, parts_of, totals_in
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    IndicatorTable,
    Kind,
    Place,
    Profile,
    Report,
    Sentence,
    Severity,
    plain,
    points,
)

_TIMES = 3
_ROWS = 3
_WHOLE = Decimal(100)


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
        for start, end, told in totals_in(text.text):
            if abs(told - total) > params.tolerance and not _rounded(told, total):
                place = context.place(path, text.quote(start, end).strip())
                yield _differ(told, total, (place, context.place("score.total.self", plain(total))))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """A report's words against the total of its own table, or of the table about the same thing; scores of a part against its rows."""
    for group in companions(dossier):
        yield from _of_parts(group)
        totals = [found for report in group if (found := stated_total(report))] or _summed(group)
        if not totals or len({total for total, _ in totals}) > 1:
            continue
        total, where = totals[0]
        for sentence in (sentence for report in group for sentence in report.sentences):
            for start, end, told in totals_in(sentence.text):
                if not _rounded(told, total) and told <= profile.total and not _elsewhere(sentence, group[0].year):
                    yield _differ(told, total, (sentence.place(start, end), where))


def _summed(group: tuple[Report, ...]) -> list[tuple[Decimal, Place]]:
    """The sum of the only table of scores that has no row of totals, where its points make 100 and every line has a score."""
    tables = [table for report in group for table in report.indicators if "score" in table.roles]
    rows = tables[0].lines if len(tables) == 1 and not any(report.funds for report in group) else []
    weights = [weight for row in rows if (weight := row.number("weight")) is not None]
    scores = [score for row in rows if (score := row.number("score")) is not None]
    if len(rows) < _ROWS or sum(weights) != _WHOLE or not len(weights) == len(scores) == len(rows):
        return []
    return [(sum(scores, Decimal(0)), rows[-1].place("score"))]


def _of_parts(group: tuple[Report, ...]) -> Iterator[Found]:
    """产出指标得48分 against the rows of 产出 in the only table of scores."""
    tables = [table for report in group for table in report.indicators if "score" in table.roles]
    if len(tables) != 1:
        return
    for part in (part for report in group for parts in parts_of(report).values() for part in parts):
        due = _of_rows(tables[0], part)
        # Several times as much is a score of something else (一项调查得分91.85分).
        other = due is not None and part.full is None and part.value > max(due[0], Decimal(1)) * _TIMES
        if due is not None and not other and not _rounded(part.value, due[0]):
            yield Found(
                f"正文“{part.name}”得分{points(part.value)}与自评表{points(due[0])}不一致。",
                f"{plain(part.value)}≠{plain(due[0])}",
                (part.score.place(), *due[1]),
                "请核对评分表，改正文或改评分表",
            )


def _of_rows(table: IndicatorTable, part: Part) -> tuple[Decimal, tuple[Place, ...]] | None:
    """Points of the one level the part's name is of, None where a row has none or several levels go by it."""
    for level in (1, 2):
        named = [rows for name, rows in table.groups(level).items() if part.name in name.rpartition("/")[2]]
        if len(named) == 1:
            told = [(row, score) for row in named[0] if (score := row.number("score")) is not None]
            whole = len(told) == len(named[0])
            return (
                (sum((score for _, score in told), Decimal(0)), tuple(row.place("score") for row, _ in told))
                if whole
                else None
            )
    return None


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
