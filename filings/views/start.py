"""新建填报: choose a form asked of one's unit; what was opened already is linked instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.models import Role
from accounts.roles import departments_with_role
from filings.actions.open import open_filing
from filings.expected import Expected, expected
from filings.models import Notice
from filings.refused import Refused
from filings.views.messages import say_refused
from filings.views.requests import PageRequest
from projects.models import Subject


@dataclass(frozen=True, slots=True)
class Offer:
    """可填报的一份: what is asked; `token` names it in the form."""

    row: Expected
    year: int
    token: str


def start_page(request: PageRequest) -> HttpResponse:
    """Offers of the user's units: what is still to start first, then newest year first."""
    offers = sorted(offers_for(request), key=lambda offer: offer.row.filing is not None)
    if request.method == "POST":
        offer = next((o for o in offers if o.token == request.POST.get("offer")), None)
        if offer is None:
            messages.error(
                request, "没有找到所选的填报。请从下面的列表中选择；列表里没有的，请联系管理员发布填报通知。"
            )
        elif offer.row.filing:
            return redirect("filing", offer.row.filing.pk)
        else:
            try:
                return redirect("filing", start(request, offer))
            except Refused as refusal:
                say_refused(request, refusal)
    return render(request, "filings/start.html", {"offers": offers})


def offers_for(request: PageRequest) -> list[Offer]:
    """Everything asked of the units where the user fills in."""
    units = departments_with_role(request.user, Role.FILLER)
    found: list[Offer] = []
    localities = {unit.locality_id: unit.locality for unit in units.select_related("locality")}
    for locality in localities.values():
        years = Notice.objects.filter(locality=locality).values_list("year", flat=True).distinct()
        own = [unit.pk for unit in units if unit.locality_id == locality.pk]
        for year in sorted(years, reverse=True):
            found += [offer_of(row, year) for row in expected(locality=locality, year=year, departments=own)]
    return found


def offer_of(row: Expected, year: int) -> Offer:
    """One offer."""
    project = row.project.pk if row.project else 0
    return Offer(row, year, f"{row.department.pk}:{project}:{row.form}")


def start(request: PageRequest, offer: Offer) -> int:
    """Open the filing; its id."""
    address: dict[str, Any] = {"department": offer.row.department, "project": offer.row.project, "year": offer.year}
    try:
        with transaction.atomic():
            subject, _ = Subject.objects.get_or_create(**address)
    except IntegrityError:  # two colleagues at the same moment
        subject = Subject.objects.get(**address)
    filing = open_filing(
        subject=subject, form=offer.row.form, by=request.user, now=timezone.now(), address=request.address
    )
    return filing.pk
