"""审核决定页: return with a reason or approve, naming the object and the effect first."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from blueprints.reviewed import prints_review
from entry.parse import version_of
from filings.refused import Refused
from filings.snapshot import blueprint_of
from filings.views.messages import say_refused
from filings.views.requests import PageRequest
from filings.views.strip import strip_for
from reviews.actions.decide import approve, return_
from reviews.models import Decision
from reviews.queries import remarks_of_round, review_sheet


def return_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """Send back to the unit."""
    return _page(request, "return_", return_, "已退回，单位须逐条答复审核意见后重新报送。")


def approve_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """Approve."""
    return _page(request, "approve", approve, "已通过，复核总分和等次已留存。")


def _page(request: PageRequest, name: str, action: Callable[..., Decision], said: str) -> HttpResponse:
    filing = request.filing
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        try:
            version = shown_version(request.POST.get("version", ""))
            action(
                filing=filing,
                reason=reason,
                by=request.user,
                now=timezone.now(),
                version=version,
                address=request.address,
            )
            messages.success(request, said)
            return redirect("review", filing.pk)
        except Refused as refusal:
            say_refused(request, refusal)
        filing.refresh_from_db()
    context = {
        "filing": filing,
        "strip": strip_for(filing, request.user),
        "name": name,
        "sheet": review_sheet(filing),
        "remarks": remarks_of_round(filing),
        "prints_review": prints_review(blueprint_of(filing)),
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "reviews/decide.html", context, status=409 if request.method == "POST" else 200)


def shown_version(text: str) -> int:
    """The version the page showed. Raises Refused without one: a stale page must not decide."""
    version = version_of(text)
    if version is None:
        raise Refused("本页缺少版本号，没有执行。请核对下面的内容后再办理。")
    return version
