"""事实簿的读取: identity from the masters, a constant number of queries, and the same book from its snapshot."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factbook.book import FactBook
from factbook.load import load_book, supervisor_of
from projects.models import Department
from tests.blueprints.accounts import accounts
from tests.factbook.samples import FORM, OTHER, blueprint
from tests.factories import (
    DepartmentFactory,
    FundFlowFactory,
    IndicatorFactory,
    ListItemFactory,
    LocalityFactory,
    ProjectFactory,
    ResultFactory,
    SelfScoreEntryFactory,
    StatementFactory,
    SubjectFactory,
    SupervisorFactory,
)

pytestmark = pytest.mark.django_db
QUERIES = 6


def load(subject, form=FORM):
    return load_book(subject=subject, blueprint=blueprint(form))


def test_identity_comes_from_the_masters():
    locality = LocalityFactory(name="云山区")
    bureau = SupervisorFactory(locality=locality, code="077", name="云山区民政局")
    unit = DepartmentFactory(locality=locality, parent=bureau, code="077001", name="云山区养老服务中心")
    dates = {"starts": date(2020, 1, 1), "ends": date(2020, 12, 31)}
    project = ProjectFactory(department=unit, code="9901", name="养老服务补贴", attribute="经常性项目", **dates)
    assert load(SubjectFactory(project=project, year=2020)).identity == {
        "year": "2020",
        "subject.year": "2020",
        "locality.name": "云山区",
        "department.name": "云山区养老服务中心",
        "department.code": "077001",
        "supervisor.name": "云山区民政局",
        "supervisor.code": "077",
        "project.name": "养老服务补贴",
        "project.code": "9901",
        "project.code_and_name": "9901-养老服务补贴",
        "project.attribute": "经常性项目",
        "project.period": "2020-01-01至2020-12-31",
        "project.months": "2020年1月起至2020年12月止",
        "project.starts": "2020-01-01",
        "project.ends": "2020-12-31",
    }


def test_a_departments_year_has_no_project():
    book = load(SubjectFactory(project=None))
    assert {book.raw(f"project.{word}") for word in ("name", "code", "code_and_name", "period", "starts")} == {""}


@pytest.mark.parametrize(("starts", "ends", "printed"), [(None, None, ""), (date(2024, 1, 1), None, "2024-01-01")])
def test_an_open_period_prints_what_is_known(starts, ends, printed):
    project = ProjectFactory(starts=starts, ends=ends)
    assert load(SubjectFactory(project=project)).raw("project.period") == printed


def test_supervisor_is_the_nearest_one_on_the_way_up():
    top = SupervisorFactory()
    near = SupervisorFactory(parent=top, locality=top.locality)
    middle = DepartmentFactory(parent=near, locality=top.locality)
    deep = DepartmentFactory(parent=middle, locality=top.locality)
    orphan = DepartmentFactory(parent=None)
    assert [supervisor_of(Department.objects.get(pk=d.pk)) for d in (deep, near, orphan)] == [near, near, None]


def fill(subject, count):
    for n in range(count):
        ResultFactory(indicator=IndicatorFactory(subject=subject, position=n))
        ListItemFactory(subject=subject, position=n)
        StatementFactory(subject=subject, path=f"text.t{n}")
        SelfScoreEntryFactory(subject=subject, form=FORM, key=f"k{n}")


@pytest.mark.both
@pytest.mark.parametrize("count", [0, 1, 3, 30])
def test_queries_do_not_grow_with_rows(count_queries, count):
    subject = SubjectFactory()
    FundFlowFactory(subject=subject)
    fill(subject, count)
    blue = blueprint()
    assert count_queries(lambda: load_book(subject=subject, blueprint=blue)) == QUERIES
    book = load(subject)
    assert (len(book.indicators), len(book.statements), len(book.scores)) == (count, count, count)


def test_rows_come_in_order_with_their_own_forms_scores():
    subject = SubjectFactory()
    late = IndicatorFactory(subject=subject, position=2, name="后")
    early = ResultFactory(indicator=IndicatorFactory(subject=subject, position=1, name="先"), reason="延期").indicator
    SelfScoreEntryFactory(subject=subject, form=FORM, key=early.uid, raw="9")
    SelfScoreEntryFactory(subject=subject, form=OTHER, key=early.uid, raw="8")
    SelfScoreEntryFactory(subject=subject, form=OTHER, key="total", raw="80")
    book = load(subject)
    assert [(i.name, i.score, i.reason) for i in book.indicators] == [("先", "9", "延期"), ("后", "", "")]
    assert book.scores == {}
    assert load(subject, OTHER).score("total").raw == "80"
    assert book.raw(f"indicators.{late.uid}.target") == "10000"


def test_blank_rows_are_no_facts():
    subject = SubjectFactory()
    StatementFactory(subject=subject, text="")
    FundFlowFactory(subject=subject, raw="")
    SelfScoreEntryFactory(subject=subject, form=FORM, raw="")
    book = load(subject)
    assert (book.statements, book.funds, book.scores) == ({}, {}, {})


def test_another_subjects_facts_stay_out():
    fill(SubjectFactory(), 2)
    book = load(SubjectFactory())
    assert (book.indicators, book.lists, book.statements, book.scores, book.funds) == ((), {}, {}, {}, {})


def test_book_from_its_snapshot_is_equal():
    subject = SubjectFactory()
    FundFlowFactory(subject=subject)
    fill(subject, 2)
    book = load(subject)
    again = FactBook.from_json(book.to_json())
    assert again == book
    assert again.number("funds.spent.fiscal") == Decimal(25360800)
    assert again.parameters == {"rate_floor": Decimal("0.9")}


def accounts_of(subject):
    return load_book(subject=subject, blueprint=accounts())


@pytest.mark.both
def test_the_year_before_is_the_same_units_own():
    now = SubjectFactory(project=None, year=2024)
    then = SubjectFactory(project=None, department=now.department, year=2023)
    StatementFactory(subject=then, path="figure.basic_spent", text="5.50")
    ListItemFactory(subject=then, table="functions", cells={"class": "住房保障", "actual": "1"})
    for other in (
        SubjectFactory(project=None, year=2023),
        SubjectFactory(project=ProjectFactory(department=now.department), year=2023),
        SubjectFactory(project=None, department=now.department, year=2022),
    ):
        StatementFactory(subject=other, path="figure.basic_spent", text="9")
    book = accounts_of(now)
    assert book.prior is not None
    assert (book.prior.year, book.prior.statements) == (2023, {"figure.basic_spent": "5.50"})
    assert [row.cells for row in book.prior.lists["functions"]] == [{"class": "住房保障", "actual": "1"}]
    assert FactBook.from_json(book.to_json()) == book


def test_a_year_that_was_never_opened_is_unknown():
    assert accounts_of(SubjectFactory(project=None, year=2024)).prior is None


def test_a_form_that_does_not_compare_asks_for_no_year_before(count_queries):
    now = SubjectFactory(project=None, year=2024)
    SubjectFactory(project=None, department=now.department, year=2023)
    book = load(now)
    assert (book.prior, "prior" in book.to_json()) == (None, False)
    accounts_form = accounts()
    assert count_queries(lambda: load_book(subject=now, blueprint=accounts_form)) == 2 * QUERIES
