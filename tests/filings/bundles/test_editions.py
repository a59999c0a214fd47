"""资料包与版本: approved filings of a form that prints the review go in as their final edition, the others as submitted."""

from __future__ import annotations

import zipfile

import openpyxl
import pytest
from django.utils import timezone

from filings.bundles import run
from filings.bundles.archive import bundle_file
from filings.bundles.plan import plan_bundle
from filings.models import Edition, StoredDocument
from reviews.actions.decide import approve
from tests.factories import SubjectFactory
from tests.filings.samples import NOW, REVIEWED

pytestmark = pytest.mark.both


@pytest.fixture
def filings(town, plain_files):
    """One submitted, one approved."""
    town.text = REVIEWED
    first = town.submitted()
    second = town.reviewing(subject=SubjectFactory(project__department=town.unit, project__name="乙项目"))
    approve(filing=second, by=town.reviewer, now=NOW)
    return first, second


def planned(town):
    return plan_bundle(locality=town.locality, year=2024, departments=(), forms=(), by=town.admin, now=NOW)


def packed(bundle):
    assert run.run_bundle(bundle.pk, clock=timezone.now) == "done"
    bundle.refresh_from_db()
    return zipfile.ZipFile(bundle_file(bundle))


def test_final_where_approved_and_submitted_elsewhere(filings, town, tmp_path):
    with packed(planned(town)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".docx", ".pdf"))]
        archive.extract("汇总表.xlsx", tmp_path)
        bodies = {name: archive.read(name) for name in names}
    assert {("乙项目" in name, "审定稿" in name) for name in names} == {(True, True), (False, False)}
    assert len(names) == 4
    stored = StoredDocument.objects.filter(edition=Edition.FINAL, format="docx").get()
    assert {len(body) for name, body in bodies.items() if name.endswith("审定稿.docx")} == {stored.size}
    rows = list(openpyxl.load_workbook(tmp_path / "汇总表.xlsx").active.iter_rows(values_only=True))
    told = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert [(row["状态"], row["文件版本"]) for row in told] == [("已通过", "审定稿"), ("已报送待审核", "报送稿")]


def test_an_approval_between_drawing_and_packing_changes_nothing(filings, town, monkeypatch):
    """The item was settled as submitted; a file of the other edition, drawn meanwhile, stays out."""
    bundle, real = planned(town), run.build

    def build(bundle, lease):
        from filings.actions.move import start_review
        from filings.documents import render_all

        start_review(filing=filings[0], by=town.reviewer, now=NOW)
        approve(filing=filings[0], by=town.reviewer, now=NOW)
        render_all(filings[0].snapshots.get(), now=NOW)
        return real(bundle, lease)

    monkeypatch.setattr(run, "build", build)
    with packed(bundle) as archive:
        names = [name for name in archive.namelist() if name.endswith(".pdf")]
    assert sorted("审定稿" in name for name in names) == [False, True]
    assert StoredDocument.objects.filter(edition=Edition.FINAL).count() == 6
