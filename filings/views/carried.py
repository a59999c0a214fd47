"""沿用待改: last year's words that still stand, to be changed or confirmed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from filings.actions.settle import settle
from filings.carried import carried_texts
from filings.refused import Refused
from filings.snapshot import live_case
from filings.views.messages import say_refused
from filings.views.panel import place_link
from filings.views.requests import PageRequest
from filings.views.strip import strip_for


def carried_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """The texts with a link to each; ticked ones still hold."""
    filing = request.filing
    if request.method == "POST":
        try:
            paths = request.POST.getlist("path")
            count = settle(filing=filing, paths=paths, by=request.user, now=timezone.now(), address=request.address)
            messages.success(request, f"已确认 {count} 处仍然适用。")
        except Refused as refusal:
            say_refused(request, refusal)
    case = live_case(filing)
    texts = carried_texts(filing, case.blueprint, case.book)
    if not texts or not filing.is_open:
        return redirect("filing", filing_id)
    rows = [{"text": one, "href": place_link(filing, case.blueprint, one.path)} for one in texts]
    return render(
        request, "filings/carried.html", {"filing": filing, "strip": strip_for(filing, request.user), "rows": rows}
    )
