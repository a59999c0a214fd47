"""主数据的管理: localities, departments and projects."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.http import HttpRequest

from accounts.admin.scope import Scoped
from accounts.site import is_chief
from projects.models import Department, Locality, Project


@admin.register(Locality)
class LocalityAdmin(Scoped):
    """行政区划: made and renamed by superusers, seen by its own 管理员."""

    list_display = ("code", "name")
    search_fields = ("code", "name")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Superusers."""
        return is_chief(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Superusers."""
        return is_chief(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Superusers."""
        return is_chief(request)


@admin.register(Department)
class DepartmentAdmin(Scoped):
    """单位."""

    list_display = ("code", "name", "kind", "parent", "locality", "is_active")
    list_filter = ("kind", "is_active", ("locality", RelatedOnlyFieldListFilter))
    list_select_related = ("parent", "locality")
    search_fields = ("code", "name", "short_name")
    autocomplete_fields = ("parent",)
    fields = ("locality", "code", "name", "short_name", "kind", "parent", "is_active")


@admin.register(Project)
class ProjectAdmin(Scoped):
    """项目."""

    list_display = ("code", "name", "department", "attribute", "starts", "ends", "is_active")
    list_filter = ("is_active", ("department", RelatedOnlyFieldListFilter))
    list_select_related = ("department",)
    search_fields = ("code", "name", "department__name", "department__code")
    autocomplete_fields = ("department", "parent")
    fields = ("department", "code", "name", "attribute", "starts", "ends", "parent", "is_active")
