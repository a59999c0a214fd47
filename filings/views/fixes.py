"""一键修改的按钮: apply what a finding offers, or take it back, and go on where one was."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from filings.actions.correct import correct, corrections, undo_correction
from filings.refused import Refused
from filings.snapshot import blueprint_of
from filings.views.messages import say_refused
from filings.views.requests import PageRequest


def fix_finding(request: PageRequest, filing_id: int) -> HttpResponse:
    """The unit takes the wording a finding proposes."""
    filing = request.filing
    version = request.POST.get("version", "")
    here = request.POST.get("section", "")
    try:
        offer = correct(
            filing=filing,
            fingerprint=request.POST.get("fingerprint", ""),
            version=int(version) if version.isascii() and version.isdigit() else None,
            by=request.user,
            now=timezone.now(),
            address=request.address,
        )
        messages.success(request, f"已将{offer.words}。如需恢复，见“修改记录”。")
        anchor = f"#{offer.path}" if here == offer.section else ""
    except Refused as refusal:
        say_refused(request, refusal)
        anchor = ""
    known = {section.key for section in blueprint_of(filing).sections}
    page = reverse("section", args=[filing.pk, here]) if here in known else reverse("check", args=[filing.pk])
    return HttpResponseRedirect(page + anchor)


def undo_fix(request: PageRequest, filing_id: int) -> HttpResponse:
    """The text as it stood before a correction."""
    number = request.POST.get("change", "")
    change = corrections(request.filing).get(int(number) if number.isascii() and number.isdigit() else 0)
    if change is None:
        raise Http404
    try:
        undo_correction(
            filing=request.filing, change=change, by=request.user, now=timezone.now(), address=request.address
        )
        messages.success(request, "已恢复修改前的文字。")
    except Refused as refusal:
        say_refused(request, refusal)
    return redirect("history", request.filing.pk)
