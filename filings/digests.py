"""摘要: SHA-256 over the canonical JSON (RFC 8785) of facts and snapshots."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785

from factbook.book import FactBook


def digest_of_facts(book: FactBook) -> str:
    """事实摘要: what the head confirms; any fact or master datum that prints differently gives another one."""
    return hashlib.sha256(rfc8785.dumps(book.to_json())).hexdigest()


def digest_of_snapshot(payload: Mapping[str, Any], blueprint_text: str) -> str:
    """快照摘要 over the payload and the blueprint's text."""
    return hashlib.sha256(rfc8785.dumps(dict(payload)) + blueprint_text.encode()).hexdigest()
