"""填报通知与延期的管理."""

from datetime import date

import pytest

from filings.admin import ExtensionForm, NoticeForm, form_choices
from filings.models import Notice
from tests.factories import DepartmentFactory, LocalityFactory
from tests.filings.samples import FORM, SMALL


@pytest.fixture(autouse=True)
def forms(settings, tmp_path):
    folder = tmp_path / "forms" / "990777" / "2024"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    settings.BLUEPRINT_DIRS = [tmp_path / "forms"]


def notice_errors(town, **change):
    data = {"locality": town.locality.pk, "form": FORM, "year": 2024, "due_on": "2025-03-31", **change}
    return NoticeForm(data).errors


def test_a_notice_of_a_form_of_ones_own(town):
    assert notice_errors(town) == {}
    assert "没有表样“x”。可用的表样：990777/2024/small" in str(notice_errors(town, form="x"))
    assert "2024 年度" in str(notice_errors(town, year=2023))
    assert "不是云山" in str(notice_errors(town, locality=LocalityFactory().pk))
    assert "form" in notice_errors(town, form="")


def test_a_national_form_serves_every_locality(town, settings):
    place = settings.BLUEPRINT_DIRS[0] / "000000" / "2024"
    place.mkdir(parents=True)
    (place / "small.yaml").write_text(SMALL.replace(FORM, "000000/2024/small"), encoding="utf-8")
    other = LocalityFactory()
    assert notice_errors(town, form="000000/2024/small", locality=other.pk) == {}
    assert "没有的可选全国通用表样" in str(notice_errors(town, locality=other.pk))
    groups = dict(form_choices({town.locality.code})[1:])
    assert list(groups) == ["全国通用（本地区没有自己的表样时选用）", "云山区"]
    assert groups["云山区"] == [(FORM, f"2024 项目自评表（{FORM}）")]


def test_a_form_that_is_gone_stays_chosen(town):
    assert ("990777/2023/gone", "990777/2023/gone") in form_choices(set(), "990777/2023/gone")
    notice = Notice.objects.create(locality=town.locality, form="990777/2023/gone", year=2023, due_on=date(2024, 3, 31))
    assert "990777/2023/gone" in str(NoticeForm(instance=notice)["form"])
    assert 'value="990777/2024/small"' in str(NoticeForm()["form"])


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
