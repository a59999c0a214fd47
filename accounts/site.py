"""管理后台的入口: superusers, and everybody who is 管理员 of a locality. Django's is_staff and permissions decide nothing here."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest

from accounts.models import Role
from accounts.roles import localities_with_role

_KEPT = "_admin_localities"


def admin_localities(request: HttpRequest) -> list[int]:
    """Ids of the localities whose 管理员 the user is; asked once per request."""
    kept: list[int] | None = getattr(request, _KEPT, None)
    if kept is None:
        kept = list(localities_with_role(request.user, Role.ADMIN).values_list("pk", flat=True))
        setattr(request, _KEPT, kept)
    return kept


def is_chief(request: HttpRequest) -> bool:
    """Is this an active superuser, who is bound to no locality?"""
    return request.user.is_active and request.user.is_superuser


class Site(AdminSite):
    """管理后台."""

    site_header = "绩效自评 · 管理"
    site_title = "绩效自评管理"
    index_title = "主数据与用户"
    login_form = AuthenticationForm  # the default one lets only is_staff in

    def has_permission(self, request: HttpRequest) -> bool:
        """May this user come in at all?"""
        return is_chief(request) or bool(admin_localities(request))
