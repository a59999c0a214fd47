"""模型: how they name themselves, and what the database refuses."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from filings.models import (
    FROZEN_STATES,
    OPEN_STATES,
    BlueprintVersion,
    Bundle,
    BundleItem,
    Extension,
    Filing,
    Notice,
    SignOff,
    Snapshot,
    State,
    StoredDocument,
    Waiver,
)
from tests.filings.samples import FORM, NOW


def test_names(town):
    filing = town.submitted()
    snapshot = Snapshot.objects.get()
    notice = Notice(locality=town.locality, form=FORM, year=2024, due_on=date(2025, 3, 31))
    bundle = Bundle.objects.create(locality=town.locality, year=2024, choice={}, by=town.admin, at=NOW)
    told = [
        str(row)
        for row in (
            notice,
            Extension(notice=notice, department=town.unit, due_on=date(2025, 4, 10)),
            filing,
            snapshot,
            SignOff.objects.get(),
            Waiver(rule="S01", kind="waive"),
            StoredDocument(snapshot=snapshot, format="pdf"),
            bundle,
            BundleItem(bundle=bundle, filing=filing),
        )
    ]
    assert told == [
        f"2024 年度 {FORM}，2025-03-31 截止",
        f"{town.unit} 2025-04-10",
        f"{town.subject} {FORM}",
        f"{filing.pk} 第1轮",
        f"{filing.pk} {town.head}",
        "S01 放行",
        f"{snapshot.pk} pdf",
        "云山区 2024",
        f"{bundle.pk} {filing.pk}",
    ]
    assert str(BlueprintVersion.objects.get()).startswith(f"{FORM} ")


def test_open_and_frozen_states_do_not_meet(town):
    filing = town.draft()
    assert set(OPEN_STATES).isdisjoint(FROZEN_STATES)
    assert [state for state in State if Filing(state=state).is_open] == [State.DRAFT, State.RETURNED]
    assert (filing.open_state, filing.target) == (State.DRAFT, f"filing:{filing.pk}")


@pytest.mark.both
def test_one_filing_per_subject_and_form(town):
    town.draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        town.draft()
