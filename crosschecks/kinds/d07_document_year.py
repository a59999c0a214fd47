"""D07 文号年份 (公文引用惯例): a report cites no document of a year after the day it was signed."""

from __future__ import annotations

from collections.abc import Iterator

from crosschecks.reports.citations import document_numbers
from crosschecks.reports.occasion import signed, sure_year
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Severity


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Document numbers of every report; a report without a date is taken to be written the year after the one it is about."""
    for group in dossier.groups:
        for report in group:
            limit = _limit(report, group, dossier)
            if limit is None:
                continue
            year, said, places = limit
            for sentence in report.sentences:
                for number in document_numbers(sentence):
                    if number.year > year:
                        yield Found(
                            f"引用文件“{number.shown}”的年份{number.year}晚于报告日期（{said}）。",
                            f"{number.year}＞{year}",
                            (number.place, *places),
                            "请核对文号中的年份和报告日期",
                        )


def _limit(report: Report, group: tuple[Report, ...], dossier: Dossier) -> tuple[int, str, tuple[Place, ...]] | None:
    found = signed(group)
    about = sure_year(report, dossier)
    if found is not None:
        moment, place = found
        # 填报日期 typed with last year's year is D02's to tell; the documents are not at fault.
        return (moment.first.year, f"{moment.first.year}年", (place,)) if moment.first.year >= about else None
    return (about + 1, f"{about}年度报告", ()) if about else None


KIND = Kind("D07", "文号年份", Severity.ERROR, "公文引用惯例", paper=check_paper)
