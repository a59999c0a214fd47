"""登录: by page, and in the page for the re-login dialog; throttled per user and address."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.contrib.auth import login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts.views.doors import pairs_of, safe_next

WRONG = "用户名或密码不正确。请检查大小写和输入法后重试；忘记密码请联系本地管理员重置。"


@never_cache
@sensitive_post_parameters("password")
def login_page(request: HttpRequest) -> HttpResponse:
    """Sign in and go on where one was; a form sent while signed out is offered for saving."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if request.user.is_authenticated and request.method == "GET":
        return redirect(safe_next(request, wanted))
    context: dict[str, Any] = {"next": wanted, "resume": request.POST.get("resume", "")}
    if request.method == "POST":
        problem = sign_in(request)
        if not problem:
            return onward(request, context)
        context |= {"problem": problem, "username": request.POST.get("username", "")}
    return render(request, "accounts/login.html", context, status=400 if context.get("problem") else 200)


def onward(request: HttpRequest, context: dict[str, str]) -> HttpResponse:
    """Where to after signing in: the page asked for, or the form that was sent while signed out, ready to be sent again."""
    target = safe_next(request, context["next"])
    pairs = pairs_of(context["resume"])
    if not pairs:
        return HttpResponseRedirect(target)
    return render(request, "accounts/resume.html", {"pairs": pairs, "target": target})


@never_cache
@sensitive_post_parameters("password")
def login_json(request: HttpRequest) -> JsonResponse:
    """Sign in from the dialog of an open page: {"ok", "user", "token"} or 400 {"message"}.

    Another user than the page's own is refused: the text on the page is not theirs.
    """
    page_user = request.POST.get("page_user", "")
    problem = sign_in(request)
    if problem:
        return JsonResponse({"ok": False, "message": problem}, status=400)
    if page_user and page_user != str(request.user.pk):
        logout(request)
        message = "本页由另一位用户打开，请用原来的账号登录；页面内容仍在。"
        return JsonResponse({"ok": False, "message": message}, status=400)
    return JsonResponse({"ok": True, "user": request.user.pk, "token": get_token(request)})


def sign_in(request: HttpRequest) -> str:
    """Try to sign in with the posted name and password; '' or why not. `accounts.signals` writes the audit trail."""
    form = AuthenticationForm(request, data=request.POST)
    if form.is_valid():
        login(request, form.get_user())
        return ""
    if getattr(request, "axes_locked_out", False):
        # The middleware would put its own page in place of this one, which says the same with the minutes left.
        request.axes_locked_out = False  # type: ignore[attr-defined]
        return locked_message(request.POST.get("username", ""), getattr(request, "address", ""), timezone.now())
    return WRONG


def locked_message(username: str, address: str, now: datetime) -> str:
    """Why, and for how long."""
    attempt = (
        AccessAttempt.objects.filter(username=username, ip_address=address or None).order_by("-attempt_time").first()
    )
    cool_off = get_cool_off(None) or timedelta()
    left = (attempt.attempt_time + cool_off - now) if attempt else cool_off
    minutes = max(1, -(-int(left.total_seconds()) // 60))
    return f"连续登录失败次数过多，这个账号在本机暂停登录。请 {minutes} 分钟后再试，或请管理员解除。"


def logout_page(request: HttpRequest) -> HttpResponse:
    """Sign out; the browser forgets what it kept."""
    logout(request)
    response = redirect("login")
    if request.is_secure():  # browsers ignore the header elsewhere, and complain
        response["Clear-Site-Data"] = json.dumps("cache")
    return response
