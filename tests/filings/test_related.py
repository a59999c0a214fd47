"""相关填报: which projects belong, from where they are read, and what is frozen with the unit's own paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factbook.view import View
from filings.actions.confirm import confirm
from filings.actions.move import hand_over, start_review
from filings.actions.submit import submit
from filings.digests import digest_of_facts
from filings.models import Filing, Notice, Snapshot
from filings.refused import Refused
from filings.related import related_to
from filings.snapshot import blueprint_of, book_of, case_of
from reviews.actions.decide import return_
from reviews.actions.remark import remark
from tests.factories import DepartmentFactory, ProjectFactory, SubjectFactory
from tests.filings.samples import AREA, FORM, NOW, OTHER, blueprint_row, later

pytestmark = [pytest.mark.django_db, pytest.mark.both]

WHOLE = f"{AREA}/2024/whole"
TEXT = f"""
id: {WHOLE}
name: 部门报告
title: 部门报告
subject: department
source: 测试用表样
projects:
  forms: [{FORM}, {OTHER}]
  figures:
  - {{key: spent, label: 执行数, value: funds.spent.all}}
sections:
- {{key: words, title: 文字, entries: [{{ask: text.summary, label: 概况, widget: prose}}]}}
parts:
- name: 报告
  nodes:
  - {{prose: text.summary}}
  - {{sentence: "共{{projects.count}}个项目，执行{{projects.sum.spent}}万元。"}}
- {{name: 项目表, annex: projects}}
"""


class Unit:
    """The unit's own report beside the projects of the town."""

    def __init__(self, town):
        self.town = town
        self.subject = SubjectFactory(project=None, department=town.unit)
        who = {"opened_by": town.filler, "opened_at": NOW, "changed_by": town.filler, "changed_at": NOW}
        self.filing = Filing.objects.create(subject=self.subject, form=WHOLE, blueprint=blueprint_row(TEXT), **who)

    def project(self, name, **more):
        return SubjectFactory(project=ProjectFactory(department=self.town.unit, name=name, **more))

    def related(self):
        return related_to(self.subject, blueprint_of(self.filing))

    def names(self):
        return [(each.book.raw("project.name"), each.form, each.is_filed) for each in self.related().filings]

    def total(self):
        filing = Filing.objects.get(pk=self.filing.pk)
        return View(blueprint_of(filing), book_of(filing)).number("projects.sum.spent")

    def confirmed(self):
        self.town.write(self.filing, {"text.summary": "一切如期。"}, section="words")
        hand_over(filing=self.filing, by=self.town.filler, now=NOW)
        confirm(filing=self.filing, by=self.town.head, now=NOW)


@pytest.fixture
def unit(town):
    return Unit(town)


def test_projects_of_the_unit_and_year_with_one_of_the_forms(unit, town):
    town.filled()
    first = unit.project("甲项目", code="A1")
    town.draft(subject=first, form=OTHER)
    town.draft(subject=SubjectFactory(project=first.project, year=2023))
    town.draft(subject=SubjectFactory(project=ProjectFactory(department=DepartmentFactory(locality=town.locality))))
    town.draft(subject=unit.project("丙项目"), form=f"{AREA}/2024/third")
    assert unit.names() == [(town.project.name, FORM, False), ("甲项目", OTHER, False)]


def test_the_first_form_named_stands_for_a_project_with_several(unit, town):
    town.draft(form=OTHER)
    town.draft()
    assert unit.names() == [(town.project.name, FORM, False)]


def test_a_form_without_projects_has_none(town):
    filing = town.filled()
    assert related_to(filing.subject, blueprint_of(filing)) is None
    assert book_of(filing).related is None


def test_projects_asked_to_file_that_have_not_begun(unit, town):
    town.draft()
    unit.project("未报项目", code="A1")
    unit.project("往年项目", code="A2", starts=date(2020, 1, 1), ends=date(2020, 12, 31))
    unit.project("停用项目", code="A3", is_active=False)
    assert unit.related().unfiled == ()
    notice = Notice.objects.create(locality=town.locality, form=OTHER, year=2024, due_on=date(2025, 3, 31))
    assert unit.related().unfiled == ("未报项目",)
    notice.reach = Notice.Reach.EXCEPT
    notice.save()
    notice.departments.set([town.unit])
    assert unit.related().unfiled == ()


def test_a_draft_is_read_as_it_is_and_a_submitted_one_from_its_snapshot(unit, town):
    filing = town.filled()
    assert unit.total() == Decimal(950_000)
    town.write(filing, {"funds.spent.all": "96"}, section="funds")
    assert unit.total() == Decimal(960_000)
    hand_over(filing=filing, by=town.filler, now=NOW)
    confirm(filing=filing, by=town.head, now=NOW)
    submit(filing=filing, by=town.filler, now=NOW)
    assert unit.names() == [(town.project.name, FORM, True)]
    town.project.name = "改名后的项目"
    town.project.save()
    assert unit.names()[0][0] != "改名后的项目"


def test_of_several_rounds_the_present_one_counts_and_a_returned_one_is_live(unit, town):
    filing = town.reviewing()
    remark(filing=filing, key="text.goal", label="年度目标", text="请写明数量。", by=town.reviewer, now=NOW)
    return_(filing=filing, reason="请补充。", by=town.reviewer, now=NOW)
    assert unit.names() == [(town.project.name, FORM, False)]


def test_what_was_submitted_stays_as_it_was(unit, town):
    filing = town.filled()
    unit.confirmed()
    snapshot = submit(filing=unit.filing, by=town.filler, now=later(days=1))
    assert len(snapshot.payload["facts"]["related"]["filings"]) == 1
    town.write(filing, {"funds.spent.all": "50"}, section="funds")
    assert unit.total() == Decimal(950_000)
    case = case_of(Filing.objects.get(pk=unit.filing.pk))
    assert case.book.related.filings[0].book.raw("funds.spent.all") == "95"
    start_review(filing=unit.filing, by=town.reviewer, now=NOW)
    assert Snapshot.objects.filter(filing=unit.filing).count() == 1


def test_a_project_changed_after_the_head_confirmed_stops_the_report(unit, town):
    filing = town.filled()
    unit.confirmed()
    town.write(filing, {"funds.spent.all": "50"}, section="funds")
    with pytest.raises(Refused, match="所附的项目表中修改"):
        submit(filing=unit.filing, by=town.filler, now=NOW)


def test_a_project_submitted_after_the_head_confirmed_does_not(unit, town):
    filing = town.handed()
    unit.confirmed()
    before = digest_of_facts(book_of(unit.filing))
    confirm(filing=filing, by=town.head, now=NOW)
    submit(filing=filing, by=town.filler, now=NOW)
    unit.project("后来的项目")
    Notice.objects.create(locality=town.locality, form=FORM, year=2024, due_on=date(2025, 3, 31))
    assert digest_of_facts(book_of(unit.filing)) == before
    submit(filing=unit.filing, by=town.filler, now=NOW)


def test_a_few_queries_whatever_the_number(unit, town, count_queries):
    town.filled()
    Notice.objects.create(locality=town.locality, form=FORM, year=2024, due_on=date(2025, 3, 31))
    few = count_queries(unit.related)
    for number in range(4):
        town.filled(subject=unit.project(f"第{number}个项目"))
    assert count_queries(unit.related) == few <= 13
