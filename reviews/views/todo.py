"""退回后的待办: each remark with its place, what was changed there since, and the unit's answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.models import Role
from accounts.roles import has_role
from filings.refused import Refused
from filings.snapshot import blueprint_of
from filings.views.messages import say_refused
from filings.views.panel import place_link
from filings.views.requests import PageRequest
from filings.views.strip import strip_for
from reviews.actions.answer import answer
from reviews.models import Decision
from reviews.queries import since_return
from reviews.views.requests import RemarkRequest


def todo_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """The list, open remarks first as they were written."""
    filing = request.filing
    blueprint = blueprint_of(filing)
    since = since_return(filing)
    items: list[dict[str, Any]] = [
        {"remark": item.remark, "changes": item.changes, "href": place_link(filing, blueprint, item.remark.key)}
        for item in since.answered
    ]
    context = {
        "filing": filing,
        "strip": strip_for(filing, request.user),
        "items": items,
        "open": sum(not item["remark"].reply for item in items),
        "unasked": since.unasked,
        "decision": Decision.objects.filter(filing=filing, round=filing.returned_round).select_related("by").first(),
        "may_answer": filing.is_open and has_role(request.user, filing.subject.department, Role.FILLER),
    }
    return render(request, "reviews/todo.html", context)


def answer_remark(request: RemarkRequest, remark_id: int) -> HttpResponse:
    """Answer one remark."""
    remark = request.remark
    reply, text = request.POST.get("reply", ""), request.POST.get("answer", "")
    try:
        answer(remark=remark, reply=reply, answer=text, by=request.user, now=timezone.now(), address=request.address)
        messages.success(request, "答复已留存。")
    except Refused as refusal:
        say_refused(request, refusal)
    return redirect("todo", remark.filing_id)
