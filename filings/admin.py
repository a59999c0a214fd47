"""填报通知与延期的管理: which form is asked for until when, each 管理员 within their own locality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter

from accounts.admin.bases import AnyInline
from accounts.admin.scope import PATHS, Reach, Scoped
from blueprints.catalogue import catalogue
from filings.models import Extension, Notice

PATHS[Notice] = "locality"
PATHS[Extension] = "notice__locality"

if TYPE_CHECKING:
    NoticeModelForm = forms.ModelForm[Notice]
    ExtensionModelForm = forms.ModelForm[Extension]
else:
    NoticeModelForm = ExtensionModelForm = forms.ModelForm


class NoticeForm(NoticeModelForm):
    """填报通知 of a form that exists, in its own locality and year."""

    class Meta:
        model = Notice
        fields = ("locality", "form", "year", "due_on")

    def clean(self) -> dict[str, Any] | None:
        """Say what does not fit."""
        data = super().clean() or self.cleaned_data
        locality, form, year = (data.get(name) for name in ("locality", "form", "year"))
        if not form:
            return data
        blueprint = catalogue().get(form)
        if blueprint is None:
            known = "、".join(b.id for b in catalogue().all()) or "（没有任何表样）"
            self.add_error("form", f"没有表样“{form}”。可用的表样：{known}。")
        elif year and blueprint.year != year:
            self.add_error("year", f"表样“{blueprint.name}”是 {blueprint.year} 年度的，请改为同一年度。")
        elif locality and blueprint.area != locality.code:
            self.add_error(
                "form", f"表样“{blueprint.name}”属于区划 {blueprint.area}，不是{locality}（{locality.code}）的表样。"
            )
        return data


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
    inlines = (ExtensionInline,)
    list_display = ("form", "locality", "year", "due_on")
    list_filter = ("year", ("locality", RelatedOnlyFieldListFilter))
    list_select_related = ("locality",)
    search_fields = ("form",)


@admin.register(Extension)
class ExtensionAdmin(Scoped):
    """延期."""

    form = ExtensionForm
    list_display = ("notice", "department", "due_on", "reason")
    list_filter = (("notice", RelatedOnlyFieldListFilter),)
    list_select_related = ("notice__locality", "department")
    search_fields = ("department__name", "department__code", "reason")
