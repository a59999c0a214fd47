"""摘要: SHA-256 over the canonical JSON (RFC 8785) of facts and snapshots."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import rfc8785

from factbook.book import FactBook, Related
from filings.frozen import encode
from scoring.reviewed import Review


def digest_of_facts(book: FactBook) -> str:
    """事实摘要: what the head confirms; any fact or master datum that prints differently gives another one.

    The projects' papers are part of it, how far they have got is not: they may be submitted before the unit's own.
    """
    return hashlib.sha256(rfc8785.dumps(_printed(book).to_json())).hexdigest()


def _printed(book: FactBook) -> FactBook:
    if book.related is None:
        return book
    filings = tuple(replace(filing, state="", is_filed=False) for filing in book.related.filings)
    return replace(book, related=Related(filings))


def digest_of_snapshot(payload: Mapping[str, Any], blueprint_text: str) -> str:
    """快照摘要 over the payload and the blueprint's text."""
    return hashlib.sha256(rfc8785.dumps(dict(payload)) + blueprint_text.encode()).hexdigest()


def digest_of_review(review: Review) -> str:
    """复核摘要: of what a final edition prints beside its snapshot."""
    return hashlib.sha256(rfc8785.dumps(encode(review))).hexdigest()
