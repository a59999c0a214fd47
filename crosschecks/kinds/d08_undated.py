"""D08 签章日期 (表式要求：填报日期、签章日期须填): a place for a date with nothing in it but 年 月 日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Severity

_EMPTY: Final = re.compile(r"(?P<label>[^，。；]{0,24}?)[：:]?[\s_]*年[\s_]*月[\s_]*日[）)]?")
_DATE: Final = re.compile(r"年[\s_]*月[\s_]*日")
_WORDS: Final = re.compile(r"\S+")
_UNFILLED: Final = re.compile(r"(?:填报|报告|填表|编制|编报|签字|签章|评价)(?:日期|时间)：[\s_]*")
_SIGNED: Final = re.compile(r"签[字章名]|盖章|公章|负责人|组长")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Blank dates of every report, told together."""
    for report in dossier.reports:
        blanks = list(_blanks(report))
        if blanks:
            signed = next((place.label for place in blanks if _SIGNED.search(place.label)), "")
            yield Found(
                f"{signed or '填报日期'}处的日期没有填写{'，请一并核对是否已签章' if signed else ''}。",
                f"空白日期{len(blanks)}处",
                tuple(blanks),
                "请填写日期并签章" if signed else "请填写日期",
                pending=True,
            )


def _blanks(report: Report) -> Iterator[Place]:
    before = ""
    for sentence in report.prose:
        text = sentence.text
        if match := _blank(text.strip()):
            spot = _DATE.search(text) or _WORDS.search(text)
            start, end = spot.span() if spot else (0, len(text))
            yield sentence.place(start, end, _label(match, before))
        before = text.strip()
    for grid in report.grids:
        for row in grid.rows:
            for at, cell in enumerate(row):
                if (match := _blank(cell.flat)) and not any(other.text for other in row[at + 1 : at + 2]):
                    quote = _DATE.search(cell.folded.raw)
                    label = _label(match, next((c.flat for c in row[:at][::-1] if c.text), ""))
                    yield cell.place(label, quote.group() if quote else None)


def _blank(text: str) -> re.Match[str] | None:
    return _EMPTY.fullmatch(text.replace("\n", "")) or _UNFILLED.fullmatch(text)


def _label(match: re.Match[str], before: str) -> str:
    own = (match.groupdict().get("label") or "").strip("：: ")
    beside = before.strip("：: ") if len(before) <= 20 else ""
    return own or beside or "日期"


KIND = Kind("D08", "签章日期", Severity.WARNING, "表式要求", paper=check_paper)
