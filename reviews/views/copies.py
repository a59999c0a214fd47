"""雷同与残留页: an overview of a batch, and one filing's passages side by side with those they resemble."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django_tables2 import RequestConfig

from crosschecks.similar.copies import Copied
from crosschecks.similar.differences import differences
from crosschecks.similar.foreign import KIND_LABELS
from filings.models import Filing
from filings.views.panel import place_link
from filings.views.requests import PageRequest
from filings.views.seen import seen_case
from filings.views.strip import strip_for
from reviews.batches import batches, chosen, filings_of
from reviews.likeness import InText, detail, overview
from reviews.views.batch_form import BatchForm
from reviews.views.copies_table import CopiesTable

MOST_PASSAGES: Final = 60
MOST_OTHERS: Final = 4
AROUND: Final = 24
VERDICTS: Final = {
    "same": "一字不差",
    "kept": "只改了文字，数字相同",
    "figures": "数字不同",
    "words": "文字略有不同",
}


def copies_page(request: PageRequest) -> HttpResponse:
    """How much every filing of a batch has in common with the others and with its own of last year."""
    found = batches(request.user)
    batch = chosen(found, request.GET.get("batch", ""))
    filings = filings_of(request.user, batch) if batch else []
    form = BatchForm(request.GET or None, found, batch, filings)
    wanted = {filing.pk for filing in form.of_unit(filings)}
    rows = [row for row in overview(request.user, filings) if row.filing.pk in wanted]  # compared with the whole batch
    table = CopiesTable(rows, {filing.pk: filing for filing in filings}, order_by=request.GET.get("sort", "-siblings"))
    RequestConfig(request, paginate=False).configure(table)
    context = {"form": form, "batch": batch, "table": table, "unseen": len(wanted) - len(rows)}
    return render(request, "reviews/copies.html", context)


def copies_of_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """One filing: passages beside siblings, beside last year, residue and names of other places."""
    filing = request.filing
    case = seen_case(filing, request.user)
    found = detail(request.user, filing, case)

    def link(path: str) -> str:
        return place_link(filing, case.blueprint, path, read_only=True)

    def told(hits: Iterable[InText]) -> list[dict[str, Any]]:
        return [_hit(hit, link(hit.prose.path)) for hit in hits]

    context = {
        "filing": filing,
        "strip": strip_for(filing, request.user),
        "siblings": [_pair(each, found.others, link(each.mine.path)) for each in found.siblings[:MOST_PASSAGES]],
        "last_year": [_pair(each, found.others, link(each.mine.path)) for each in found.last_year[:MOST_PASSAGES]],
        "before": found.before,
        "residue": told(found.residue),
        "names": told(found.names),
        "number_of_siblings": len(found.siblings),
    }
    return render(request, "reviews/copies_of.html", context)


def _pair(copied: Copied, others: Mapping[int, Filing], href: str) -> dict[str, Any]:
    """Both sides with what differs marked, and who else has the passage."""
    sides = differences(copied.mine.text, copied.theirs.text)
    more = [others[pk] for pk in copied.others if pk in others]
    return {
        "copied": copied,
        "sides": sides,
        "verdict": VERDICTS[sides.verdict],
        "kind": sides.verdict,
        "figures": [(mine or "无", theirs or "无") for mine, theirs in sides.figures],
        "has_figures": bool(sides.kept or sides.figures),
        "href": href,
        "theirs": others.get(copied.theirs.owner),
        "more": more[:MOST_OTHERS],
        "number_of_more": len(more),
    }


def _hit(hit: InText, href: str) -> dict[str, Any]:
    """What was found between the words around it."""
    text, start = hit.prose.text, hit.found.start
    end = start + len(hit.found.quote)
    return {
        "kind": KIND_LABELS.get(hit.found.kind, hit.found.kind),  # type: ignore[call-overload] # residue has its own words
        "label": hit.prose.label,
        "href": href,
        "before": ("…" if start > AROUND else "") + text[max(0, start - AROUND) : start],
        "quote": hit.found.quote,
        "after": text[end : end + AROUND] + ("…" if end + AROUND < len(text) else ""),
    }
