"""基类: Django's admin classes with their type parameters, which exist for the checker only; and who may do what where nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.http import HttpRequest

from accounts.site import is_chief

if TYPE_CHECKING:
    AnyAdmin = BaseModelAdmin[Any]
    AnyModelAdmin = admin.ModelAdmin[Any]
    AnyInline = admin.TabularInline[Any, Any]
    AnyUserAdmin = DjangoUserAdmin[Any]
    AnyPasswordForm = AdminPasswordChangeForm[Any]
else:
    AnyAdmin = BaseModelAdmin
    AnyModelAdmin = admin.ModelAdmin
    AnyInline = admin.TabularInline
    AnyUserAdmin = DjangoUserAdmin
    AnyPasswordForm = AdminPasswordChangeForm


class Unchanging:
    """只看不改: rows that nobody adds, changes or deletes on these pages."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False


class ChiefsOnly(Unchanging):
    """只供超级用户查看."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Superusers."""
        return is_chief(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Superusers."""
        return is_chief(request)
