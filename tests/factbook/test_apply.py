"""变更集的落库: what is kept, what is refused, and that a refusal writes nothing and loses nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection

from audit import ddl
from factbook import apply as module
from factbook.apply import apply
from factbook.changes import Conflict, FactsLocked, RowPlan, SaveBusy, TooLong, VersionMissing
from factbook.load import load_book
from factbook.models import FactChange, ParkedSave
from factbook.paths import UnknownPath
from indicators.models import Indicator, Result, SelfScoreEntry
from projects.models import FundFlow, ListItem, Statement, Subject
from tests.factbook.samples import FORM, OTHER, blueprint, changes
from tests.factories import NOW, SubjectFactory, UserFactory

pytestmark = [pytest.mark.both, pytest.mark.django_db(transaction=True)]
GOAL = "text.goal"


@pytest.fixture
def subject(transactional_db):
    return SubjectFactory()


@pytest.fixture
def save(subject):
    user = UserFactory(full_name="甲")

    def do(base, posted=None, rows=(), by=user, form=FORM, unit="万元", **rest):
        change_set = changes(base, posted, rows, form=form, **rest)
        return apply(subject=subject, changes=change_set, blueprint=blueprint(form, unit), by=by, now=NOW)

    return do


def book(subject, form=FORM, unit="万元"):
    return load_book(subject=subject, blueprint=blueprint(form, unit))


def everything():
    models = (FundFlow, Statement, ListItem, Indicator, Result, SelfScoreEntry, FactChange, Subject)
    return [list(model.objects.order_by("pk").values()) for model in models]


ALL = {
    "funds.spent.fiscal": "2536.08",
    GOAL: "第一行\n第二行",
    "figure.staff": "12人",
    "indicators.r1.name": "办件数",
    "indicators.r1.level1": "工作产出",
    "indicators.r1.relation": "≥",
    "indicators.r1.target": "1.2万",
    "indicators.r1.unit": "件",
    "indicators.r1.weight": "10",
    "indicators.r1.actual": "12,036",
    "indicators.r1.reason": "超额",
    "indicators.r1.score": "9.5",
    "indicators.r1.note_voucher": "记-12",
    "list.people.p1.name": "评价人甲",
    "score.execution.self": "10",
    "score.execution.reason": "足额",
    "score.total.self": "95",
}
ROWS = (RowPlan("indicators", (), ("r1",)), RowPlan("people", (), ("p1",)))


def test_everything_comes_back_as_typed(subject, save):
    assert save(0, ALL, ROWS) == 1
    read = book(subject)
    assert {path: read.raw(path) for path in ALL} == ALL


def test_parsed_columns_follow(subject, save):
    save(0, ALL, ROWS)
    indicator = Indicator.objects.get()
    assert FundFlow.objects.get().yuan == Decimal(25360800)
    assert (indicator.level1_key, indicator.relation_key) == ("output", "ge")
    assert (indicator.target_value, indicator.weight_value) == (Decimal("1.2"), Decimal(10))
    assert indicator.result.actual_value == 12036
    assert SelfScoreEntry.objects.get(key="r1").points == Decimal("9.5")


def test_a_change_is_logged_with_old_and_new(subject, save):
    save(0, {GOAL: "一"})
    save(1, {GOAL: "二"})
    assert list(FactChange.objects.values_list("version", "path", "old", "new", "by__full_name")) == [
        (1, GOAL, "", "一", "甲"),
        (2, GOAL, "一", "二", "甲"),
    ]


def test_nothing_changed_makes_no_version(subject, save):
    save(0, {GOAL: "一"})
    before = everything()
    assert save(1, {GOAL: "一", "text.other": ""}) == 1
    assert everything() == before


def test_disjoint_fields_merge(subject, save):
    save(0, {GOAL: "一", "text.other": "甲"})
    save(1, {GOAL: "二", "text.other": "甲"})
    assert save(1, {GOAL: "一", "text.other": "乙"}) == 3
    assert (book(subject).raw(GOAL), book(subject).raw("text.other")) == ("二", "乙")


def test_same_field_clashes_and_nothing_is_written(subject, save):
    save(0, {GOAL: "一"})
    save(1, {GOAL: "二"}, by=UserFactory(full_name="乙"))
    before = everything()
    with pytest.raises(Conflict) as refused:
        save(1, {GOAL: "三", "text.other": "不该写入"})
    (clash,) = refused.value.clashes
    assert (clash.path, clash.base, clash.theirs, clash.mine, clash.who) == (GOAL, "一", "二", "三", "乙")
    assert clash.when.startswith("2025-03-05T")
    assert refused.value.version == 2
    assert everything() == before


def test_refused_text_is_parked_once(subject, save):
    save(0, {GOAL: "一"})
    for _ in range(3):
        with pytest.raises(Conflict):
            save(0, {GOAL: "三"})
    parked = ParkedSave.objects.get()
    assert (parked.posted, parked.form, parked.section) == ({GOAL: "三"}, FORM, "main")
    with pytest.raises(Conflict):
        save(0, {GOAL: "四"})
    assert ParkedSave.objects.count() == 2


def test_both_typed_the_same_is_no_clash(subject, save):
    save(0, {GOAL: "一"})
    assert save(0, {GOAL: "一"}) == 1


@pytest.mark.parametrize("base", [None, -1, 7])
def test_a_missing_or_invented_version_is_refused(subject, save, base):
    save(0, {GOAL: "一"})
    before = everything()
    with pytest.raises(VersionMissing, match="版本号"):
        save(base, {GOAL: "二"})
    assert everything() == before


@pytest.mark.parametrize(
    "path",
    [
        "project.name",
        "department.code",
        "version",
        "year",
        "funds.spent.nowhere",
        "funds.somewhen.all",
        "indicators.r1.subject",
        "indicators.r1.weight_value",
        "indicators.1r.name",
        "list.people.p1",
        "text." + "很" * 90,
        "text",
        "score.execution.points",
        "rows.indicators",
        "text.a b",
        "",
    ],
)
def test_a_path_nobody_may_edit_is_refused(subject, save, path):
    before = everything()
    with pytest.raises(UnknownPath):
        save(0, {path: "伪造"})
    assert everything() == before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x0bc\ud800", "ab\nc"),
        ("一\r\n二\r三", "一\n二\n三"),
        ("  留白 ", "  留白 "),
        ("=1+1", "=1+1"),
        ("😀𠀀", "😀𠀀"),
    ],
)
def test_text_is_kept_but_for_what_no_document_can_carry(subject, save, typed, kept):
    save(0, {GOAL: typed})
    assert book(subject).raw(GOAL) == kept


@pytest.mark.parametrize(
    "typed", ["9" * 24, "9" * 500, "0.0000000001", "-" * 300, "约2万", "1e400", "9999999999999999.99999"]
)
def test_odd_numbers_are_kept_whatever_they_are(subject, save, typed):
    posted = {
        "funds.spent.all": typed,
        "indicators.r1.target": typed,
        "indicators.r1.weight": typed,
        "indicators.r1.actual": typed,
        "indicators.r1.unit": typed,
        "indicators.r1.score": typed,
        "score.total.self": typed,
    }
    save(0, posted, [RowPlan("indicators", (), ("r1",))])
    read = book(subject)
    assert {path: read.raw(path) for path in posted} == posted


def test_scores_are_each_forms_own(subject, save):
    plan = [RowPlan("indicators", (), ("r1",))]
    save(0, {"score.total.self": "90", "indicators.r1.score": "9"}, plan)
    save(1, {"score.total.self": "80", "indicators.r1.score": "8"}, form=OTHER)
    assert (book(subject).raw("score.total.self"), book(subject, OTHER).raw("score.total.self")) == ("90", "80")
    assert (book(subject).raw("indicators.r1.score"), book(subject, OTHER).raw("indicators.r1.score")) == ("9", "8")
    # An old page of the first form saves without a clash: the other form's score is not its own.
    assert save(1, {"score.total.self": "91"}) == 3


def test_amount_keeps_its_meaning_in_a_form_of_the_other_unit(subject, save):
    save(0, {"funds.spent.all": "2536.08"})
    other = book(subject, OTHER, "元")
    assert other.raw("funds.spent.all") == "2536.08万元"
    assert other.number("funds.spent.all") == Decimal(25360800)
    assert save(1, {"funds.spent.all": "2536.08万元"}, form=OTHER, unit="元") == 1
    save(1, {"funds.spent.all": "25360900"}, form=OTHER, unit="元")
    assert book(subject).raw("funds.spent.all") == "25360900元"
    assert book(subject).number("funds.spent.all") == Decimal(25360900)
    # The first form's old page: what it showed is still its base.
    with pytest.raises(Conflict) as refused:
        save(1, {"funds.spent.all": "2600"})
    assert (refused.value.clashes[0].base, refused.value.clashes[0].theirs) == ("2536.08", "25360900元")


def test_rows_are_added_ordered_and_removed(subject, save):
    save(0, {"indicators.r1.name": "一", "indicators.r2.name": "二"}, [RowPlan("indicators", (), ("r1", "r2"))])
    save(1, {"indicators.r3.name": "三"}, [RowPlan("indicators", ("r1", "r2"), ("r3", "r2"))])
    assert [i.uid for i in book(subject).indicators] == ["r3", "r2"]
    removed = FactChange.objects.get(version=2, path="indicators.r1.name")
    assert (removed.old, removed.new) == ("一", "")
    assert FactChange.objects.get(version=2, path="rows.indicators").new == "r3 r2"


def test_rows_added_by_others_stay(subject, save):
    save(0, {}, [RowPlan("people", (), ("p1", "p2"))])
    save(1, {"list.people.p9.name": "九"}, [RowPlan("people", ("p1", "p2"), ("p1", "p9", "p2"))])
    save(1, {"list.people.p3.name": "三"}, [RowPlan("people", ("p1", "p2"), ("p2", "p1", "p3"))])
    assert [row.uid for row in book(subject).lists["people"]] == ["p2", "p1", "p9", "p3"]


def test_another_persons_order_stands_when_mine_is_untouched(subject, save):
    save(0, {}, [RowPlan("people", (), ("p1", "p2"))])
    save(1, {}, [RowPlan("people", ("p1", "p2"), ("p2", "p1"))])
    save(1, {"list.people.p1.name": "一"}, [RowPlan("people", ("p1", "p2"), ("p1", "p2"))])
    assert [row.uid for row in book(subject).lists["people"]] == ["p2", "p1"]


def test_removing_a_row_somebody_changed_clashes(subject, save):
    save(0, {"indicators.r1.name": "一"}, [RowPlan("indicators", (), ("r1",))])
    save(1, {"indicators.r1.actual": "12"})
    with pytest.raises(Conflict) as refused:
        save(1, {}, [RowPlan("indicators", ("r1",), ())])
    assert [(c.path, c.theirs, c.mine) for c in refused.value.clashes] == [("indicators.r1.actual", "12", "")]
    assert Indicator.objects.count() == 1


def test_removing_a_row_another_form_scored_clashes(subject, save):
    save(0, {"indicators.r1.name": "一"}, [RowPlan("indicators", (), ("r1",))])
    save(1, {"indicators.r1.score": "9"}, form=OTHER)
    with pytest.raises(Conflict):
        save(1, {}, [RowPlan("indicators", ("r1",), ())])
    save(2, {}, [RowPlan("indicators", ("r1",), ())])
    assert not SelfScoreEntry.objects.exists()
    assert FactChange.objects.get(version=3, path="indicators.r1.score").form == OTHER


def test_text_for_a_removed_row_clashes_and_untouched_text_does_not(subject, save):
    save(0, {"indicators.r1.name": "一"}, [RowPlan("indicators", (), ("r1",))])
    save(1, {}, [RowPlan("indicators", ("r1",), ())])
    plan = [RowPlan("indicators", ("r1",), ("r1",))]
    assert save(1, {"indicators.r1.name": "一", "indicators.r1.actual": ""}, plan) == 2
    with pytest.raises(Conflict) as refused:
        save(1, {"indicators.r1.name": "一", "indicators.r1.actual": "12"}, plan)
    assert [(c.path, c.theirs, c.mine) for c in refused.value.clashes] == [("indicators.r1.actual", "", "12")]
    assert not Indicator.objects.exists()


def test_text_for_a_row_that_never_was_is_not_lost(subject, save):
    with pytest.raises(Conflict):
        save(0, {"list.people.p1.name": "甲"})
    assert ParkedSave.objects.get().posted == {"list.people.p1.name": "甲"}


def test_sending_twice_changes_nothing_the_second_time(subject, save):
    assert save(0, ALL, ROWS) == 1
    before = everything()
    assert save(0, ALL, ROWS) == 1
    assert everything() == before
    removal = [RowPlan("people", ("p1",), ())]
    assert (save(1, {}, removal), save(1, {}, removal)) == (2, 2)


def test_many_rows_of_every_kind(subject, save):
    uids = tuple(f"r{n}" for n in range(150))
    posted = {f"indicators.{uid}.name": uid for uid in uids} | {f"indicators.{uid}.actual": "1" for uid in uids}
    save(0, posted, [RowPlan("indicators", (), uids)])
    save(1, {path: text + "x" for path, text in posted.items()})
    assert [i.name for i in book(subject).indicators] == [f"{uid}x" for uid in uids]


def test_lost_races_are_tried_again_then_given_up(subject, save, monkeypatch):
    real, turns = module._claim, []

    def lose(times):
        def claim(current):
            turns.append(current.version)
            if len(turns) <= times:
                raise module.LostRace
            real(current)

        return claim

    monkeypatch.setattr(module, "_claim", lose(3))
    assert save(0, {GOAL: "一"}) == 1
    assert len(turns) == 4
    turns.clear()
    monkeypatch.setattr(module, "_claim", lose(99))
    with pytest.raises(SaveBusy):
        save(1, {GOAL: "二"})
    assert len(turns) == module.ATTEMPTS


def test_a_text_of_endless_length_is_refused_and_writes_nothing(subject, save):
    before = everything()
    with pytest.raises(TooLong, match="有一处文字共20001字，超过20000字，没有保存"):
        save(0, {GOAL: "字" * (module.LONGEST + 1), "text.measures": "短"})
    assert everything() == before
    assert save(0, {GOAL: "字" * module.LONGEST}) == 1  # the control: as long as may be


def test_many_long_texts_of_one_page_are_refused(subject, save, monkeypatch):
    monkeypatch.setattr(module, "MOST", 100)
    long = {GOAL: "字" * 60, "text.measures": "字" * 60}
    with pytest.raises(TooLong, match="这一页的文字共120字，超过100字"):
        save(0, long)
    assert save(0, {GOAL: long[GOAL]}) == 1
    assert save(1, long) == 2  # only what changes counts


def test_a_text_longer_than_the_bound_may_become_shorter(subject, save, monkeypatch):
    """It was stored before there was a bound."""
    save(0, {GOAL: "字" * 50})
    monkeypatch.setattr(module, "LONGEST", 10)
    assert save(1, {GOAL: "字" * 50, "text.measures": "短"}) == 2
    assert save(2, {GOAL: "字" * 40}) == 3
    with pytest.raises(TooLong):
        save(3, {GOAL: "字" * 41})


def test_a_claim_on_a_version_gone_by_is_lost(subject):
    stale = Subject.objects.get()
    Subject.objects.update(version=5)
    with pytest.raises(module.LostRace):
        module._claim(stale)


def test_change_set_values_are_not_changed(subject, save):
    change_set = changes(0, {GOAL: "一\r\n二"})
    kept = replace(change_set, posted=dict(change_set.posted))
    apply(subject=subject, changes=change_set, blueprint=blueprint(), by=UserFactory(), now=NOW)
    assert change_set == kept


def test_a_guard_of_the_database_is_explained_and_what_was_typed_is_kept(subject, save):
    save(0, {GOAL: "一"})
    guard = ddl.refuse("projects_statement", "UPDATE", "内容已锁定。")
    ddl.install(connection, [guard])
    try:
        with pytest.raises(FactsLocked, match="未保存：内容已锁定。"):
            save(1, {GOAL: "二", "figure.staff": "12"})
    finally:
        ddl.remove(connection, [guard])
    assert ParkedSave.objects.get().posted == {GOAL: "二", "figure.staff": "12"}
    subject.refresh_from_db()
    assert (subject.version, Statement.objects.count()) == (1, 1)
