"""采用新表样的页面: what changes for this filing, then the button."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from filings.actions.adopt import adopt, plan_adoption, require_open
from filings.refused import Refused
from filings.views.imports import number
from filings.views.messages import say_refused
from filings.views.requests import PageRequest


def adopt_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """Show the changes; on the button take them."""
    filing = request.filing
    if request.method == "POST":
        return take(request)
    try:
        require_open(filing)
        adoption = plan_adoption(filing)
    except Refused as refusal:
        say_refused(request, refusal)
        return redirect("filing", filing.pk)
    if adoption is None:
        messages.info(request, "这份填报用的就是现行表样，不需要采用。")
        return redirect("filing", filing.pk)
    return render(request, "admin_pages/adopt.html", {"filing": filing, "adoption": adoption})


def take(request: PageRequest) -> HttpResponse:
    """Adopt the version that was shown."""
    filing, version = request.filing, number(request.POST.get("version", ""))
    digest, shown = request.POST.get("digest", ""), -1 if version is None else version
    try:
        adopt(
            filing=filing,
            digest=digest,
            version=shown,
            by=request.user,
            now=timezone.now(),
            address=request.address,
        )
        messages.success(request, "已采用新表样。已填的内容都保留着，请通知填报人核对变化的地方。")
    except Refused as refusal:
        say_refused(request, refusal)
    return redirect("filing", filing.pk)
