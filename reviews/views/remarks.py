"""审核意见: written at a place, removed while reviewing."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from factbook.labels import label_of
from filings.refused import Refused
from filings.snapshot import blueprint_of, book_of
from filings.views.messages import say_refused
from filings.views.requests import PageRequest
from reviews.actions.remark import remark, remove_remark
from reviews.views.requests import RemarkRequest


def add_remark(request: PageRequest, filing_id: int) -> HttpResponse:
    """Write a remark at the chosen place; the place's name is ours, not the browser's."""
    filing = request.filing
    blueprint, book = blueprint_of(filing), book_of(filing)
    key = request.POST.get("key", "")
    if key and blueprint.section_of(key) is None:
        key = ""
    label = label_of(blueprint, book, key) if key else ""
    text = request.POST.get("text", "")
    try:
        remark(
            filing=filing, key=key, label=label, text=text, by=request.user, now=timezone.now(), address=request.address
        )
    except Refused as refusal:
        say_refused(request, refusal)
    return redirect(f"/reviews/{filing_id}/#remarks")


def remove(request: RemarkRequest, remark_id: int) -> HttpResponse:
    """Take back an own remark."""
    filing_id = request.remark.filing_id
    try:
        remove_remark(remark=request.remark, by=request.user, now=timezone.now(), address=request.address)
    except Refused as refusal:
        say_refused(request, refusal)
    return redirect(f"/reviews/{filing_id}/#remarks")
