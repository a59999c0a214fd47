"""填报通知与延期的管理: which form is asked for until when, each 管理员 within their own locality."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter

from accounts.admin.bases import AnyInline
from accounts.admin.scope import PATHS, Reach, Scoped
from blueprints.catalogue import catalogue
from filings.in_force import form_in_force, forms_in_force
from filings.models import Extension, Notice
from projects.models import Locality

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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the forms by area, the national ones first; what a form's file no longer holds stays as it was."""
        super().__init__(*args, **kwargs)
        if "form" in self.fields:
            mine = getattr(self.fields.get("locality"), "queryset", Locality.objects.none())
            codes = set(mine.values_list("code", flat=True))
            self.fields["form"].widget = forms.Select(choices=form_choices(codes, self.instance.form))

    def clean(self) -> dict[str, Any] | None:
        """Say what does not fit."""
        data = super().clean() or self.cleaned_data
        locality, form, year = (data.get(name) for name in ("locality", "form", "year"))
        if not form:
            return data
        # Another locality's uploads are nobody's business here; the files of the house are known to all.
        own = locality is not None and form.startswith(f"{locality.code}/")
        blueprint = form_in_force(form) if own else catalogue().get(form)
        if blueprint is None:
            known = "、".join(b.id for b in catalogue().all()) or "（没有任何表样）"
            self.add_error("form", f"没有表样“{form}”。可用的表样：{known}。")
        elif year and blueprint.year != year:
            self.add_error("year", f"表样“{blueprint.name}”是 {blueprint.year} 年度的，请改为同一年度。")
        elif locality and not blueprint.serves(locality.code):
            told = f"表样“{blueprint.name}”属于区划 {blueprint.area}，不是{locality}（{locality.code}）的表样"
            self.add_error("form", f"{told}。请选本地区的表样，没有的可选全国通用表样。")
        return data


def form_choices(codes: Collection[str], now: str = "") -> list[tuple[str, Any]]:
    """Forms that a notice of these localities may ask for, grouped by area; `now` is kept among them."""
    known = {form: found for form, found in forms_in_force().items() if found.is_national or found.area in codes}
    names = dict(Locality.objects.values_list("code", "name"))
    groups: dict[str, list[tuple[str, str]]] = {}
    for form in sorted(known):
        area = (
            "全国通用（本地区没有自己的表样时选用）"
            if known[form].is_national
            else names.get(known[form].area, known[form].area)
        )
        groups.setdefault(area, []).append((form, f"{known[form].year} {known[form].name}（{form}）"))
    kept = [(now, now)] if now and now not in known else []
    return [("", "请选择"), *kept, *groups.items()]


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
