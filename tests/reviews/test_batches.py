"""批次: what a desk compares, and that it never holds what its owner may not see."""

from __future__ import annotations

from accounts.models import Role
from reviews.batches import batches, chosen, desk_filings, filings_of
from tests.factories import DepartmentFactory, FinanceFactory, LocalityFactory, member
from tests.reviews.batch import another, sent


def test_a_reviewer_has_what_was_submitted_and_an_administrator_all(town):
    draft = another(town)
    done = sent(town, another(town))
    assert set(desk_filings(town.reviewer)) == {done}
    assert set(desk_filings(town.admin)) == {draft, done}


def test_those_who_fill_in_have_no_desk(town):
    sent(town, another(town))
    assert not desk_filings(town.filler)
    assert not desk_filings(town.head)
    assert batches(town.filler) == []


def test_another_locality_has_another_desk(town):
    done = sent(town, another(town))
    elsewhere = LocalityFactory(code="990888", name="石泉县")
    stranger = member(FinanceFactory(locality=elsewhere), Role.REVIEWER)
    assert not desk_filings(stranger)
    # Control: the same role at home sees it.
    assert set(desk_filings(town.reviewer)) == {done}


def test_one_who_fills_in_for_one_unit_and_reviews_elsewhere_compares_only_elsewhere(town):
    sent(town, another(town))
    elsewhere = LocalityFactory(code="990888", name="石泉县")
    both = member(FinanceFactory(locality=elsewhere), Role.REVIEWER)
    both.memberships.create(department=town.unit, role=Role.FILLER)
    assert not desk_filings(both)


def test_batches_are_counted_by_locality_form_and_year(town):
    another(town)
    sent(town, another(town))
    (batch,) = batches(town.admin)
    assert (batch.number, batch.year, batch.name) == (2, 2024, "项目自评表")
    assert batches(town.reviewer)[0].number == 1
    assert chosen(batches(town.admin), batch.key) == batch
    assert chosen(batches(town.admin), "nothing") == batch
    assert chosen([], batch.key) is None


def test_filings_stand_by_unit(town):
    other = DepartmentFactory(locality=town.locality, code="000001")
    second = another(town)
    first = another(town, department=other)
    assert filings_of(town.admin, batches(town.admin)[0]) == [first, second]
