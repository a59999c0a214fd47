"""填报通知的表单: a form that exists, in its own locality and year, asked of projects and units of that locality."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django import forms

from blueprints.catalogue import catalogue
from blueprints.schema import Blueprint
from filings.in_force import form_in_force, forms_in_force
from filings.models import Notice
from projects.models import Department, Locality, Project

if TYPE_CHECKING:
    NoticeModelForm = forms.ModelForm[Notice]
else:
    NoticeModelForm = forms.ModelForm

HELP = {
    "year": "不填时按表样的年度。",
    "reach": "选“全部”时，不用选下面的项目和单位。“除所选以外”适合大多数项目填这张表、少数填另一张的情形；以后新增的项目也在范围内。",
    "projects": "用于项目的表。点方框后输入单位、编码或名称查找，可以选多个。",
    "departments": "用于部门（单位）整体的表；用于项目的表时，选一个单位就是选它的全部项目。",
}


class NoticeForm(NoticeModelForm):
    """填报通知."""

    class Meta:
        model = Notice
        fields = ("locality", "form", "year", "due_on", "reach", "projects", "departments")
        help_texts = HELP

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the forms by area, the national ones first; what a form's file no longer holds stays as it was."""
        super().__init__(*args, **kwargs)
        if "form" in self.fields:
            mine = getattr(self.fields.get("locality"), "queryset", Locality.objects.none())
            codes = set(mine.values_list("code", flat=True))
            if not self.instance.pk and len(codes) == 1:
                self.initial.setdefault("locality", mine.first())
            self.fields["year"].required = False  # the form says its year
            self.fields["form"].widget = forms.Select(choices=form_choices(codes, self.instance.form))
        if "projects" in self.fields:
            self._offer("projects", "department__locality", "department")
            self._offer("departments", "locality", "locality")

    def _offer(self, name: str, path: str, beside: str) -> None:
        """Name what is offered with its unit; a notice that stands offers its own locality's only."""
        field = self.fields[name]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - as the model declares
        assert field.queryset is not None  # noqa: S101 - same
        rows = field.queryset.select_related(beside)
        field.queryset = rows.filter(**{path: self.instance.locality_id}) if self.instance.pk else rows
        field.label_from_instance = told  # type: ignore[method-assign, assignment] # the way Django names for it

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
            return data
        if not year:
            data["year"] = blueprint.year
        elif blueprint.year != year:
            self.add_error("year", f"表样“{blueprint.name}”是 {blueprint.year} 年度的，请改为同一年度。")
        elif locality and not blueprint.serves(locality.code):
            told = f"表样“{blueprint.name}”属于区划 {blueprint.area}，不是{locality}（{locality.code}）的表样"
            self.add_error("form", f"{told}。请选本地区的表样，没有的可选全国通用表样。")
        if locality:
            self._check_chosen(data, locality, blueprint)
        return data

    def _check_chosen(self, data: dict[str, Any], locality: Locality, blueprint: Blueprint) -> None:
        """Refuse strangers, a choice that says nothing, and projects for a form of whole units."""
        projects, units = list(data.get("projects") or ()), list(data.get("departments") or ())
        for name, rows in (
            ("projects", [p for p in projects if p.department.locality_id != locality.pk]),
            ("departments", [u for u in units if u.locality_id != locality.pk]),
        ):
            if rows:
                self.add_error(name, f"{'、'.join(map(str, rows))}不属于{locality}，请去掉。")
        if projects and blueprint.subject == "department":
            self.add_error("projects", f"“{blueprint.name}”用于部门（单位）整体，不能选项目。请改选单位。")
        chosen = bool(projects or units)
        if chosen and data.get("reach") == Notice.Reach.ALL:
            self.add_error("reach", "选了项目或单位，请同时选“只限所选”或“除所选以外”；要求全部填报的，请去掉所选。")
        if not chosen and data.get("reach") in {Notice.Reach.ONLY, Notice.Reach.EXCEPT}:
            self.add_error("reach", "还没有选项目或单位。请在下面选择，或改为“全部”。")


def told(row: Project | Department) -> str:
    """A project with its unit, a unit with its code."""
    return f"{row.department}　{row}" if isinstance(row, Project) else f"{row.code}　{row}"


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
