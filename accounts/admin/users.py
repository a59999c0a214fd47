"""用户的管理: accounts, their passwords and their roles."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from accounts.admin.bases import AnyInline, AnyPasswordForm, AnyUserAdmin
from accounts.admin.scope import Reach, Scoped
from accounts.models import Membership, User
from accounts.site import is_chief

admin.site.unregister(Group)  # groups give nobody anything here


class MembershipInline(Reach, AnyInline):
    """任职 of a user, at departments within reach."""

    model = Membership
    autocomplete_fields = ("department",)
    extra = 0

    def get_formset(self, request: HttpRequest, obj: User | None = None, **kwargs: Any) -> Any:
        """At least one role: a user without any would be out of everybody's reach but the superusers'."""
        if not is_chief(request):
            kwargs |= {"min_num": 1, "validate_min": True}
        return super().get_formset(request, obj, **kwargs)


class PasswordForm(AnyPasswordForm):
    """新口令 for a user. An account without any is switched off instead: Django's switch for that is left out."""

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        """Two fields, both asked for."""
        super().__init__(user, *args, **kwargs)
        self.fields.pop("usable_password", None)
        for field in self.fields.values():
            field.required = True


@admin.register(User)
class UserAdmin(Scoped, AnyUserAdmin):
    """用户. Accounts are switched off, never deleted: what they did must keep its author."""

    list_display = ("username", "full_name", "phone", "is_active", "last_login")
    list_filter = ("is_active", "memberships__role", ("memberships__department", RelatedOnlyFieldListFilter))
    search_fields = ("username", "full_name", "phone")
    ordering = ("username",)
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    inlines = (MembershipInline,)
    add_form_template = (
        "admin/change_form.html"  # Django's own tells in English that there is more to fill in afterwards
    )
    change_password_form = PasswordForm
    own = (
        (None, {"fields": ("username", "password")}),
        ("个人", {"fields": ("full_name", "phone")}),
        ("状态", {"fields": ("is_active", "last_login", "date_joined")}),
    )
    chiefs = (("系统", {"fields": ("is_superuser",)}),)
    add_fieldsets = ((None, {"fields": ("username", "full_name", "phone", "password1", "password2")}),)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Only a superuser may make another."""
        if obj is None:
            return self.add_fieldsets
        return (*self.own, *self.chiefs) if is_chief(request) else self.own

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: see the class."""
        return False

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002 - Django's name
        """Set a new password, in one transaction with its audit."""
        with transaction.atomic():
            return super().user_change_password(request, id, form_url)
