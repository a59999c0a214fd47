"""勾稽热力页: a batch's findings at a glance."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from accounts.models import Role
from filings.views.requests import PageRequest
from reviews.batches import batches, chosen, filings_of
from reviews.heat import MOST_LIVE, heat
from reviews.views.batch_form import HeatForm
from reviews.views.heat_table import HeatTable


def heat_page(request: PageRequest) -> HttpResponse:
    """Rules across, filings down; what is still with the units only when an administrator asks for it."""
    found = batches(request.user)
    batch = chosen(found, request.GET.get("batch", ""))
    filings = filings_of(request.user, batch) if batch else []
    form = HeatForm(request.GET or None, found, batch, filings)
    live = "live" in request.GET and Role.ADMIN in request.roles
    seen = heat(form.of_unit(filings), severity=form.chosen_severity, live=live)
    query = request.GET.copy()
    query["live"] = "1"
    context = {
        "form": form,
        "batch": batch,
        "table": HeatTable(seen, request.GET),
        "heat": seen,
        "live": live,
        "most_live": MOST_LIVE,
        "may_ask_live": Role.ADMIN in request.roles and not live,
        "live_query": query.urlencode(),
    }
    return render(request, "reviews/heat.html", context)
