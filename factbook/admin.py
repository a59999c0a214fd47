"""事实的查看: indicators, results and the change log; read-only, within the 管理员's locality."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.scope import PATHS, ReadOnly, shortened
from blueprints.catalogue import catalogue
from factbook.models import FactChange, ParkedSave
from indicators.models import Indicator

PATHS |= dict.fromkeys((Indicator, FactChange, ParkedSave), "subject__department__locality")
ORIGINS = {"web": "网页填写", "paste": "粘贴", "import": "批量导入"}
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

    list_display = ("subject", "version", "path", "before", "after", "by", "at", "way")
    list_filter = ("subject__year",)
    list_select_related = (*SUBJECT, "by")
    search_fields = ("path", "subject__project__name", "subject__department__name", "by__username", "by__full_name")
    date_hierarchy = "at"
    exclude = ("origin", "section")
    readonly_fields = ("where", "way")

    @admin.display(description="分节")
    def where(self, change: FactChange) -> str:
        """Title of the section."""
        return section_title(change.form, change.section)

    @admin.display(description="原来")
    def before(self, change: FactChange) -> str:
        """Its beginning: a list of whole texts is not read."""
        return shortened(change.old)

    @admin.display(description="改为")
    def after(self, change: FactChange) -> str:
        """The same."""
        return shortened(change.new)

    @admin.display(description="来源", ordering="origin")
    def way(self, change: FactChange) -> str:
        """How it came in: in words, or the name of the file it came from."""
        return ORIGINS.get(change.origin, change.origin)


@admin.register(ParkedSave)
class ParkedSaveAdmin(ReadOnly):
    """被拒的保存."""

    list_display = ("subject", "form", "where", "by", "at")
    list_select_related = (*SUBJECT, "by")
    search_fields = ("subject__project__name", "subject__department__name", "by__username", "by__full_name")
    exclude = ("section",)
    readonly_fields = ("where",)

    @admin.display(description="分节")
    def where(self, parked: ParkedSave) -> str:
        """Title of the section."""
        return section_title(parked.form, parked.section)


def section_title(form: str, key: str) -> str:
    """分节 as the form calls it; its key where the form is gone."""
    blueprint = catalogue().get(form)
    titles = {section.key: section.title for section in blueprint.sections} if blueprint else {}
    return titles.get(key, key)
