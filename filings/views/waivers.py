"""说明与放行: the unit explains a warning or asks for a waiver, the administrator lets an error pass."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone

from filings.actions.waive import ask, explain, waive
from filings.models import Waiver
from filings.refused import Refused
from filings.views.messages import back, say_refused
from filings.views.requests import PageRequest


def explain_finding(request: PageRequest, filing_id: int) -> HttpResponse:
    """The unit explains a warning."""
    return _cover(request, explain, "说明已留存，随报告一起报送。")


def ask_waiver(request: PageRequest, filing_id: int) -> HttpResponse:
    """The unit asks for a waiver."""
    return _cover(request, ask, "申请已送管理员；放行之前仍可改正。")


def waive_finding(request: PageRequest, filing_id: int) -> HttpResponse:
    """The administrator lets an error pass."""
    return _cover(request, waive, "已放行；有关数字再变动时放行自动失效。")


def _cover(request: PageRequest, action: Callable[..., Waiver], said: str) -> HttpResponse:
    try:
        action(
            filing=request.filing,
            fingerprint=request.POST.get("fingerprint", ""),
            reason=request.POST.get("reason", ""),
            by=request.user,
            now=timezone.now(),
            address=request.address,
        )
        messages.success(request, said)
    except Refused as refusal:
        say_refused(request, refusal)
        return back(request, done=False)
    return back(request, done=True)
