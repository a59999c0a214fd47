"""审核决定: returned with a reason, or approved with the review total and grade."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from accounts.models import User
from filings import jobs
from filings.actions.verb import hold, move, on_filing, require
from filings.editions import shows_review
from filings.models import Filing
from filings.refused import Refused
from filings.snapshot import filed
from filings.states import transition
from reviews.models import Decision
from reviews.queries import ReviewSheet, review_sheet


def return_(
    *, filing: Filing, reason: str, by: User, now: datetime, version: int | None = None, address: str = ""
) -> Decision:
    """退回 with the reason; the round's remarks become the unit's to-do list."""
    step = transition("return_")
    with on_filing("return", filing=filing, by=by, now=now, address=address) as detail:
        require(filing, step, by=by, reason=reason)
        hold(filing)
        sheet = review_sheet(filing)
        told = sheet if sheet.is_scored else replace(sheet, total=None, grade="")
        decision = _decide(filing, Decision.Kind.RETURNED, reason, told, by=by, now=now)
        move(filing, step, by=by, now=now, version=version, returned_round=filing.round, note="")
        detail.update(round=decision.round, reason=decision.reason)
    return decision


def approve(
    *, filing: Filing, by: User, now: datetime, reason: str = "", version: int | None = None, address: str = ""
) -> Decision:
    """通过: the total is the review points where given and the self points elsewhere; the grade follows the form's bands."""
    step = transition("approve")
    with on_filing(step.name, filing=filing, by=by, now=now, address=address) as detail:
        require(filing, step, by=by)
        hold(filing)
        sheet = review_sheet(filing)
        require_complete(sheet)
        decision = _decide(filing, Decision.Kind.APPROVED, reason, sheet, by=by, now=now)
        move(filing, step, by=by, now=now, version=version)
        snapshot = filed(filing)
        if shows_review(snapshot):  # its final edition; all other forms print nothing of this
            transaction.on_commit(partial(jobs.enqueue, "render_snapshot", snapshot.pk), robust=True)
        detail.update(round=decision.round, total=decision.total, grade=decision.grade)
    return decision


def require_complete(sheet: ReviewSheet) -> None:
    """Refuse while some lines count and others have neither self nor review points: the total would be too low."""
    open_lines = [row.line.label for row in sheet.lines if row.points is None]
    if sheet.is_scored and open_lines:
        names = "、".join(f"“{name}”" for name in open_lines[:5])
        raise Refused(
            f"还有 {len(open_lines)} 行既无自评得分也无复核得分（{names}），总分无法确定。请补充复核得分后再通过。"
        )


def _decide(
    filing: Filing, kind: Decision.Kind, reason: str, sheet: ReviewSheet, *, by: User, now: datetime
) -> Decision:
    if Decision.objects.filter(filing=filing, round=filing.round).exists():
        raise Refused(f"“{filing.subject}”第 {filing.round} 轮已有审核决定，不能再次决定。请刷新页面查看。")
    return Decision.objects.create(
        filing=filing,
        round=filing.round,
        kind=kind,
        reason=reason.strip(),
        total=sheet.total,
        grade=sheet.grade,
        scores=_scores(sheet),
        by=by,
        at=now,
    )


def _scores(sheet: ReviewSheet) -> dict[str, Any]:
    """The three scores of every line as they stood when decided."""
    return {
        row.line.key: {
            "label": row.line.label,
            "of": _text(row.line.of),
            "self": _text(row.line.self_points),
            "computed": _text(row.line.award.points),
            "review": _text(row.review.points if row.review else None),
            "reason": row.review.reason if row.review else "",
        }
        for row in sheet.lines
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
