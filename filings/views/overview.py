"""总览: the first page after signing in, by role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.models import Role
from accounts.roles import departments_with_role, localities_with_role
from filings.asked import Deadline, deadlines
from filings.models import Filing, Notice
from filings.overview import NextStep, UnitCount, next_step, pleas, unit_counts, waiting_for
from filings.views.requests import PageRequest
from filings.visibility import visible_filings

OVERSEERS = (Role.SUPERVISOR, Role.REVIEWER, Role.ADMIN)
MOST_WAITING = 50
MOST_MINE = 30


@dataclass(frozen=True, slots=True)
class Row:
    """一行: a filing, whose turn it is and until when."""

    filing: Filing
    next: NextStep
    deadline: Deadline | None
    days_left: int | None


def overview_page(request: PageRequest) -> HttpResponse:
    """What waits for me, what is mine, and how far each unit is."""
    today = timezone.localdate()
    waiting = list(waiting_for(request.user)[: MOST_WAITING + 1])
    mine = own_filings(request)
    dues = deadlines([*waiting, *mine])
    years = years_of(request)
    year = chosen_year(request.GET.get("year", ""), years)
    context: dict[str, Any] = {
        "waiting": by_deadline([row_of(f, dues, today) for f in waiting[:MOST_WAITING]]),
        "more_waiting": len(waiting) > MOST_WAITING,
        "pleas": pleas(request.user) if Role.ADMIN in request.roles else [],
        "mine": [row_of(f, dues, today) for f in mine],
        "is_filler": Role.FILLER in request.roles,
        "is_unit": bool(request.roles & {Role.FILLER, Role.HEAD}),
        "years": years,
        "year": year,
        "units": units_of(request, year) if year else [],
        "oversees": bool(request.roles & set(OVERSEERS)),
    }
    context["totals"] = totals(context["units"])
    return render(request, "filings/overview.html", context)


def own_filings(request: PageRequest) -> list[Filing]:
    """Filings of the units where the user fills in or heads."""
    if not request.roles & {Role.FILLER, Role.HEAD}:
        return []
    units = departments_with_role(request.user, Role.FILLER, Role.HEAD)
    return list(visible_filings(request.user).filter(subject__department__in=units).order_by("-changed_at")[:MOST_MINE])


def row_of(filing: Filing, dues: dict[int, Deadline], today: date) -> Row:
    """Row of a filing."""
    deadline = dues.get(filing.pk)
    return Row(filing, next_step(filing), deadline, deadline.days_left(today) if deadline else None)


def by_deadline(rows: list[Row]) -> list[Row]:
    """Overdue and soon due first; those without a deadline last."""
    return sorted(rows, key=lambda row: (row.days_left is None, row.days_left or 0))


def years_of(request: PageRequest) -> list[int]:
    """Years for which the user's localities have given notice, newest first."""
    if not request.roles & set(OVERSEERS):
        return []
    notices = Notice.objects.filter(locality__in=localities_with_role(request.user, *OVERSEERS))
    return list(notices.order_by("-year").values_list("year", flat=True).distinct())


def chosen_year(text: str, years: list[int]) -> int | None:
    """The year in the address, else the newest."""
    wanted = next((year for year in years if str(year) == text), None)
    return wanted or (years[0] if years else None)


def units_of(request: PageRequest, year: int) -> list[UnitCount]:
    """Progress of the units the user oversees."""
    units = set(departments_with_role(request.user, *OVERSEERS).values_list("pk", flat=True))
    found: list[UnitCount] = []
    for locality in localities_with_role(request.user, *OVERSEERS):
        found += unit_counts(locality, year, sorted(units))
    return found


def totals(units: list[UnitCount]) -> list[tuple[str, str, int]]:
    """Sums over all units: (word, filter, number)."""
    words = (
        ("应报", "", "total"),
        ("未开始", "", "missing"),
        ("填报中", "draft", "open"),
        ("待确认、报送", "awaiting", "confirming"),
        ("已报送", "submitted", "submitted"),
        ("已退回", "returned", "returned"),
        ("已通过", "approved", "approved"),
    )
    return [(word, state, sum(getattr(unit, field) for unit in units)) for word, state, field in words]
