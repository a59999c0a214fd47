"""年度与落款: the year a report is surely about, and the day it was signed or filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.dates import Moment, moments
from crosschecks.reports.fold import folded
from crosschecks.reports.report import Dossier, Report

_TITLE_YEAR: Final = re.compile(r"((?:19|20)\d{2})年")
_HEADED: Final = re.compile(
    r"((?:19|20)\d{2})年度?(?:部门|单位|整体|项目|支出|收支|预算)*(?:决算|自评|绩效|执行情况|情况说明)"
)
_YEAR_LINE: Final = re.compile(r"（?((?:19|20)\d{2})年度?）?")
_DATE_LINE: Final = re.compile(
    r"(?:(?:填报|报告|填表|编制|编报)(?:日期|时间)：?)?(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})"
)
_FINISHED: Final = re.compile(r"本?报告于?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?:编制)?(?:完成|形成|定稿|出具)")
_FILLED: Final = re.compile(r"(?:填报|填表|编报)(?:日期|时间)：(?=(?:19|20)\d{2})")  # 填表人：某某 填报日期：…
_FRONT: Final = 8  # sentences and rows of a front page


def sure_year(report: Report, dossier: Dossier) -> int:
    """The year its title, the line below it, its headings or a term of one year says, else that of the report it belongs to; 0 when none does."""
    own = _own_year(report)
    if own:
        return own
    group = next((group for group in dossier.groups if report in group), ())
    years = {year for other in group if (year := _own_year(other))}
    return years.pop() if len(years) == 1 else 0


def _own_year(report: Report) -> int:
    if match := _TITLE_YEAR.search(report.title):
        return int(match[1])
    for text in _front(report):
        if match := _YEAR_LINE.fullmatch(text):
            return int(match[1])
    headed = {int(match[1]) for heading in report.headings if (match := _HEADED.search(heading.name))}
    if len(headed) == 1:
        return headed.pop()
    period = report.pair("period")
    years = {int(year) for year in re.findall(r"(?:19|20)\d{2}", folded(period.text))} if period else set()
    return years.pop() if len(years) == 1 else 0


def _front(report: Report) -> Iterator[str]:
    yield from (sentence.text.strip() for sentence in report.prose[:_FRONT])
    for grid in report.grids[:1]:
        yield from (cell.flat for row in grid.rows[:_FRONT] for cell in row)


def signed_on(report: Report) -> tuple[Moment, Place] | None:
    """The day a report was filled in: 填报日期, 报告日期, or a line of its own that is nothing but a date."""
    for pair in report.pairs:
        if pair.name == "filled_on" and (found := _day(folded(pair.text))):
            return found, pair.where
    for sentence in reversed(report.prose):
        labelled = _FILLED.search(sentence.text)
        if labelled and (found := _day(sentence.text[labelled.end() :])):
            return found, sentence.place(labelled.start())
        if _DATE_LINE.fullmatch(sentence.text.strip()) and (found := _day(sentence.text)):
            return found, sentence.place()
    for sentence in report.prose:
        if (match := _FINISHED.search(sentence.text)) and (found := _day(match.group())):
            return found, sentence.place(*match.span())
    return None


def signed(reports: Sequence[Report]) -> tuple[Moment, Place] | None:
    """The same for reports that belong together."""
    return next((found for report in reports if (found := signed_on(report))), None)


def _day(text: str) -> Moment | None:
    return next((moment for moment in moments(text) if not moment.is_year), None)
