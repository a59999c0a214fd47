"""修改记录: what happened to a filing, and every change of its facts by section."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from accounts.models import Role, User
from accounts.roles import has_role
from audit.models import AuditEvent
from factbook.labels import label_of
from factbook.models import FactChange
from filings.fixes import ORIGIN
from filings.models import Filing
from filings.snapshot import case_of
from filings.views.requests import PageRequest
from filings.views.strip import strip_for
from values.tokens import without_codes

ON_A_PAGE = 50
TYPED = {"web", "paste", "import"}  # by hand, or an import that names itself elsewhere


def history_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """Steps above, changes below; the changes may be narrowed to one section."""
    filing = request.filing
    case = case_of(filing)
    blueprint = case.blueprint
    section = request.GET.get("section", "")
    changes = FactChange.objects.filter(subject=filing.subject_id, form=filing.form).select_related("by")
    if section:
        changes = changes.filter(section=section)
    page = Paginator(changes.order_by("-version", "pk"), ON_A_PAGE).get_page(request.GET.get("page"))
    titles = {s.key: s.title for s in blueprint.sections}
    may_undo = filing.is_open and has_role(request.user, filing.subject.department, Role.FILLER)
    rows = [
        {
            "change": change,
            "label": label_of(blueprint, case.book, change.path),
            "section": titles.get(change.section, change.section),
            "may_undo": may_undo and change.origin.startswith(ORIGIN),
            "origin": "" if change.origin in TYPED else change.origin,
            "old": shown(change.path, change.old),
            "new": shown(change.path, change.new),
        }
        for change in page
    ]
    context = {
        "filing": filing,
        "strip": strip_for(filing, request.user),
        "events": events_of(filing),
        "page": page,
        "rows": rows,
        "sections": blueprint.sections,
        "section": section,
        "query": f"{urlencode({'section': section})}&" if section else "",
    }
    return render(request, "filings/history.html", context)


def shown(path: str, text: str) -> str:
    """A text as people read it; an order of rows, which is kept as their names, by the number of rows."""
    return f"{len(text.split())} 行" if path.startswith("rows.") else without_codes(text)


def events_of(filing: Filing) -> list[dict[str, Any]]:
    """The last steps of the filing, newest first; looking and downloading are left to the audit trail."""
    events = list(AuditEvent.objects.filter(target=filing.target).exclude(action="download").order_by("-number")[:100])
    people = {user.username: str(user) for user in User.objects.filter(username__in={e.actor for e in events})}
    return [{"event": e, "who": people.get(e.actor, e.actor), "said": said(e)} for e in events]


def said(event: AuditEvent) -> str:
    """Reason, refusal or note that goes with a step."""
    return next((str(event.detail[word]) for word in ("reason", "message", "note") if event.detail.get(word)), "")
