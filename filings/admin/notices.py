"""填报通知与延期的管理: which form is asked of whom until when, each 管理员 within their own locality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter

from accounts.admin.bases import AnyInline
from accounts.admin.scope import PATHS, Reach, Scoped
from blueprints.catalogue import catalogue
from filings.models import Extension, Notice
from filings.notice_form import NoticeForm

PATHS[Notice] = "locality"
PATHS[Extension] = "notice__locality"

if TYPE_CHECKING:
    ExtensionModelForm = forms.ModelForm[Extension]
else:
    ExtensionModelForm = forms.ModelForm


class ExtensionForm(ExtensionModelForm):
    """延期 of a unit of the notice's own locality, to a later day."""

    class Meta:
        model = Extension
        fields = ("notice", "department", "due_on", "reason")

    def clean(self) -> dict[str, Any] | None:
        """Say what does not fit."""
        data = super().clean() or self.cleaned_data
        notice, department, due_on = (data.get(name) for name in ("notice", "department", "due_on"))
        if notice and department and department.locality_id != notice.locality_id:
            self.add_error("department", f"{department}不在{notice.locality}，不能按这份通知延期。请重新选择单位。")
        if notice and due_on and due_on <= notice.due_on:
            self.add_error("due_on", f"延期应晚于通知的截止日期 {notice.due_on:%Y年%m月%d日}，请更正。")
        return data


class ExtensionInline(Reach, AnyInline):
    """延期, beside their notice."""

    model = Extension
    form = ExtensionForm
    extra = 0


@admin.register(Notice)
class NoticeAdmin(Scoped):
    """填报通知."""

    form = NoticeForm

    class Media:
        css = {"all": ("app/admin.css",)}

    fieldsets = (
        (None, {"fields": ("locality", "form", "year", "due_on")}),
        ("要求谁填报", {"fields": ("reach", "projects", "departments")}),
    )
    autocomplete_fields = ("projects", "departments")
    inlines = (ExtensionInline,)
    list_display = ("paper", "form", "locality", "year", "due_on", "reach")
    list_filter = ("year", ("locality", RelatedOnlyFieldListFilter))
    list_select_related = ("locality",)
    search_fields = ("form",)

    @admin.display(description="表")
    def paper(self, notice: Notice) -> str:
        """Name of the form, as the files have it: no query per row."""
        blueprint = catalogue().get(notice.form)
        return blueprint.name if blueprint else "—"


@admin.register(Extension)
class ExtensionAdmin(Scoped):
    """延期."""

    form = ExtensionForm
    list_display = ("notice", "department", "due_on", "reason")
    list_filter = (("notice", RelatedOnlyFieldListFilter),)
    list_select_related = ("notice__locality", "department")
    search_fields = ("department__name", "department__code", "reason")
