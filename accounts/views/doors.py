"""门口: what a signed-out visitor gets instead of a page, without losing what was typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.csrf import csrf_failure

from accounts.models import User


class AccountRequest(HttpRequest):
    """请求 of a signed-in user, with the address the policy middleware has put on it."""

    if TYPE_CHECKING:
        user: User
        address: str


SKIPPED = frozenset({"csrfmiddlewaretoken"})
# Texts the middleware fills in (an origin, a referer) before it hands them over: their beginnings tell them apart.
FROM_ELSEWHERE = ("Origin checking failed", "Referer checking failed")


def wants_json(request: HttpRequest) -> bool:
    """Does a script ask, not a person's browser?"""
    return "application/json" in request.headers.get("Accept", "")


def signed_out(request: HttpRequest) -> HttpResponse:
    """401 for a script; the sign-in page for a person. A form that was sent is carried through the sign-in."""
    if wants_json(request):
        return JsonResponse(
            {"error": "signed-out", "message": "登录已过期，请重新登录；您填写的内容仍在本页。"}, status=401
        )
    if request.method == "POST" and not request.FILES:
        context = {"resume": typed(request), "next": request.get_full_path(), "user_left": True}
        return render(request, "accounts/login.html", context, status=401)
    here = request.get_full_path() if request.method == "GET" else "/"
    return HttpResponseRedirect(f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': here})}")


def stale_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a page older than the last sign-in. What was typed into a plain page is carried on instead: 后退 may have lost it.

    Only facts are, which tell their version and are merged, not blindly written; and only when the request came from here.
    """
    facts = "base_version" in request.POST and not request.FILES and not wants_json(request)
    if not facts or reason.startswith(FROM_ELSEWHERE) or "Origin" not in request.headers:
        return csrf_failure(request, reason)
    if not request.user.is_authenticated:
        return signed_out(request)
    context = {"pairs": pairs_of(typed(request)), "target": request.get_full_path()}
    return render(request, "accounts/resume.html", context, status=403)


def typed(request: HttpRequest) -> str:
    """Every field that was sent, as JSON pairs in order."""
    pairs = [[name, value] for name, values in request.POST.lists() if name not in SKIPPED for value in values]
    return json.dumps(pairs, ensure_ascii=False)


def pairs_of(text: str) -> list[tuple[str, str]]:
    """The fields carried through a sign-in; [] when the text is not ours."""
    try:
        pairs = json.loads(text)
        return [(str(name), str(value)) for name, value in pairs]
    except (TypeError, ValueError):
        return []


def safe_next(request: HttpRequest, wanted: str) -> str:
    """`wanted` when it stays on this site, else the overview."""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if wanted and ours else reverse("overview")
