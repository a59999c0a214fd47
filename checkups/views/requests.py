"""体检页面的请求: what the policy middleware has put on a request that names a check-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from django.http import HttpRequest

from checkups.models import Checkup
from crosschecks.kinds.registry import KINDS
from filings.views.requests import PageRequest

FILTERS: Final = ("severity", "rule")
NAMES = {rule: kind.name for rule, kind in KINDS.items()}


def query_of(request: HttpRequest) -> str:
    """The filter of the page as it stands in its address, for forms that lead back to it; '' without one."""
    chosen = {name: text for name in FILTERS if (text := request.GET.get(name, ""))}
    return f"?{urlencode(chosen)}" if chosen else ""


class CheckupRequest(PageRequest):
    """请求 of an address that names a check-up."""

    if TYPE_CHECKING:
        checkup: Checkup
