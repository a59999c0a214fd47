"""登录的审计: sign-in, sign-out, failed sign-in and lock-out, whichever page or backend they came through."""

from __future__ import annotations

from typing import Any

from axes.helpers import get_client_ip_address
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User
from audit.actions import record


def address_of(request: HttpRequest | None) -> str:
    """来源地址 of a request, '' without one."""
    if request is None:
        return ""
    return getattr(request, "address", "") or get_client_ip_address(request) or ""


@receiver(user_logged_in)
def signed_in(request: HttpRequest | None, user: User, **_: Any) -> None:
    """登录."""
    record(action="login", by=user, now=timezone.now(), target=f"user:{user.pk}", address=address_of(request))


@receiver(user_logged_out)
def signed_out(request: HttpRequest | None, user: User | None, **_: Any) -> None:
    """退出; a session that had already ended has no user and leaves nothing."""
    if user is not None:
        record(action="logout", by=user, now=timezone.now(), target=f"user:{user.pk}", address=address_of(request))


@receiver(user_login_failed)
def refused(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """登录失败. The name is kept, the password never is."""
    name = str(credentials.get("username", ""))[:150]
    now = timezone.now()
    record(action="login", by=None, now=now, address=address_of(request), result="denied", detail={"username": name})


@receiver(user_locked_out)
def locked_out(request: HttpRequest | None, username: str, ip_address: str, **_: Any) -> None:
    """锁定 of a user at an address after too many failures."""
    address = ip_address or address_of(request)
    detail = {"username": str(username or "")[:150]}
    record(action="lockout", by=None, now=timezone.now(), address=address, result="denied", detail=detail)
