"""审核页面的请求."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filings.views.requests import PageRequest
from reviews.models import Remark


class RemarkRequest(PageRequest):
    """请求 at an address that names a remark (selfeval.policy)."""

    if TYPE_CHECKING:
        remark: Remark
