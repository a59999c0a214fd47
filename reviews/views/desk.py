"""审核页: the form as filed beside per-line 计算, 自评 and 复核, remarks anchored to their places, changes since the return."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.models import Role
from accounts.roles import has_role
from filings import gate
from filings.actions.move import start_review
from filings.models import State
from filings.refused import Refused
from filings.views.messages import say_refused
from filings.views.panel import finding_rows
from filings.views.requests import PageRequest
from filings.views.seen import seen_case
from filings.views.strip import strip_for
from reviews.models import Decision
from reviews.queries import remarks_of_round, remarks_to_answer, since_return
from reviews.views.filed import places, reached, sheet_seen


def review_page(
    request: PageRequest, filing_id: int, typed: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    """Everything a reviewer needs about one filing; `typed` shows refused scores again as they were typed."""
    filing = request.filing
    case = seen_case(filing, request.user)
    reviewing = filing.state == State.REVIEWING
    sheet = sheet_seen(filing, case.sheet)
    context: dict[str, Any] = {
        "filing": filing,
        "strip": strip_for(filing, request.user),
        "sheet": sheet,
        "reached": reached(case),
        "scores": case.sheet,
        "typed": typed or {},
        "may_score": reviewing and has_role(request.user, filing.subject.department, Role.REVIEWER),
        "may_start": filing.state == State.SUBMITTED
        and has_role(request.user, filing.subject.department, Role.REVIEWER),
        "remarks": remarks_of_round(filing) if filing.state != State.RETURNED else remarks_to_answer(filing),
        "places": places(case.blueprint, case.book),
        "findings": _anchored(finding_rows(filing, case.blueprint, gate.stand(filing, case.findings))),
        "since": since_return(filing) if filing.returned_round and filing.state != State.RETURNED else None,
        "decisions": Decision.objects.filter(filing=filing).select_related("by"),
    }
    return render(request, "reviews/review.html", context, status=status)


def _anchored(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first finding of each rule is where the heat table leads."""
    seen: set[str] = set()
    for row in rows:
        row["anchor"] = "" if row["rule"] in seen else f"rule-{row['rule']}"
        seen.add(row["rule"])
    return rows


def start_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """Take the filing up: from now on the unit cannot withdraw it."""
    try:
        start_review(filing=request.filing, by=request.user, now=timezone.now(), address=request.address)
    except Refused as refusal:
        say_refused(request, refusal)
    return redirect("review", filing_id)
