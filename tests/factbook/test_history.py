"""修改历史."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factbook.apply import apply
from factbook.history import changes_since, last_editors, value_at
from tests.factbook.samples import FORM, OTHER, blueprint, changes
from tests.factories import NOW, FundFlowFactory, SubjectFactory, UserFactory
from values.money import MoneyUnit

pytestmark = [pytest.mark.both, pytest.mark.django_db]
GOAL = "text.goal"


@pytest.fixture
def story(db):
    """Four versions by two people in two sections of two forms."""
    subject, first, second = SubjectFactory(), UserFactory(), UserFactory()
    steps = [
        (first, FORM, "goal", {GOAL: "一", "score.total.self": "90"}),
        (second, FORM, "goal", {GOAL: "二"}),
        (first, OTHER, "goal", {"score.total.self": "80"}),
        (second, FORM, "funds", {"funds.spent.all": "12"}),
    ]
    for version, (by, form, section, posted) in enumerate(steps):
        change_set = changes(version, posted, form=form, section=section)
        now = NOW + timedelta(hours=version)
        apply(subject=subject, changes=change_set, blueprint=blueprint(form), by=by, now=now)
    return subject, first, second


def test_changes_since(story):
    subject = story[0]
    assert [(c.version, c.path) for c in changes_since(subject, 2)] == [(3, "score.total.self"), (4, "funds.spent.all")]
    assert not changes_since(subject, 4).exists()


def test_last_editors_of_each_section_in_one_query(story, count_queries):
    subject, first, second = story
    assert last_editors(subject, FORM) == {
        "goal": (second, NOW + timedelta(hours=1)),
        "funds": (second, NOW + timedelta(hours=3)),
    }
    assert last_editors(subject, OTHER) == {"goal": (first, NOW + timedelta(hours=2))}
    assert count_queries(lambda: last_editors(subject, FORM)) == 1


@pytest.mark.parametrize(("version", "text"), [(0, ""), (1, "一"), (2, "二"), (4, "二")])
def test_value_at_a_version(story, version, text):
    assert value_at(story[0], GOAL, version) == text


def test_value_at_of_a_forms_own_score(story):
    subject = story[0]
    assert [value_at(subject, "score.total.self", v, form=FORM) for v in (0, 1, 4)] == ["", "90", "90"]
    assert [value_at(subject, "score.total.self", v, form=OTHER) for v in (1, 2, 3)] == ["", "", "80"]


def test_value_of_a_fact_never_changed_through_a_form():
    subject = SubjectFactory()
    FundFlowFactory(subject=subject, raw="2536.08", unit="万元")
    assert value_at(subject, "funds.spent.fiscal", 0) == "2536.08"
    assert value_at(subject, "funds.spent.fiscal", 0, unit=MoneyUnit.YUAN) == "2536.08万元"
