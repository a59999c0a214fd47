"""填报的防改: the database refuses by itself; with a trigger taken away the harm happens."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models.signals import post_migrate, pre_migrate

import reviews.triggers
from audit import ddl
from factbook.changes import FactsLocked
from factbook.models import FactChange
from filings import triggers
from filings.actions.move import start_review, take_back
from filings.actions.submit import submit
from filings.models import BlueprintVersion, Filing, SignOff, Snapshot, State, StoredDocument, Waiver
from filings.states import PAIRS
from indicators.models import Indicator, SelfScoreEntry
from projects.models import FundFlow, ListItem, Statement, Subject
from reviews.actions.decide import approve
from tests.factories import (
    FundFlowFactory,
    IndicatorFactory,
    ListItemFactory,
    ResultFactory,
    SelfScoreEntryFactory,
    StatementFactory,
)
from tests.filings.samples import NOW, OTHER

pytestmark = pytest.mark.both
SQLITE_ONLY = pytest.mark.skipif(connection.vendor != "sqlite", reason="a statement of SQLite")
POSTGRESQL_ONLY = pytest.mark.skipif(connection.vendor != "postgresql", reason="a statement of PostgreSQL")


def refused(statement, words):
    """Run it; say that the database refused it, and why."""
    act = statement if callable(statement) else lambda: execute(statement)
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        act()


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def lift(*names):
    ddl.remove(connection, [t for t in triggers.TRIGGERS if t.name in names])


def everything_once(town):
    filing = town.submitted()
    snapshot = Snapshot.objects.get()
    Waiver.objects.create(
        filing=filing, fingerprint="f" * 64, rule="S01", kind="waive", reason="甲", by=town.admin, at=NOW
    )
    StoredDocument.objects.create(snapshot=snapshot, format="pdf", digest="d" * 64, path="p", size=1, at=NOW)
    return {
        Snapshot: ("grade", "差"),
        SignOff: ("facts_digest", "0" * 64),
        Waiver: ("reason", "乙"),
        StoredDocument: ("digest", "0" * 64),
        BlueprintVersion: ("text", "id: x"),
    }


def test_nothing_is_missing(db):
    assert triggers.missing_triggers(connection) == []


def test_missing_is_told_and_put_back(db):
    lift("filing_states")
    assert triggers.missing_triggers(connection) == ["filing_states"]
    ddl.install(connection, triggers.TRIGGERS)
    assert triggers.missing_triggers(connection) == []


def test_written_once_stays(town):
    for model, (column, value) in everything_once(town).items():
        refused(
            lambda model=model, column=column, value=value: model.objects.update(**{column: value}), "只能新增|不能修改"
        )
        refused(f"DELETE FROM {model._meta.db_table}", "只能新增|不能修改")


@SQLITE_ONLY
def test_insert_or_replace_is_a_change(town):
    everything_once(town)
    copy = "INSERT OR REPLACE INTO filings_snapshot SELECT * FROM filings_snapshot"
    refused(copy, "只能新增")
    execute("PRAGMA recursive_triggers=OFF")  # as every connection that is not ours
    try:
        refused(copy, "只能新增")
        lift("filings_snapshot_no_replace")
        execute(copy)  # control: without mode and trigger the row is replaced
    finally:
        execute("PRAGMA recursive_triggers=ON")


@SQLITE_ONLY
@pytest.mark.parametrize("model", [Snapshot, SignOff, Waiver, StoredDocument, BlueprintVersion, Filing, Subject])
def test_no_connection_may_replace(town, model):
    everything_once(town)
    table = model._meta.db_table
    execute("PRAGMA recursive_triggers=OFF")
    try:
        refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}", "只能新增|不能")
    finally:
        execute("PRAGMA recursive_triggers=ON")


@SQLITE_ONLY
def test_a_key_taken_by_another_id_is_not_replaced_either(town):
    everything_once(town)
    names = [f.column for f in Snapshot._meta.concrete_fields if f.column != "id"]
    columns = ", ".join(names)
    execute("PRAGMA recursive_triggers=OFF")
    try:
        refused(
            f"INSERT OR REPLACE INTO filings_snapshot ({columns}) SELECT {columns} FROM filings_snapshot", "只能新增"
        )
    finally:
        execute("PRAGMA recursive_triggers=ON")


@POSTGRESQL_ONLY
def test_truncate(town):
    everything_once(town)
    execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing of the test's own is pending
    for model in (Snapshot, SignOff, Waiver, StoredDocument, BlueprintVersion, Filing, FundFlow, Subject):
        refused(f"TRUNCATE {model._meta.db_table} CASCADE", "不能|锁定")


def test_control_without_triggers_a_snapshot_changes(town):
    everything_once(town)
    lift("filings_snapshot_no_update", "filings_snapshot_no_delete")
    Snapshot.objects.update(grade="差")
    assert Snapshot.objects.get().grade == "差"


EVIDENCE = ("filing_still", "filing_signed", "filing_frozen", "filing_rounds", "filing_returned", "filing_note")


def put(state):
    """All filings into a state, whatever the database thinks of it; only `filing_states` watches afterwards."""
    lift("filing_states", *EVIDENCE)
    ddl.remove(connection, [t for t in reviews.triggers.TRIGGERS if t.name == "filing_decided"])
    Filing.objects.update(state=state)
    ddl.install(connection, [t for t in triggers.TRIGGERS if t.name == "filing_states"])


@pytest.mark.parametrize("source", State.values)
def test_states_move_only_along_the_table(town, source):
    filing = town.draft()
    for target in State.values:
        put(source)
        if (source, target) in PAIRS or source == target:
            assert Filing.objects.filter(pk=filing.pk).update(state=target) == 1
        else:
            refused(lambda target=target: Filing.objects.update(state=target), "只能按流转规定办理")


def test_no_state_without_what_it_claims(town):
    town.handed()
    refused(lambda: Filing.objects.update(state="confirmed"), "没有负责人确认记录")
    lift("filing_signed")
    assert Filing.objects.update(state="confirmed") == 1  # control


def test_no_submission_without_a_snapshot_and_no_outcome_without_a_decision(town):
    filing = town.confirmed()
    refused(lambda: Filing.objects.update(state="submitted", round=1), "没有快照")
    refused(lambda: Filing.objects.update(state="submitted"), "没有快照")
    submit(filing=filing, by=town.filler, now=NOW)
    start_review(filing=filing, by=town.reviewer, now=NOW)
    refused(lambda: Filing.objects.update(state="approved"), "没有审核决定")
    refused(lambda: Filing.objects.update(state="returned", returned_round=1), "没有审核决定")


@pytest.mark.parametrize(
    "change",
    [{"note": "改"}, {"round": 2}, {"returned_round": 1}, {"version": 99}, {"opened_at": NOW.replace(year=2020)}],
)
def test_a_filing_out_of_hand_changes_in_no_other_way(town, change):
    filing = town.reviewing()
    refused(lambda: Filing.objects.update(**change), "只能按流转规定办理|不能更换")
    approve(filing=filing, by=town.reviewer, now=NOW)
    refused(lambda: Filing.objects.update(**change), "只能按流转规定办理|不能更换")
    lift("filing_identity", *EVIDENCE)
    assert Filing.objects.update(**change) == 1  # control


def test_a_withdrawn_filing_goes_back_to_where_it_is_edited(town):
    town.submitted()
    refused(lambda: Filing.objects.update(state="returned"), "退回的轮次与状态不符")
    refused(lambda: Filing.objects.update(state="returned", returned_round=1), "退回的轮次与状态不符")


def test_who_changed_what_is_kept(town):
    filing = town.filled()
    refused(lambda: FactChange.objects.update(by=town.head), "变更记录只能新增")
    refused("DELETE FROM factbook_factchange", "变更记录只能新增")
    lift("factbook_factchange_kept_delete")
    execute("DELETE FROM factbook_factchange")  # control
    assert filing.subject.changes.count() == 0


def test_control_without_the_trigger_a_draft_is_approved(town):
    town.draft()
    lift("filing_states")
    assert Filing.objects.update(state="approved") == 1


def test_identity_round_start_and_removal(town):
    filing = town.submitted()
    refused(lambda: Filing.objects.update(form="990777/2024/x"), "不能更换|另行修改")
    refused(lambda: Filing.objects.update(round=0), "不能倒退|另行修改")
    refused(lambda: Filing.objects.create(**{**fields(filing), "form": "f", "state": "approved"}), "只能从填报中开始")
    lift("filings_snapshot_no_delete", "filings_signoff_no_delete")
    execute("DELETE FROM filings_snapshot")
    execute("DELETE FROM filings_signoff")
    refused("DELETE FROM filings_filing", "才能删除")


def test_a_fresh_draft_may_be_deleted(town):
    town.draft().delete()
    assert not Filing.objects.exists()


def fields(filing):
    names = ("subject_id", "blueprint_id", "opened_by_id", "opened_at", "changed_by_id", "changed_at")
    return {name: getattr(filing, name) for name in names}


def facts_of(town):
    """One row in every fact table of the town's subject, with a column to change."""
    subject = town.subject
    indicator = IndicatorFactory(subject=subject)
    return {
        FundFlow: (FundFlowFactory(subject=subject, stage="initial"), "raw"),
        Statement: (StatementFactory(subject=subject, path="text.extra"), "text"),
        ListItem: (ListItemFactory(subject=subject), "table"),
        Indicator: (indicator, "name"),
        SelfScoreEntry: (SelfScoreEntryFactory(subject=subject, form="x"), "raw"),
        type(ResultFactory(indicator=indicator)): (indicator.result, "actual"),
    }


