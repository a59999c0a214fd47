"""D03 完成时间在项目期内 (项目申报要求：完成时间在项目起止时间之内): what was finished before the project began, or after it ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosschecks.reports.dates import Moment, moments
from crosschecks.reports.fold import folded
from crosschecks.rule import Dossier, Found, IndicatorRow, Kind, Place, Profile, Severity

_ENDS: Final = 2  # a term has two


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Dates of completion in indicator tables against the project's term."""
    for report in dossier.reports:
        period = report.pair("period")
        ends = list(moments(folded(period.text))) if period else []
        if period is None or len(ends) != _ENDS or ends[0].after(ends[1]):
            continue
        for table in report.indicators:
            for row in table.lines:
                yield from _outside(row, ends[0], ends[1], period.where)


def _outside(row: IndicatorRow, start: Moment, end: Moment, where: Place) -> Iterator[Found]:
    done = [moment for moment in moments(row.text("actual")) if not moment.is_year and not moment.guessed]
    if len(done) != 1 or not row.name:
        return
    late_anyway = any(done[0].after(due) for due in moments(row.text("target")))  # told by D04
    early, late = start.after(done[0]), done[0].after(end) and not late_anyway
    if early or late:
        shown = row.text("actual")[done[0].start : done[0].end]
        bound = f"＜{start.first:%Y-%m-%d}" if early else f"＞{end.last:%Y-%m-%d}"
        yield Found(
            f"“{row.shown}”的完成时间{shown}不在项目期内。",
            f"{done[0].first:%Y-%m-%d}{bound}",
            (row.place("actual"), where),
            "请核对完成时间和项目起止时间；项目已延期的，请写明批准延期的文件",
        )


KIND = Kind("D03", "完成时间在项目期内", Severity.WARNING, "项目申报要求", paper=check_paper)
