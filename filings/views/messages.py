"""页面上的话: refusals as messages."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest

from filings.refused import Refused


def say_refused(request: HttpRequest, refusal: Refused) -> None:
    """Show why something was not done on the next page."""
    messages.error(request, refusal.message)
