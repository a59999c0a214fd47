"""填报通知的表单: forms, projects and units of one's own locality, and no choice that says nothing."""

from datetime import date

import pytest

from filings.models import Notice
from filings.notice_form import NoticeForm, form_choices
from tests.factories import DepartmentFactory, LocalityFactory, ProjectFactory
from tests.filings.samples import FORM, OTHER, SMALL


@pytest.fixture(autouse=True)
def forms(settings, tmp_path):
    folder = tmp_path / "forms" / "990777" / "2024"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    whole = SMALL.replace(FORM, OTHER).replace("subject: project", "subject: department")
    (folder / "other.yaml").write_text(whole.replace("project.name", "department.name"), encoding="utf-8")
    settings.BLUEPRINT_DIRS = [tmp_path / "forms"]


def notice_errors(town, **change):
    data = {"locality": town.locality.pk, "form": FORM, "year": 2024, "due_on": "2025-03-31", "reach": "all", **change}
    return NoticeForm(data).errors


def test_a_notice_of_a_form_of_ones_own(town):
    assert notice_errors(town) == {}
    assert "没有表样“x”。可用的表样：990777/2024/other、990777/2024/small" in str(notice_errors(town, form="x"))
    assert "2024 年度" in str(notice_errors(town, year=2023))
    assert "不是云山" in str(notice_errors(town, locality=LocalityFactory().pk))
    assert "form" in notice_errors(town, form="")


def test_the_year_is_the_forms_when_nobody_says_it(town):
    data = {"locality": town.locality.pk, "form": FORM, "year": "", "due_on": "2025-03-31", "reach": "all"}
    form = NoticeForm(data)
    assert form.is_valid(), form.errors
    assert form.save().year == 2024


def test_the_only_locality_is_chosen_already(town):
    assert NoticeForm().initial["locality"] == town.locality
    LocalityFactory()
    assert "locality" not in NoticeForm().initial


def test_a_national_form_serves_every_locality(town, settings):
    place = settings.BLUEPRINT_DIRS[0] / "000000" / "2024"
    place.mkdir(parents=True)
    (place / "small.yaml").write_text(SMALL.replace(FORM, "000000/2024/small"), encoding="utf-8")
    other = LocalityFactory()
    assert notice_errors(town, form="000000/2024/small", locality=other.pk) == {}
    assert "没有的可选全国通用表样" in str(notice_errors(town, locality=other.pk))
    groups = dict(form_choices({town.locality.code})[1:])
    assert list(groups) == ["全国通用（本地区没有自己的表样时选用）", "云山区"]
    assert groups["云山区"][1] == (FORM, f"2024 项目自评表（{FORM}）")


def test_a_form_that_is_gone_stays_chosen(town):
    assert ("990777/2023/gone", "990777/2023/gone") in form_choices(set(), "990777/2023/gone")
    notice = Notice.objects.create(locality=town.locality, form="990777/2023/gone", year=2023, due_on=date(2024, 3, 31))
    assert "990777/2023/gone" in str(NoticeForm(instance=notice)["form"])
    assert 'value="990777/2024/small"' in str(NoticeForm()["form"])


def test_chosen_projects_and_units_of_ones_own(town):
    mine, unit = [town.project.pk], [town.unit.pk]
    for reach in ("only", "except"):
        assert notice_errors(town, reach=reach, projects=mine) == {}
        assert notice_errors(town, reach=reach, projects=mine, departments=unit) == {}
        assert notice_errors(town, reach=reach, form=OTHER, departments=unit) == {}
    assert "不能选项目" in str(notice_errors(town, reach="only", form=OTHER, projects=mine))


def test_a_choice_that_says_nothing_is_refused(town):
    assert "还没有选" in str(notice_errors(town, reach="only"))
    assert "还没有选" in str(notice_errors(town, reach="except"))
    assert "请同时选" in str(notice_errors(town, departments=[town.unit.pk]))
    assert "reach" in notice_errors(town, reach="")


def test_strangers_are_refused_by_name(town):
    stranger, foreign = ProjectFactory(name="外县的项目"), DepartmentFactory(name="外县的单位")
    told = str(notice_errors(town, reach="only", projects=[town.project.pk, stranger.pk], departments=[foreign.pk]))
    assert "外县的项目不属于云山区" in told
    assert "外县的单位不属于云山区" in told
    assert town.project.name not in told


def test_a_notice_that_stands_offers_its_own_locality_only(town):
    ProjectFactory(name="外县的项目")
    notice = Notice.objects.create(locality=town.locality, form=FORM, year=2024, due_on=date(2025, 3, 31))
    shown = str(NoticeForm(instance=notice)["projects"])
    assert f"{town.unit}　{town.project}" in shown
    assert "外县的项目" not in shown
    assert "外县的项目" in str(NoticeForm()["projects"])  # a superuser choosing the locality on the same page
