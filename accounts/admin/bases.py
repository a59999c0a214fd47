"""基类: Django's admin classes with their type parameters, which exist for the checker only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm

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
