"""来访地址: which address a request came from, believing only proxies that were named."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_ip(request: HttpRequest) -> str:
    """Return the address of the client, the empty string when there is none.

    X-Forwarded-For is read from its right end, and only while the neighbour is one of
    ``settings.TRUSTED_PROXIES`` (addresses or networks): what a client wrote itself stays unread.
    """
    here = str(request.META.get("REMOTE_ADDR", ""))
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    while forwarded and is_trusted(here):
        here = forwarded.pop()
    return here if is_address(here) else ""


def is_address(text: str) -> bool:
    """Say whether ``text`` is an IPv4 or IPv6 address."""
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_trusted(address: str) -> bool:
    """Say whether ``address`` is one of the named proxies."""
    if not is_address(address):
        return False
    return any(ip_address(address) in ip_network(proxy) for proxy in settings.TRUSTED_PROXIES)
