"""成品: preview as HTML (the PDF's own), and downloads."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import never_cache

from audit.actions import record
from composing.compose import compose
from documents.writers.html import render_html
from filings.documents import CONTENT_TYPES, document_bytes, document_name, ensure, stored_bytes
from filings.editions import chosen, reviewed
from filings.models import Edition, Snapshot
from filings.refused import Refused
from filings.snapshot import case_in, live_case
from filings.views.messages import say_refused
from filings.views.requests import PageRequest
from filings.views.seen import seen_snapshot


@never_cache
def preview_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """The finished paper as it stands: a draft says so on every page. The latest edition, or the one that the address asks for."""
    filing = request.filing
    snapshot = seen_snapshot(filing, request.user)
    edition = edition_asked(request, snapshot)
    case = case_in(snapshot) if snapshot else live_case(filing)
    review = reviewed(snapshot) if snapshot and edition is Edition.FINAL else None
    watermark = "" if snapshot else "草稿"
    document = compose(case.blueprint, case.book, case.sheet, review=review, watermark=watermark)
    return HttpResponse(render_html(document, for_screen=True, stylesheet_url=static("paper/paper.css")))


@never_cache
def download(request: PageRequest, filing_id: int, format: str) -> HttpResponse:  # noqa: A002 - word of the address
    """One format as a file."""
    if format not in CONTENT_TYPES:
        raise Http404
    filing, now = request.filing, timezone.now()
    snapshot = seen_snapshot(filing, request.user)
    edition = edition_asked(request, snapshot)
    try:
        if snapshot:
            data = stored_bytes(ensure(snapshot, format, edition, now=now), now=now, by=request.user)
        else:
            data = document_bytes(filing, format, by=request.user, now=now)
    except Refused as refusal:
        say_refused(request, refusal)
        return redirect("filing", filing_id)
    unit = filing.subject.department.name
    detail = {"format": format, "round": snapshot.round if snapshot else 0, "edition": edition.value}
    record(
        action="download",
        by=request.user,
        now=now,
        target=filing.target,
        unit=unit,
        address=request.address,
        detail=detail,
    )
    return as_file(data, document_name(filing, format, edition), CONTENT_TYPES[format])


def edition_asked(request: PageRequest, snapshot: Snapshot | None) -> Edition:
    """The edition named by `?edition=`, else the latest. Raises Http404 for one that there is not."""
    wanted = request.GET.get("edition", "")
    found = chosen(snapshot, wanted) if snapshot else None if wanted else Edition.SUBMITTED
    if found is None:
        raise Http404
    return found


def as_file(data: bytes, name: str, content_type: str) -> HttpResponse:
    """An answer the browser saves under a Chinese name."""
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response
