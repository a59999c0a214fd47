"""摘要链: what one link's digest is taken over. Shared by writing and verifying, so that they cannot differ."""

from __future__ import annotations

import hashlib
from datetime import UTC

import rfc8785

from audit.models import AuditEvent

START = "0" * 64
_TEXTS = ("actor", "unit", "address", "action", "target", "result")


def digest_of(event: AuditEvent) -> str:
    """SHA-256 (hex) over the RFC 8785 form of every column of `event` but its own digest; the time in UTC microseconds."""
    body = {name: getattr(event, name) for name in _TEXTS}
    body |= {
        "number": event.number,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "detail": event.detail,
        "previous": event.previous,
    }
    canonical: bytes = rfc8785.dumps(body)
    return hashlib.sha256(canonical).hexdigest()
