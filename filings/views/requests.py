"""页面的请求: what the policy middleware has put on a request before a view runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

from accounts.models import Membership, User
from blueprints.schema import Blueprint
from filings.models import Bundle, Filing, UploadedBlueprint


class PageRequest(HttpRequest):
    """请求 of a signed-in user; `filing`, `bundle`, `form` and `upload` are there on addresses that name one (selfeval.policy)."""

    if TYPE_CHECKING:
        user: User
        address: str
        roles: frozenset[str]
        memberships: list[Membership]
        filing: Filing
        bundle: Bundle
        form: Blueprint
        upload: UploadedBlueprint


def wants_json(request: HttpRequest) -> bool:
    """Does a script ask, not a person's browser?"""
    return "application/json" in request.headers.get("Accept", "")
