"""对象工厂: one factory per master and fact model, shared by all tests.

Defaults are a small invented town: every department stands in one locality unless told otherwise, every subject is the year
of a project of an implementing unit below a supervising department.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from accounts.models import Membership, Role, User
from factbook.models import FactChange, ParkedSave
from indicators.models import Indicator, Result, SelfScoreEntry
from projects.models import Department, FundFlow, ListItem, Locality, Project, Statement, Subject
from values.money import MoneyUnit, parse_money

NOW = datetime(2025, 3, 5, 9, 30, tzinfo=UTC)
PASSWORD = "Xq7-云山-ceshi"


def uid_of(number: int) -> str:
    """A row's uid: a letter and seven digits, as the editor's page makes them."""
    return f"r{number:07d}"


class LocalityFactory(DjangoModelFactory):
    """行政区划: 云山区, 云山区2 …."""

    class Meta:
        model = Locality

    code = factory.Sequence(lambda n: f"{990100 + n}")
    name = factory.Sequence(lambda n: f"云山{n}区")


class FinanceFactory(DjangoModelFactory):
    """财政局 of a new locality; give locality= to stay in one."""

    class Meta:
        model = Department

    locality = factory.SubFactory(LocalityFactory)
    code = factory.Sequence(lambda n: f"C{n:05d}")
    name = factory.LazyAttribute(lambda o: f"{o.locality.name}财政局")
    kind = Department.Kind.FINANCE


class SupervisorFactory(DjangoModelFactory):
    """主管部门."""

    class Meta:
        model = Department

    locality = factory.SubFactory(LocalityFactory)
    code = factory.Sequence(lambda n: f"Z{n:05d}")
    name = factory.Sequence(lambda n: f"云山区第{n}主管局")
    kind = Department.Kind.SUPERVISOR


class DepartmentFactory(DjangoModelFactory):
    """实施单位 below a supervising department of the same locality."""

    class Meta:
        model = Department

    locality = factory.SubFactory(LocalityFactory)
    parent = factory.SubFactory(SupervisorFactory, locality=factory.SelfAttribute("..locality"))
    code = factory.Sequence(lambda n: f"{n:06d}")
    name = factory.Sequence(lambda n: f"云山区第{n}服务中心")
    kind = Department.Kind.UNIT


class ProjectFactory(DjangoModelFactory):
    """项目 of a unit, 2024."""

    class Meta:
        model = Project

    department = factory.SubFactory(DepartmentFactory)
    code = factory.Sequence(lambda n: f"9901{n:08d}")
    name = factory.Sequence(lambda n: f"惠民服务项目{n}")
    attribute = "经常性项目"
    starts = date(2024, 1, 1)
    ends = date(2024, 12, 31)


class SubjectFactory(DjangoModelFactory):
    """评价对象: a project's year 2024; project=None and department= for a whole department's year."""

    class Meta:
        model = Subject

    project = factory.SubFactory(ProjectFactory)
    department = factory.LazyAttribute(lambda o: o.project.department if o.project else DepartmentFactory())
    year = 2024


class FundFlowFactory(DjangoModelFactory):
    """资金 of a node; `yuan` follows from raw= and unit=."""

    class Meta:
        model = FundFlow

    subject = factory.SubFactory(SubjectFactory)
    stage = "spent"
    source = "fiscal"
    raw = "2536.08"
    unit = "万元"
    yuan = factory.LazyAttribute(lambda o: parse_money(o.raw, MoneyUnit(o.unit)).yuan)


class StatementFactory(DjangoModelFactory):
    """文字 under text.goal."""

    class Meta:
        model = Statement

    subject = factory.SubFactory(SubjectFactory)
    path = "text.goal"
    text = "全年办理业务不少于一万件，按时办结。"


class ListItemFactory(DjangoModelFactory):
    """明细行 of table `people`."""

    class Meta:
        model = ListItem

    subject = factory.SubFactory(SubjectFactory)
    table = "people"
    uid = factory.Sequence(uid_of)
    position = factory.Sequence(lambda n: n)
    cells = factory.LazyFunction(lambda: {"name": "评价人甲", "duty": "组长"})


class IndicatorFactory(DjangoModelFactory):
    """三级指标, without result; make one by ResultFactory(indicator=…)."""

    class Meta:
        model = Indicator

    subject = factory.SubFactory(SubjectFactory)
    uid = factory.Sequence(uid_of)
    position = factory.Sequence(lambda n: n)
    level1 = "产出指标"
    level2 = "数量指标"
    name = factory.Sequence(lambda n: f"办理业务件数{n}")
    relation = "≥"
    target = "10000"
    unit = "件"
    weight = "10"
    level1_key = "output"
    relation_key = "ge"
    target_value = 10000
    weight_value = 10


class ResultFactory(DjangoModelFactory):
    """完成结果."""

    class Meta:
        model = Result

    indicator = factory.SubFactory(IndicatorFactory)
    actual = "10236"
    progress = "100%"
    actual_value = 10236


class SelfScoreEntryFactory(DjangoModelFactory):
    """自评得分 of a leaf."""

    class Meta:
        model = SelfScoreEntry

    subject = factory.SubFactory(SubjectFactory)
    form = "510904/2024/project-table"
    key = "execution"
    raw = "10"
    points = 10


class UserFactory(DjangoModelFactory):
    """用户 with password PASSWORD."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    full_name = factory.Sequence(lambda n: f"测试员{n}")
    password = factory.django.Password(PASSWORD)


class MembershipFactory(DjangoModelFactory):
    """任职: a filler of a new unit unless told otherwise."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    department = factory.SubFactory(DepartmentFactory)
    role = Role.FILLER


class FactChangeFactory(DjangoModelFactory):
    """事实变更."""

    class Meta:
        model = FactChange

    subject = factory.SubFactory(SubjectFactory)
    version = 1
    path = "text.goal"
    new = "新的文字"
    form = "510904/2024/project-table"
    section = "goal"
    by = factory.SubFactory(UserFactory)
    at = NOW


class ParkedSaveFactory(DjangoModelFactory):
    """被拒的保存."""

    class Meta:
        model = ParkedSave

    subject = factory.SubFactory(SubjectFactory)
    form = "510904/2024/project-table"
    section = "goal"
    by = factory.SubFactory(UserFactory)
    at = NOW
    posted = factory.LazyFunction(lambda: {"text.goal": "没有存上的文字"})


def member(department: Department, role: Role, **user: object) -> User:
    """A new user holding `role` at `department`."""
    person = UserFactory(**user)
    Membership.objects.create(user=person, department=department, role=role)
    return person