def inserts(town):
    indicator = Indicator.objects.first()
    return [
        lambda: FundFlowFactory(subject=town.subject, stage="carried"),
        lambda: StatementFactory(subject=town.subject, path="text.new"),
        lambda: ListItemFactory(subject=town.subject),
        lambda: IndicatorFactory(subject=town.subject),
        lambda: SelfScoreEntryFactory(subject=town.subject, form="y"),
        lambda: ResultFactory(indicator=indicator),
    ]


def test_facts_stand_still_while_the_head_or_the_bureau_has_them(town):
    facts = facts_of(town)
    Indicator.objects.get().result.delete()
    filing = town.handed()
    for row, column in list(facts.values())[:-1]:
        refused(lambda row=row, column=column: type(row).objects.filter(pk=row.pk).update(**{column: "改"}), "已锁定")
        refused(f"DELETE FROM {row._meta.db_table} WHERE id = {row.pk}", "已锁定")
    for insert in inserts(town):
        refused(insert, "已锁定")
    refused(lambda: Subject.objects.update(version=99), "已锁定")
    with pytest.raises(FactsLocked, match="已锁定"):
        town.write(filing, {"text.goal": "改。"})
    take_back(filing=filing, by=town.filler, now=NOW)
    town.write(filing, {"text.goal": "撤回后改。"})


