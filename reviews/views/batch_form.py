"""批次的选择: which batch, which unit of it, which severity; plain GET parameters, so that a view can be bookmarked and sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from crosschecks.finding import SEVERITY_LABELS
from filings.models import Filing
from reviews.batches import Batch


class BatchForm(forms.Form):
    """批次、单位."""

    batch = forms.ChoiceField(label="批次", required=False)
    unit = forms.ChoiceField(label="单位", required=False)

    def __init__(
        self, data: Mapping[str, Any] | None, found: Sequence[Batch], now: Batch | None, filings: Sequence[Filing]
    ) -> None:
        """Choices are what the viewer may see; `now` is the batch shown."""
        several = len({batch.locality for batch in found}) > 1
        super().__init__(data)
        self.fields["batch"].choices = [  # type: ignore[attr-defined]
            (batch.key, f"{batch.place} {batch.label}" if several else batch.label) for batch in found
        ]
        units = {str(f.subject.department_id): f.subject.department.name for f in filings}
        self.fields["unit"].choices = [("", "全部单位"), *units.items()]  # type: ignore[attr-defined]
        self.initial["batch"] = now.key if now else ""

    def of_unit(self, filings: Sequence[Filing]) -> list[Filing]:
        """The filings of the chosen unit; all when none is chosen or the address names a strange one."""
        unit = self.data.get("unit", "")
        chosen = [f for f in filings if str(f.subject.department_id) == unit]
        return chosen or list(filings)


class HeatForm(BatchForm):
    """批次、单位、级别."""

    severity = forms.ChoiceField(
        label="级别",
        required=False,
        choices=[("", "全部级别"), *((str(severity), label) for severity, label in SEVERITY_LABELS.items())],
    )

    @property
    def chosen_severity(self) -> str:
        """The severity asked for, '' for all and for words that are none."""
        word = self.data.get("severity", "")
        return word if word in set(map(str, SEVERITY_LABELS)) else ""
