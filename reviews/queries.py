"""审核的读取: remarks to answer, the review sheet, what changed since the return."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db.models import QuerySet
from django.utils.timezone import localtime

from filings.diff import Change, diff_books
from filings.models import Filing, State
from filings.outcome import Outcome
from filings.snapshot import as_read, blueprint_of, case_in, of_round, read_book_of, sheet_of
from reviews.models import Decision, Remark, ReviewScore
from scoring.grades import Band, grade_of
from scoring.reviewed import Review
from scoring.sheet import ScoreLine
from values.numerals import plain
from values.rounding import round_half_up

ADOPTED: Final = {"self": "采用自评得分", "computed": "采用按规则计算的得分"}  # reasons that a press of a button writes
_NO_REASON: Final = ("", ADOPTED["self"])  # nothing that a paper would have to say


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """复核行: the line as filed and computed, and the review score beside it."""

    line: ScoreLine
    review: ReviewScore | None

    @property
    def points(self) -> Decimal | None:
        """What counts: the review score where given, else the self score."""
        return self.review.points if self.review else self.line.self_points


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """复核表: total and grade as they would be if approved now; None and '' while no line counts."""

    lines: tuple[ReviewLine, ...]
    total: Decimal | None
    grade: str

    @property
    def is_scored(self) -> bool:
        """Has the bureau scored a line? Until then the total is only the unit's own."""
        return any(line.review for line in self.lines)


@dataclass(frozen=True, slots=True)
class Answered:
    """一条意见及其后的改动 at its place."""

    remark: Remark
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class SinceReturn:
    """退回后的改动: beside each remark, and those nobody asked for."""

    answered: tuple[Answered, ...]
    unasked: tuple[Change, ...]


def remarks_to_answer(filing: Filing) -> QuerySet[Remark]:
    """审核意见 of the round that was last returned: the filler's to-do list. Empty when never returned."""
    return filing.remarks.filter(round=filing.returned_round).exclude(round=0).select_related("by", "answered_by")


def remarks_of_round(filing: Filing) -> QuerySet[Remark]:
    """审核意见 of the present round, as the reviewer collects them."""
    return filing.remarks.filter(round=filing.round).select_related("by", "answered_by")


def review_sheet(filing: Filing) -> ReviewSheet:
    """Sheet of the present round with its review scores, total (half-up to 2 decimals) and grade."""
    sheet, blueprint = sheet_of(filing), blueprint_of(filing)
    given = {row.key: row for row in filing.review_scores.filter(round=filing.round).select_related("by")}
    lines = tuple(ReviewLine(line, given.get(line.key)) for line in sheet.lines)
    points = [line.points for line in lines if line.points is not None]
    # A total that the unit typed itself stands only as long as nobody has re-scored a line.
    total = sum(points, Decimal(0)) if points and given else sheet.self_total
    if total is None:
        return ReviewSheet(lines, None, "")
    total = round_half_up(total)
    bands = [Band(grade.at_least, grade.name) for grade in blueprint.grades]
    return ReviewSheet(lines, total, grade_of(total, bands) if bands else "")


def since_return(filing: Filing) -> SinceReturn:
    """What the unit changed after the last return, sorted by the remarks that asked for it."""
    returned = of_round(filing, filing.returned_round)
    if returned is None:
        return SinceReturn((), ())
    # As printed: a text that quotes a figure has changed when the figure has.
    changes = diff_books(as_read(case_in(returned)).book, read_book_of(filing), blueprint_of(filing))
    answered = tuple(
        Answered(remark, tuple(c for c in changes if concerns(remark, c))) for remark in remarks_to_answer(filing)
    )
    asked = {change for item in answered for change in item.changes}
    return SinceReturn(answered, tuple(change for change in changes if change not in asked))


def concerns(remark: Remark, change: Change) -> bool:
    """Does a change stand at the remark's place, or below it (a row, a table)?"""
    return bool(remark.key) and (change.path == remark.key or change.path.startswith(f"{remark.key}."))


def outcomes_of(filings: Sequence[int]) -> Mapping[int, Outcome]:
    """审核结果 of approved filings, by filing id."""
    approved = Decision.objects.filter(
        filing__in=filings, kind=Decision.Kind.APPROVED, filing__state=State.APPROVED
    ).order_by("round")
    return {row.filing_id: Outcome(row.round, row.at, review_in(row)) for row in approved.select_related("by")}


def review_in(decision: Decision) -> Review:
    """复核结果 as the decision froze it: the bureau's points, and the unit's own where the bureau let them stand."""
    counted = {key: line["review"] or line["self"] for key, line in decision.scores.items()}
    return Review(
        points={key: _short(Decimal(points)) for key, points in counted.items() if points is not None},
        reasons={key: line["reason"] for key, line in decision.scores.items() if line["reason"] not in _NO_REASON},
        total=None if decision.total is None else _short(decision.total),
        grade=decision.grade,
        opinion=decision.reason,
        by=str(decision.by),
        on=localtime(decision.at).date().isoformat(),
    )


def _short(points: Decimal) -> Decimal:
    """80.500, as the column keeps it, is 80.5 on a paper."""
    return Decimal(plain(points))
