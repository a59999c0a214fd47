"""一份文件里的几份报告: where each begins, by the form's own title or by what titles of its kind look like, and what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from intake.form import FormRow, Kind
from intake.pattern import squeezed
from intake.rows import PaperRow
from intake.words import NUMBER, bare, likeness

_TITLE: Final = re.compile(
    r"[^。；！？：:]{4,70}(?:报告|自评表|评价表|绩效表|申报表)(?:[（(][^（）()]{0,40}[）)])?(?:[\s\u3000]*(?:19|20)\d{2}年度?)?"
)
_VARYING: Final = re.compile(r"[（(][^（）()]*[）)]|\d+年?度?")
_TAIL: Final = 6  # so many last signs of a title tell its kind: 绩效自评报告
_SUBJECTS: Final = ("项目名称", "单位名称", "部门名称")
_BEFORE: Final = 30
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Report:
    """一份报告: its rows from `start` to before `end`, its title and what it says it is about."""

    title: str
    subject: str
    start: int
    end: int


def reports_of(rows: Sequence[PaperRow], form: Sequence[FormRow]) -> tuple[Report, ...]:
    """Reports of a paper in order; one that is the whole paper where no title of one kind comes twice."""
    kinds = [_kind(row, form) for row in rows]
    counts = Counter(kind for kind in kinds if kind)
    often = [kind for kind, count in counts.items() if count > 1]
    if not often:
        return (_report(rows, 0, len(rows)),) if rows else ()
    # A report may bring an annex with a title of its own: parts begin where the kind that comes first comes again.
    first = min(often, key=kinds.index)
    starts = [n for n, kind in enumerate(kinds) if kind == first]
    edges = sorted({0, *starts, len(rows)})
    found = [_report(rows, start, end) for start, end in pairwise(edges)]
    return tuple(report for report in found if report.end - report.start > 2)


def nearest(reports: Sequence[Report], names: Sequence[str]) -> int:
    """Number of the report that names one of `names` (project, unit); the first when none does."""
    told = [f"{report.title}{report.subject}" for report in reports]
    for name in names:
        for number, text in enumerate(told):
            if name and bare(name) in bare(text):
                return number
    return 0


def looks_like_title(text: str) -> bool:
    """Does a line read like the title of a report or of a table?"""
    return bool(_TITLE.fullmatch(text.strip().split("\n")[-1].strip()))


def _kind(row: PaperRow, form: Sequence[FormRow]) -> str:
    """What sort of title a row is, '' for none."""
    text = next((piece.text for piece in row.pieces if piece.text.strip()), "")
    if not row.is_text or len(text) > 100 or NUMBER.match(squeezed(text)):  # a heading, or a line of what is attached
        return ""
    own = next((number for number, title in enumerate(row for row in form if row.title) if is_title(title, text)), None)
    if own or (own is None and not looks_like_title(text)):  # the form's further tables belong to the report
        return ""
    return bare(_VARYING.sub("", text.strip().split("\n")[-1]))[-_TAIL:]


def is_title(own: FormRow, text: str) -> bool:
    """Is a line the title `own` of a form? A title of facts alone, as a line of it may be, tells nothing."""
    if own.kind is not Kind.TEXT:
        return bare(own.pattern.words) == bare(text)
    longest = max(map(squeezed, own.pattern.pieces[::2]), key=len)
    return bool(longest) and longest in squeezed(text) and own.pattern.read(text) is not None


def _report(rows: Sequence[PaperRow], start: int, end: int) -> Report:
    inside = rows[start:end]
    title = next((row.text for row in inside if row.is_text), inside[0].text)
    return Report(_short(title), subject_of(inside), start, end)


def subject_of(rows: Sequence[PaperRow]) -> str:
    """What a report is about, short enough to be shown."""
    return _short(_subject(rows))


def _subject(rows: Sequence[PaperRow]) -> str:
    """What stands beside 项目名称, else the short lines right below the title."""
    for row in rows[:_BEFORE]:
        for piece, after in zip(row.pieces, row.pieces[1:], strict=False):
            if any(likeness(piece.text, word) >= 1 for word in _SUBJECTS) and after.text.strip():
                return after.text
    lines = [row.text for row in rows[1:4] if row.is_text and len(row.text) < _BEFORE * 2 and "。" not in row.text]
    lines = [line for line in lines if not NUMBER.match(squeezed(line))]
    return " ".join(lines[:2])


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
