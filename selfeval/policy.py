"""权限表: one line per address says which methods, which roles and whose objects.

The middleware asks this table before any view runs. An address without a line is refused, so a new page cannot be
reached before somebody has decided about it. Objects are looked up among what the user may see and are handed to the
view as `request.filing`, `request.bundle`, `request.remark`: what is not yours does not exist (404, same body).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.utils import timezone

from accounts.models import Membership, Role
from accounts.roles import has_role
from accounts.views.doors import signed_out
from audit.actions import record
from selfeval.clients import client_ip
from selfeval.scopes import find

Who = Literal["anyone", "signed-in"] | frozenset[str]
Scope = Literal["none", "filing", "bundle", "remark", "form", "upload", "checkup"]

ANYONE: Final = "anyone"
SIGNED_IN: Final = "signed-in"
FILLER: Final = frozenset({Role.FILLER.value})
HEAD: Final = frozenset({Role.HEAD.value})
UNIT: Final = FILLER | HEAD
REVIEWER: Final = frozenset({Role.REVIEWER.value})
ADMIN: Final = frozenset({Role.ADMIN.value})
CHIEF: Final = frozenset(
    {"chief"}
)  # 系统管理员 (superuser): sets up localities and their first administrators, holds no post
SUPERVISOR: Final = frozenset({Role.SUPERVISOR.value})
ALL: Final = frozenset(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class Line:
    """一行权限: `methods` allowed, `who` may come (roles count at the object's unit), `scope` the object in the address."""

    methods: frozenset[str]
    who: Who
    scope: Scope = "none"


def line(methods: str, who: Who, scope: Scope = "none") -> Line:
    """A line; HEAD comes with GET."""
    words = set(methods.split())
    return Line(frozenset(words | {"HEAD"} if "GET" in words else words), who, scope)


POLICY: Final[dict[str, Line]] = {
    "health": line("GET", ANYONE),
    "favicon": line("GET", ANYONE),
    # accounts
    "login": line("GET POST", ANYONE),
    "login-json": line("POST", ANYONE),
    "logout": line("POST", SIGNED_IN),
    "password": line("GET POST", SIGNED_IN),
    # filings
    "overview": line("GET", SIGNED_IN),
    "filing-list": line("GET", SIGNED_IN),
    "filing-start": line("GET POST", FILLER),
    "filing": line("GET", ALL, "filing"),
    "section": line("GET POST", FILLER, "filing"),
    "preview": line("GET", ALL, "filing"),
    "check": line("GET", ALL, "filing"),
    "finding-explain": line("POST", FILLER, "filing"),
    "finding-ask": line("POST", FILLER, "filing"),
    "finding-waive": line("POST", ADMIN, "filing"),
    "move": line("GET POST", UNIT, "filing"),
    "confirm": line("GET POST", HEAD, "filing"),
    "download": line("GET", ALL, "filing"),
    "history": line("GET", UNIT | SUPERVISOR | ADMIN, "filing"),
    "intake": line("GET POST", FILLER, "filing"),
    "intake-choose": line("POST", FILLER, "filing"),
    "intake-apply": line("POST", FILLER, "filing"),
    "intake-drop": line("POST", FILLER, "filing"),
    "carried": line("GET POST", FILLER, "filing"),
    # reviews
    "todo": line("GET", UNIT, "filing"),
    "todo-answer": line("POST", FILLER, "remark"),
    "review-queue": line("GET", REVIEWER),
    "review-heat": line("GET", REVIEWER | ADMIN),
    "review-copies": line("GET", REVIEWER | ADMIN),
    "review-copies-of": line("GET", REVIEWER | ADMIN, "filing"),
    "review": line("GET", REVIEWER | ADMIN, "filing"),
    "review-start": line("POST", REVIEWER, "filing"),
    "review-remark": line("POST", REVIEWER, "filing"),
    "review-remark-remove": line("POST", REVIEWER, "remark"),
    "review-scores": line("POST", REVIEWER, "filing"),
    "review-return": line("GET POST", REVIEWER, "filing"),
    "review-approve": line("GET POST", REVIEWER, "filing"),
    # administration
    "bundles": line("GET POST", ADMIN),
    "bundle": line("GET", ADMIN, "bundle"),
    "bundle-progress": line("GET", ADMIN, "bundle"),
    "bundle-retry": line("POST", ADMIN, "bundle"),
    "bundle-download": line("GET", ADMIN, "bundle"),
    "imports": line("GET POST", ADMIN),
    "import-template": line("GET", ADMIN),
    "import-confirm": line("POST", ADMIN),
    "trail": line("GET", ADMIN),
    # forms: those of the own locality and the nation's; uploads of the own locality only
    "forms": line("GET", ADMIN),
    "form-upload": line("POST", ADMIN),
    "form": line("GET", ADMIN, "form"),
    "form-paper": line("GET", ADMIN, "form"),
    "form-text": line("GET", ADMIN, "form"),
    "upload": line("GET", ADMIN, "upload"),
    "upload-paper": line("GET", ADMIN, "upload"),
    "upload-text": line("GET", ADMIN, "upload"),
    "upload-activate": line("POST", ADMIN, "upload"),
    "upload-retire": line("POST", ADMIN, "upload"),
    "adopt": line("GET POST", ADMIN, "filing"),
    # 数字体检: whoever is signed in, each for oneself
    "checkups": line("GET POST", SIGNED_IN),
    "checkup": line("GET", SIGNED_IN, "checkup"),
    "checkup-progress": line("GET", SIGNED_IN, "checkup"),
    "checkup-list": line("GET", SIGNED_IN, "checkup"),
    "checkup-keep": line("POST", SIGNED_IN, "checkup"),
    "checkup-remove": line("POST", SIGNED_IN, "checkup"),
    "checkup-false-alarm": line("POST", SIGNED_IN, "checkup"),
    # rules: how often each was called wrong, and how loudly it may speak
    "finding-fix": line("POST", FILLER, "filing"),
    "finding-undo": line("POST", FILLER, "filing"),
    "finding-false-alarm": line("POST", FILLER | REVIEWER | ADMIN, "filing"),
    "rules": line("GET", ADMIN),
    "rule-level": line("POST", ADMIN),
}
# Django's own administration has addresses of its own; `accounts.site` keeps every administrator within the own locality.
NAMESPACES: Final[dict[str, Line]] = {"admin": line("GET POST", ADMIN | CHIEF)}


def line_for(view_name: str) -> Line | None:
    """The line of a view name, or of its namespace."""
    namespace, colon, _ = view_name.partition(":")
    return NAMESPACES.get(namespace) if colon else POLICY.get(view_name)


class PolicyMiddleware:
    """权限检查 before every view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Know the address and the memberships of who comes; the decision falls in `process_view`."""
        request.address = client_ip(request)  # type: ignore[attr-defined]
        request.memberships = memberships(request)  # type: ignore[attr-defined]
        posts = frozenset(m.role for m in request.memberships)  # type: ignore[attr-defined]
        request.roles = posts | CHIEF if request.user.is_superuser else posts  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """None to go on; else the refusal."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        rule = line_for(name)
        if rule is None:
            raise refusal(request, name, PermissionDenied("这个地址没有登记权限，请联系系统管理员。"))
        if request.method not in rule.methods:
            return HttpResponseNotAllowed(sorted(rule.methods))
        if rule.who == ANYONE:
            return None
        if not request.user.is_authenticated or someone_else(request):
            return signed_out(request)
        return admit(request, name, rule, kwargs)


def memberships(request: HttpRequest) -> list[Membership]:
    """任职 of who comes, with their units; none for a stranger. Read anew each time: a changed role counts at once."""
    if not request.user.is_authenticated:
        return []
    return list(Membership.objects.filter(user_id=request.user.pk).select_related("department__locality"))


def someone_else(request: HttpRequest) -> bool:
    """Was this page opened by another user than the one signed in now (in another tab)? Its text is not theirs to save."""
    sent = request.headers.get("X-Page-User", "")
    return bool(sent) and sent != str(request.user.pk)


def admit(request: HttpRequest, name: str, rule: Line, kwargs: dict[str, Any]) -> HttpResponse | None:
    """Look up the object and ask for the role there."""
    user = request.user
    assert user.is_authenticated  # noqa: S101 - asked by the caller; tells the type checker
    department = None
    if rule.scope != "none":
        found = find(rule.scope, user, kwargs)
        if found is None:
            raise refusal(request, name, Http404(), kwargs)
        setattr(request, rule.scope, found.thing)
        department = found.department
    if isinstance(rule.who, frozenset):
        allowed = has_role(user, department, *rule.who) if department else bool(request.roles & rule.who)  # type: ignore[attr-defined]
        if not allowed:
            raise refusal(request, name, PermissionDenied("您的角色不能做这一步。"), kwargs)
    return None


def refusal(request: HttpRequest, name: str, problem: Exception, kwargs: dict[str, Any] | None = None) -> Exception:
    """Write the refusal into the audit trail and hand the exception back to raise."""
    target = ":".join(str(part) for item in (kwargs or {}).items() for part in item)[:200]
    record(
        action="access",
        by=request.user if request.user.is_authenticated else None,
        now=timezone.now(),
        target=target,
        address=request.address,  # type: ignore[attr-defined]
        result="denied",
        detail={"page": name, "method": request.method or ""},
    )
    return problem
