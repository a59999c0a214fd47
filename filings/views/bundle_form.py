"""资料包范围的表单."""

from __future__ import annotations

from typing import Any

from django import forms

from filings.in_force import forms_in_force
from filings.models import Notice
from projects.models import Department, Locality


class BundleForm(forms.Form):
    """资料包范围: 年度, 单位, 表样; nothing ticked means all."""

    year = forms.TypedChoiceField(label="年度", coerce=int)
    departments = forms.TypedMultipleChoiceField(
        label="单位", coerce=int, required=False, widget=forms.CheckboxSelectMultiple, help_text="不选即全部单位"
    )
    papers = forms.MultipleChoiceField(
        label="表样", required=False, widget=forms.CheckboxSelectMultiple, help_text="不选即全部表样"
    )

    def __init__(self, locality: Locality, *args: Any, **kwargs: Any) -> None:
        """Offer what the locality has."""
        super().__init__(*args, **kwargs)
        notices = list(Notice.objects.filter(locality=locality))
        units = Department.objects.filter(locality=locality).exclude(kind=Department.Kind.FINANCE)
        names = {form: blueprint.name for form, blueprint in forms_in_force().items()}
        years = sorted({notice.year for notice in notices}, reverse=True)
        self.offer("year", [(year, f"{year} 年度") for year in years])
        self.offer("departments", [(unit.pk, unit.name) for unit in units])
        self.offer("papers", [(n.form, f"{n.year} {names.get(n.form, n.form)}") for n in notices])

    def offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        """Choices of one field."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - as declared above
        field.choices = choices
