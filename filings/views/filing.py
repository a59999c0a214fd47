"""填报首页: the sections as a task list, what was found, total and grade, and the steps one may take."""

from __future__ import annotations

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render

from accounts.models import Role, User
from accounts.roles import has_role
from filings.carried import carried_texts
from filings.documents import FORMATS
from filings.gate import stand
from filings.models import Filing, State
from filings.outcome import outcomes
from filings.progress import last_editors, section_progress
from filings.views.panel import score_panel
from filings.views.papers import papers_of
from filings.views.requests import PageRequest
from filings.views.seen import seen_case
from filings.views.strip import strip_for
from filings.visibility import visible_filings


def filing_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """The task list of one filing; for those who may not fill it in, the same as a table of contents."""
    filing = request.filing
    case = seen_case(filing, request.user)
    stands = stand(filing, case.findings)
    blocking = Counter(str(s.finding.severity) for s in stands if s.blocks)
    may_fill = filing.is_open and has_role(request.user, filing.subject.department, Role.FILLER)
    carried = carried_texts(filing, case.blueprint, case.book) if filing.is_open else []
    context = {
        "filing": filing,
        "carried": len(carried),
        "strip": strip_for(filing, request.user),
        "blueprint": case.blueprint,
        "sections": section_progress(
            case.blueprint, case.book, case.findings, last_editors(filing), [one.path for one in carried]
        ),
        "scores": score_panel(filing, case.blueprint, case.sheet),
        "errors": blocking["error"],
        "warnings": blocking["warning"],
        "hints": sum(s.finding.severity == "hint" for s in stands),
        "settled": sum(s.waiver is not None for s in stands),
        "may_fill": may_fill,
        # The unit's own corrections are not the bureau's to read; it sees what was filed.
        "may_look_back": bool(request.roles - {Role.REVIEWER.value}),
        "formats": FORMATS,
        "papers": papers_of(filing, request.user),
        "outcome": outcomes([filing.pk]).get(filing.pk) if filing.state == State.APPROVED else None,
        "siblings": siblings(filing, request.user),
    }
    return render(request, "filings/filing.html", context)


def siblings(filing: Filing, user: User) -> list[Filing]:
    """Other forms of the same subject that `user` may know of: they share the facts."""
    return list(visible_filings(user).filter(subject=filing.subject_id).exclude(pk=filing.pk))
