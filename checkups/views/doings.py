"""数字体检的办理: take the list along, keep or delete the result, call a finding wrong."""

from __future__ import annotations

from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from checkups import actions
from checkups.listing import listing
from checkups.models import Checkup
from checkups.result import findings_of
from checkups.showing import Anchors, notes_of
from checkups.views.requests import NAMES, CheckupRequest, query_of
from filings.actions.feedback import report_false_alarm
from filings.documents import CONTENT_TYPES, file_name
from filings.documents import render as drawn
from filings.refused import Refused
from filings.views.messages import say_refused
from filings.views.paper import as_file

LISTS = ("docx", "xlsx")


def checkup_list(request: CheckupRequest, checkup_id: int, format: str) -> HttpResponse:  # noqa: A002 - the word of the address
    """The findings as a file."""
    checkup = request.checkup
    if format not in LISTS or checkup.state != Checkup.State.DONE:
        raise Http404
    findings = findings_of(checkup.result or {"findings": []})
    tree = listing(notes_of(findings, NAMES, Anchors()), name=checkup.name, created=checkup.at.isoformat())
    return as_file(
        drawn(tree, format), file_name(["数字体检清单", Path(checkup.name).stem], format), CONTENT_TYPES[format]
    )


def checkup_keep(request: CheckupRequest, checkup_id: int) -> HttpResponse:
    """Keep the result."""
    actions.keep(checkup=request.checkup, by=request.user, now=timezone.now(), address=request.address)
    messages.success(request, "已保留，不再自动删除。不需要时请点“删除”。")
    return redirect(reverse("checkup", args=[checkup_id]) + query_of(request))


def checkup_remove(request: CheckupRequest, checkup_id: int) -> HttpResponse:
    """Delete the result."""
    actions.remove(checkup=request.checkup, by=request.user, now=timezone.now(), address=request.address)
    messages.success(request, "体检结果已删除。")
    return redirect("checkups")


def checkup_false_alarm(request: CheckupRequest, checkup_id: int) -> HttpResponse:
    """Say that a finding is wrong. Only the sentence of the finding is kept, not the document."""
    wanted = request.POST.get("fingerprint", "")
    findings = findings_of(request.checkup.result or {"findings": []})
    number, found = next(((n, each) for n, each in enumerate(findings, 1) if each.fingerprint == wanted), (0, None))
    if found is None or not request.memberships:
        raise Http404
    try:
        report_false_alarm(
            rule=found.rule,
            fingerprint=found.fingerprint,
            message=found.message,
            reason=request.POST.get("reason", ""),
            locality=request.memberships[0].department.locality,
            by=request.user,
            now=timezone.now(),
            address=request.address,
        )
        messages.success(request, f"已记下规则 {found.rule} 的这次误报，管理员在“规则”页能看到。")
    except Refused as refusal:
        say_refused(request, refusal)
        return redirect(reverse("checkup", args=[checkup_id]) + query_of(request))
    return redirect(f"{reverse('checkup', args=[checkup_id])}{query_of(request)}#n{number}")
