"""体检页面的请求: what the policy middleware has put on a request that names a check-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkups.models import Checkup
from crosschecks.kinds.registry import KINDS
from filings.views.requests import PageRequest

NAMES = {rule: kind.name for rule, kind in KINDS.items()}


class CheckupRequest(PageRequest):
    """请求 of an address that names a check-up."""

    if TYPE_CHECKING:
        checkup: Checkup
