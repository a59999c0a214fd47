"""主数据与评价对象: what the models and the database refuse."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from projects.models import Department, FundFlow, Subject
from tests.factories import (
    DepartmentFactory,
    FundFlowFactory,
    ListItemFactory,
    LocalityFactory,
    ProjectFactory,
    StatementFactory,
    SubjectFactory,
    SupervisorFactory,
)

pytestmark = [pytest.mark.both, pytest.mark.django_db]


def refused(action):
    with pytest.raises(IntegrityError), transaction.atomic():
        action()
    return True


def test_codes_are_unique_where_they_must_be():
    unit = DepartmentFactory(code="077001")
    project = ProjectFactory(department=unit, code="P1")
    assert refused(lambda: LocalityFactory(code=unit.locality.code))
    assert refused(lambda: DepartmentFactory(code="077001", locality=unit.locality, parent=None))
    assert refused(lambda: ProjectFactory(department=unit, code="P1"))
    assert DepartmentFactory(code="077001").pk
    assert ProjectFactory(code=project.code).pk


def test_one_subject_per_project_and_year_and_per_department_and_year():
    of_project = SubjectFactory()
    of_department = SubjectFactory(project=None, department=of_project.department)
    assert refused(lambda: SubjectFactory(project=of_project.project))
    assert refused(lambda: SubjectFactory(project=None, department=of_department.department))
    assert SubjectFactory(project=of_project.project, year=2025).pk


def test_one_row_per_address_of_a_fact():
    subject = SubjectFactory()
    for make in (FundFlowFactory, StatementFactory):
        make(subject=subject)
        assert refused(lambda make=make: make(subject=subject))
    row = ListItemFactory(subject=subject)
    assert refused(lambda: ListItemFactory(subject=subject, uid=row.uid))
    assert ListItemFactory(subject=subject, uid=row.uid, table="spending").pk


def test_the_period_of_a_project_is_in_order():
    assert refused(lambda: ProjectFactory(starts=date(2024, 2, 1), ends=date(2024, 1, 31)))
    with pytest.raises(ValidationError, match="早于"):
        ProjectFactory.build(department=DepartmentFactory(), starts=date(2024, 2, 1), ends=date(2024, 1, 31)).clean()
    assert ProjectFactory(starts=None, ends=date(2024, 1, 31)).pk


def test_a_department_stands_in_its_parents_locality_and_in_no_circle():
    bureau = SupervisorFactory()
    unit = DepartmentFactory(parent=bureau, locality=bureau.locality)
    unit.clean()
    bureau.parent = unit
    with pytest.raises(ValidationError, match="本单位或其下级"):
        bureau.clean()
    unit.parent = SupervisorFactory()
    with pytest.raises(ValidationError, match="同属一个行政区划"):
        unit.clean()


def test_a_stored_circle_above_does_not_hang():
    bureau = SupervisorFactory()
    unit = DepartmentFactory(parent=bureau, locality=bureau.locality)
    Department.objects.filter(pk=bureau.pk).update(parent=unit)
    fresh = DepartmentFactory(parent=Department.objects.get(pk=unit.pk), locality=bureau.locality)
    with pytest.raises(ValidationError):
        fresh.clean()


def test_a_project_stands_in_its_parents_locality_and_in_no_circle():
    top = ProjectFactory()
    sub = ProjectFactory(department=top.department, parent=top)
    sub.clean()
    top.parent = sub
    with pytest.raises(ValidationError, match="本项目或其下级"):
        top.clean()
    sub.parent = ProjectFactory()
    with pytest.raises(ValidationError, match="同一行政区划"):
        sub.clean()


def test_masters_in_use_cannot_be_deleted():
    subject = SubjectFactory()
    for row in (subject.project, subject.department, subject.department.locality):
        with pytest.raises(ProtectedError):
            row.delete()


@pytest.mark.parametrize("raw", ["9" * 5000, "约一百万元左右，待审计确认" * 50])
def test_an_amount_of_any_length_is_kept(raw):
    flow = FundFlowFactory(raw=raw, yuan=None)
    assert FundFlow.objects.get(pk=flow.pk).raw == raw


def test_names():
    subject = SubjectFactory(project__code="P1", project__name="养老补贴")
    whole = SubjectFactory(project=None, department=DepartmentFactory(name="养老中心"))
    assert str(subject) == "2024 P1-养老补贴"
    assert str(whole) == "2024 养老中心"
    assert str(ProjectFactory.build(code="", name="养老补贴")) == "养老补贴"
    assert str(FundFlowFactory()) == "执行（支出） 财政资金 2536.08"
    assert str(StatementFactory(path="text.goal", text="很" * 50)) == "text.goal：" + "很" * 20
    assert Subject.objects.count() == 4
