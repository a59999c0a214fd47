"""提交前核对: every finding with its arithmetic and links."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from accounts.models import Role
from accounts.roles import has_role
from blueprints.schema import Blueprint
from crosschecks.finding import SEVERITY_LABELS
from filings import gate
from filings.fixes import offers_of
from filings.models import WAIVABLE, Filing
from filings.progress import unfinished
from filings.refused import Problem
from filings.snapshot import live_book, live_case
from filings.views.panel import add_alarms, finding_rows, place_link, score_panel
from filings.views.requests import PageRequest
from filings.views.seen import seen_case, seen_snapshot
from filings.views.strip import strip_for


def check_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """All findings, worst first, grouped by severity; what else stops the hand-over."""
    filing = request.filing
    case = seen_case(filing, request.user)
    unit = filing.subject.department
    may_fill = filing.is_open and has_role(request.user, unit, Role.FILLER)
    offers = offers_of(case.findings, case.blueprint, live_book(filing, case.blueprint)) if may_fill else {}
    stands = gate.stand(filing, case.findings)
    rows = finding_rows(filing, case.blueprint, stands, read_only=not may_fill, offers=offers)
    add_alarms(rows, filing)
    # Who is shown a snapshot is not shown, either, what the unit has still to do.
    problems = [] if seen_snapshot(filing, request.user) else gate.problems(filing, case=live_case(filing))
    found = {finding.message for finding in case.findings}
    context: dict[str, Any] = {
        "filing": filing,
        "strip": strip_for(filing, request.user),
        "groups": grouped(rows),
        "others": others_of(filing, case.blueprint, problems, found, may_fill=may_fill),
        "blocked": len(problems),
        "unfinished": [] if seen_snapshot(filing, request.user) else unfinished(case.blueprint, case.book),
        "scores": score_panel(filing, case.blueprint, case.sheet),
        "may_fill": may_fill,
        "version": filing.subject.version,
        "may_explain": filing.state in WAIVABLE and has_role(request.user, unit, Role.FILLER),
        "may_tell": has_role(request.user, unit, Role.FILLER, Role.REVIEWER, Role.ADMIN),
        "may_waive": filing.state in WAIVABLE and has_role(request.user, unit, Role.ADMIN),
    }
    return render(request, "filings/check.html", context)


def grouped(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Findings by severity, empty groups left out."""
    groups = [
        {"severity": str(severity), "label": label, "rows": [row for row in rows if row["severity"] == str(severity)]}
        for severity, label in SEVERITY_LABELS.items()
    ]
    return [group for group in groups if group["rows"]]


def others_of(
    filing: Filing, blueprint: Blueprint, problems: list[Problem], found: set[str], *, may_fill: bool
) -> list[dict[str, Any]]:
    """What stops the hand-over besides the findings, which are listed by themselves."""
    rest = [p for p in problems if not any(message.rstrip("。") in p.message for message in found)]
    return [
        {
            "message": problem.message,
            "places": [
                {"label": p.label, "href": place_link(filing, blueprint, p.path, read_only=not may_fill)}
                for p in problem.places
            ],
        }
        for problem in rest
    ]