def test_results_stand_still_too(town):
    facts_of(town)
    town.handed()
    refused("UPDATE indicators_result SET actual = '1'", "已锁定")
    refused("DELETE FROM indicators_result", "已锁定")


def test_another_open_form_of_the_subject_keeps_the_facts_open(town):
    facts_of(town)
    town.handed()
    other = town.draft(form=OTHER)
    town.write(other, {"text.goal": "另一张表还在填。"})


def test_another_subject_is_not_concerned(town):
    town.handed()
    elsewhere = FundFlowFactory()
    FundFlow.objects.filter(pk=elsewhere.pk).update(raw="1")
    # Moving a row under the locked subject is a change of it.
    refused(lambda: FundFlow.objects.filter(pk=elsewhere.pk).update(subject=town.subject, stage="carried"), "已锁定")


@SQLITE_ONLY
def test_insert_or_replace_of_a_locked_fact(town):
    facts_of(town)
    town.handed()
    refused("INSERT OR REPLACE INTO projects_fundflow SELECT * FROM projects_fundflow", "已锁定")


def test_control_without_triggers_locked_facts_change(town):
    facts_of(town)
    town.handed()
    lift("projects_fundflow_locked_update")
    assert FundFlow.objects.filter(subject=town.subject).update(raw="1")


def migrate_signal(signal, **words):
    """What `migrate` sends to every app before and after its work."""
    for name in ("filings", "reviews"):
        config = apps.get_app_config(name)
        signal.send(config, app_config=config, verbosity=0, interactive=False, using="default", **words)


def missing():
    return triggers.missing_triggers(connection) + reviews.triggers.missing_triggers(connection)


def test_nothing_to_migrate_leaves_everything_in_place(db):
    migrate_signal(pre_migrate, plan=[])
    assert missing() == []


@SQLITE_ONLY
def test_a_migration_can_remake_the_table_of_filings(transactional_db, town):
    town.handed()

    def remake():
        with connection.schema_editor() as editor:
            editor._remake_table(Filing)

    # Control: with the triggers in place SQLite cannot rename what they name.
    with pytest.raises(DatabaseError, match="filings_filing"):
        remake()
    migrate_signal(pre_migrate, plan=[object()])
    remake()
    assert missing()
    migrate_signal(post_migrate, plan=[object()])
    assert missing() == []
    assert Filing.objects.get().state == State.AWAITING
    refused(lambda: Filing.objects.update(state="approved"), "只能按流转规定办理")
