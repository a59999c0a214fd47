"""填报通知与延期的管理."""

from datetime import date

import pytest

from filings.admin.notices import ExtensionForm
from filings.models import Notice
from tests.factories import DepartmentFactory, LocalityFactory
from tests.filings.samples import FORM, SMALL


@pytest.fixture(autouse=True)
def forms(settings, tmp_path):
    folder = tmp_path / "forms" / "990777" / "2024"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    settings.BLUEPRINT_DIRS = [tmp_path / "forms"]


def test_an_extension_of_a_unit_of_ones_own_to_a_later_day(town):
    notice = Notice.objects.create(locality=town.locality, form=FORM, year=2024, due_on=date(2025, 3, 31))

    def errors(**change):
        data = {"notice": notice.pk, "department": town.unit.pk, "due_on": "2025-04-10", "reason": "机构合并", **change}
        return ExtensionForm(data).errors

    assert errors() == {}
    assert "不在云山区" in str(errors(department=DepartmentFactory().pk))
    assert "延期应晚于" in str(errors(due_on="2025-03-31"))
    assert "reason" in errors(reason="")


def test_an_admin_reaches_the_own_locality_only(town, rf):
    from accounts.admin.scope import reach

    other = LocalityFactory()
    for locality in (town.locality, other):
        Notice.objects.create(locality=locality, form=FORM, year=2024, due_on=date(2025, 3, 31))
    request = rf.get("/")
    request.user = town.admin
    assert [notice.locality for notice in reach(request, Notice.objects.all())] == [town.locality]
