"""页面上的话: refusals as messages, and the page that a small form leads back to."""

from __future__ import annotations

import re
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from filings.refused import Refused
from filings.views.requests import PageRequest

PAGES: Final = {"check": "", "review": "#findings"}  # pages on which findings are dealt with, and where on them
FINGERPRINT: Final = re.compile(r"[0-9a-f]{12}")  # as much of it as names a finding on the 核对页


def say_refused(request: HttpRequest, refusal: Refused) -> None:
    """Show why something was not done on the next page."""
    messages.error(request, refusal.message)


def back(request: PageRequest, *, done: bool) -> HttpResponseRedirect:
    """To the page whose form was sent, the 核对页 when it does not say: to the finding, or to its head, where a refusal is told."""
    name = request.POST.get("back", "")
    page = name if name in PAGES else "check"
    found = FINGERPRINT.match(request.POST.get("fingerprint", "")) if done else None
    place = PAGES[page] or (f"#f-{found[0]}" if found else "")
    return HttpResponseRedirect(reverse(page, args=[request.filing.pk]) + place)
