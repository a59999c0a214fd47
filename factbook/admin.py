"""事实的查看: indicators, results and the change log; read-only, within the 管理员's locality."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.scope import PATHS, ReadOnly
from factbook.models import FactChange, ParkedSave
from indicators.models import Indicator

PATHS |= dict.fromkeys((Indicator, FactChange, ParkedSave), "subject__department__locality")
SUBJECT = ("subject__department", "subject__project")


@admin.register(Indicator)
class IndicatorAdmin(ReadOnly):
    """三级指标."""

    list_display = ("subject", "level1", "level2", "name", "relation", "target", "unit", "weight")
    list_filter = ("subject__year", "level1_key")
    list_select_related = SUBJECT
    search_fields = ("name", "subject__project__name", "subject__department__name")


@admin.register(FactChange)
class FactChangeAdmin(ReadOnly):
    """事实变更."""

    list_display = ("subject", "version", "path", "old", "new", "by", "at", "origin")
    list_filter = ("subject__year", "origin")
    list_select_related = (*SUBJECT, "by")
    search_fields = ("path", "subject__project__name", "subject__department__name", "by__username", "by__full_name")
    date_hierarchy = "at"


@admin.register(ParkedSave)
class ParkedSaveAdmin(ReadOnly):
    """被拒的保存."""

    list_display = ("subject", "form", "section", "by", "at")
    list_select_related = (*SUBJECT, "by")
    search_fields = ("subject__project__name", "subject__department__name", "by__username", "by__full_name")
