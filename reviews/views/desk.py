"""审核页: the form as filed beside per-line 计算, 自评 and 复核, remarks anchored to their places, changes since the return."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.models import Role, User
from accounts.roles import has_role
from filings.actions.move import start_review
from filings.models import WAIVABLE, Filing, State
from filings.refused import Refused
from filings.views.messages import say_refused
from filings.views.papers import papers_of
from filings.views.requests import PageRequest
from filings.views.seen import seen_case
from filings.views.strip import strip_for
from reviews.models import Decision
from reviews.queries import remarks_of_round, remarks_to_answer, since_return
from reviews.views.filed import reached, sheet_seen
from reviews.views.found import found_context


def review_page(
    request: PageRequest, filing_id: int, typed: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    """Everything a reviewer needs about one filing; `typed` shows refused scores again as they were typed."""
    filing = request.filing
    case = seen_case(filing, request.user)
    sheet = sheet_seen(filing, case.sheet)
    context: dict[str, Any] = {
        "filing": filing,
        "strip": strip_for(filing, request.user),
        "sheet": sheet,
        "reached": reached(case),
        "scores": case.sheet,
        "papers": papers_of(filing, request.user),
        "typed": typed or {},
        "remarks": remarks_of_round(filing) if filing.state != State.RETURNED else remarks_to_answer(filing),
        "since": since_return(filing) if filing.returned_round and filing.state != State.RETURNED else None,
        "decisions": Decision.objects.filter(filing=filing).select_related("by"),
        **_powers(filing, request.user),
        **found_context(filing, case, about=request.GET.get("about", "")),
    }
    return render(request, "reviews/review.html", context, status=status)


def _powers(filing: Filing, user: User) -> dict[str, bool]:
    """What this reader may do; the unit's own explanations are written on its own pages."""
    unit = filing.subject.department
    reviewer = has_role(user, unit, Role.REVIEWER)
    return {
        "may_score": filing.state == State.REVIEWING and reviewer,
        "may_start": filing.state == State.SUBMITTED and reviewer,
        "may_explain": filing.state in WAIVABLE and has_role(user, unit, Role.FILLER),
        "may_waive": filing.state in WAIVABLE and has_role(user, unit, Role.ADMIN),
        "may_tell": True,  # whoever may open this page
    }


def start_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """Take the filing up: from now on the unit cannot withdraw it."""
    try:
        start_review(filing=request.filing, by=request.user, now=timezone.now(), address=request.address)
    except Refused as refusal:
        say_refused(request, refusal)
    return redirect("review", filing_id)
