"""导入已填文件、从上年带入: hand in a file, see what would be written, tick, write."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from filings.importing import choosing, store
from filings.importing.previous import previous
from filings.importing.proposing import proposal_of
from filings.models import IntakeFile
from filings.snapshot import blueprint_of, live_book
from filings.views.intake_moves import hand_in, mine
from filings.views.intake_words import sections_of
from filings.views.requests import PageRequest
from filings.views.strip import strip_for
from intake.proposal import Origin

PATIENCE: Final = timedelta(seconds=30)  # after that the page says that the background work may not be running
State = IntakeFile.State


def intake_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """What this person has handed in, as far as it is; the form to hand something in."""
    filing = request.filing
    if request.method == "POST":
        hand_in(request)
        return redirect("intake", filing_id)
    if not filing.is_open:
        messages.info(request, f"现为“{filing.get_state_display()}”，内容不能修改，也不能导入。")
        return redirect("filing", filing_id)
    row = mine(request)
    pages = {State.QUEUED: _waiting, State.CHOOSING: _choosing, State.READY: _proposal}
    return pages[State(row.state)](request, row) if row and row.state in pages else _start(request, row)


def _base(request: PageRequest, row: IntakeFile | None) -> dict[str, Any]:
    return {"filing": request.filing, "strip": strip_for(request.filing, request.user), "intake": row}


def _start(request: PageRequest, row: IntakeFile | None) -> HttpResponse:
    found = previous(request.filing, blueprint_of(request.filing))
    refused = row if row and row.state == State.REFUSED else None
    context = {"previous": found, "refused": refused, "endings": store.ENDINGS}
    return render(request, "filings/intake_start.html", _base(request, row) | context)


def _waiting(request: PageRequest, row: IntakeFile) -> HttpResponse:
    late = timezone.now() - row.at > PATIENCE
    answer = render(request, "filings/intake_waiting.html", _base(request, row) | {"late": late})
    answer["Refresh"] = "1"  # asks again by itself, with or without scripts
    return answer


def _choosing(request: PageRequest, row: IntakeFile) -> HttpResponse:
    context = {"reports": row.reports, "nearest": choosing.nearest_of(row)}
    return render(request, "filings/intake_choose.html", _base(request, row) | context)


def _proposal(request: PageRequest, row: IntakeFile) -> HttpResponse:
    filing = request.filing
    # Before the facts: read the other way round, the page might claim a version newer than what it shows.
    filing.subject.refresh_from_db(fields=["version"])
    blueprint = blueprint_of(filing)
    proposal = proposal_of(row, blueprint, live_book(filing, blueprint))
    everything = request.GET.get("all") == "1"
    strangers = [one for one in proposal.told if one.path.startswith("project.")]
    is_last = row.origin == Origin.LAST_YEAR
    context = {
        "proposal": proposal,
        "sections": sections_of(proposal, is_last=is_last, everything=everything, nothing=bool(strangers)),
        "strangers": strangers,
        "is_last": is_last,
        "everything": everything,
        "version": filing.subject.version,
    }
    return render(request, "filings/intake.html", _base(request, row) | context)
