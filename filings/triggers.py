"""填报的防改: the database itself keeps what was filed, moves states only along the table, and locks facts under review.

What is written once (快照、确认、放行、成品文件、表样版本) is never changed. A filing's state moves only along
`filings.states`, and only with what it claims at hand: no 已确认 without a signature, no 已报送 without a snapshot. Once out of
the unit's hands a filing changes in no other way. The facts of a subject stand still while a filing of it is with the head or
the bureau and none is open; who changed which fact is kept as long as there is a filing.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

from audit.ddl import Trigger, missing, quoted, refuse, refuse_replacing
from factbook.models import FactChange
from filings.models import (
    OPEN_STATES,
    BlueprintVersion,
    Filing,
    SignOff,
    Snapshot,
    State,
    StoredDocument,
    Waiver,
)
from filings.states import PAIRS
from indicators.models import Indicator, Result, SelfScoreEntry
from projects.models import FundFlow, ListItem, Statement, Subject

WRITTEN_ONCE = {
    "filings_snapshot": "快照只能新增，不能修改、删除或清空。",
    "filings_signoff": "确认记录只能新增，不能修改、删除或清空。",
    "filings_waiver": "放行与说明只能新增，不能修改、删除或清空。",
    "filings_storeddocument": "成品文件的登记只能新增，不能修改、删除或清空。",
    "filings_blueprintversion": "表样版本一经使用不能修改、删除或清空。",
}
FACT_TABLES = (
    "projects_fundflow",
    "projects_statement",
    "projects_listitem",
    "indicators_indicator",
    "indicators_selfscoreentry",
)
UPLOAD = "filings_uploadedblueprint"
FILING, SUBJECT, RESULT, CHANGE = "filings_filing", "projects_subject", "indicators_result", "factbook_factchange"
FACTS = (FundFlow, Statement, ListItem, Indicator, SelfScoreEntry, Result, Subject)
REPLACING = "已有的记录不能用新记录顶替；已送确认、已报送或已办结的内容已锁定。"
KEPT = "填报内容的变更记录只能新增，不能修改、删除或清空。"
LOCKED = "填报已送确认、已报送或已办结，内容已锁定，不能修改。请先撤回或等待退回。"
LOCKED_STATES = tuple(state for state in State if state not in OPEN_STATES)


def listed(states: Sequence[State]) -> str:
    """States as an SQL list."""
    return ", ".join(quoted(state.value) for state in states)


def locked(subject: str) -> str:
    """SQL: is the subject with this id under lock?"""
    of_it = f"SELECT 1 FROM {FILING} f WHERE f.subject_id = {subject} AND f.state IN"  # noqa: S608 - built from constants
    return f"EXISTS ({of_it} ({listed(LOCKED_STATES)})) AND NOT EXISTS ({of_it} ({listed(OPEN_STATES)}))"


def refuse_if(name: str, table: str, event: str, condition: str, message: str) -> Trigger:
    """A row trigger like `audit.ddl.refuse` whose condition may ask other tables (PostgreSQL forbids that in WHEN).

    `event` may name columns: UPDATE OF version.
    """
    create = f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW"
    row = "OLD" if event == "DELETE" else "NEW"
    body = (
        f"BEGIN IF {condition} THEN RAISE EXCEPTION USING MESSAGE = {quoted(message)},"
        f" ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {row}; END"
    )
    return Trigger(
        name,
        table,
        sqlite=(
            f"DROP TRIGGER IF EXISTS {name}",
            f"{create} WHEN ({condition}) BEGIN SELECT RAISE(ABORT, {quoted(message)}); END",
        ),
        postgresql=(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $refuse$ {body} $refuse$",
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"{create} EXECUTE FUNCTION {name}()",
        ),
        functions=(name,),
    )


def _truncate_if(name: str, table: str, condition: str, message: str) -> Trigger:
    """TRUNCATE, which only PostgreSQL knows, refused while `condition` holds for the database as a whole."""
    whole = refuse_if(name, table, "TRUNCATE", condition, message).postgresql
    statements = tuple(
        s.replace("FOR EACH ROW", "FOR EACH STATEMENT").replace("RETURN NEW", "RETURN NULL") for s in whole
    )
    return Trigger(name, table, postgresql=statements, functions=(name,))


def _written_once() -> list[Trigger]:
    events = ("UPDATE", "DELETE", "TRUNCATE")
    kept = [refuse(table, event, message) for table, message in WRITTEN_ONCE.items() for event in events]
    models = (Snapshot, SignOff, Waiver, StoredDocument, BlueprintVersion)
    return kept + [refuse_replacing(model, WRITTEN_ONCE[model._meta.db_table]) for model in models]  # noqa: SLF001 - Django's


def _filing() -> list[Trigger]:
    legal = " OR ".join(f"(OLD.state = {quoted(a.value)} AND NEW.state = {quoted(b.value)})" for a, b in sorted(PAIRS))
    lasting = ("id", "subject_id", "form", "opened_by_id", "opened_at")
    # A changed form may be adopted while the filing is open (filings.actions.adopt), never afterwards.
    adopted = f"(NEW.blueprint_id <> OLD.blueprint_id AND OLD.state NOT IN ({listed(OPEN_STATES)}))"
    other = " OR ".join([*(f"NEW.{column} <> OLD.{column}" for column in lasting), adopted])
    return [
        refuse_if(
            "filing_states",
            FILING,
            "UPDATE",
            f"OLD.state <> NEW.state AND NOT ({legal})",
            "填报状态不能这样变更，只能按流转规定办理。",
        ),
        refuse_if("filing_identity", FILING, "UPDATE", other, "填报的评价对象、表样与创建信息不能更换。"),
        *(
            refuse_if(name, FILING, "UPDATE", condition, f"{why}，只能按流转规定办理。")
            for name, condition, why in _moves()
        ),
        refuse_if(
            "filing_starts", FILING, "INSERT", "NEW.state <> 'draft' OR NEW.round <> 0", "新建的填报只能从填报中开始。"
        ),
        refuse_if(
            "filing_delete",
            FILING,
            "DELETE",
            "OLD.state <> 'draft' OR OLD.round <> 0",
            "只有从未报送过的填报中的表才能删除。",
        ),
        refuse(FILING, "TRUNCATE", "填报不能清空。"),
        refuse_replacing(Filing, "已有的填报不能用新记录顶替。"),
    ]


def _moves() -> list[tuple[str, str, str]]:
    """(name, condition, why) of what an update of a filing may not do although its two states are neighbours."""
    away = f"OLD.state NOT IN ({listed(OPEN_STATES)})"
    signed = "SELECT 1 FROM filings_signoff s WHERE s.filing_id = NEW.id AND s.round = NEW.round + 1"
    frozen = "SELECT 1 FROM filings_snapshot s WHERE s.filing_id = NEW.id AND s.round = NEW.round"
    filed = "OLD.state = 'confirmed' AND NEW.state = 'submitted'"
    returned = "OLD.state = 'reviewing' AND NEW.state = 'returned'"
    counted = f"{returned} AND NEW.returned_round = OLD.round"
    elsewhere = "NEW.state = CASE NEW.returned_round WHEN 0 THEN 'returned' ELSE 'draft' END"
    return [
        ("filing_still", f"NEW.state = OLD.state AND {away}", "填报已送出，不能另行修改"),
        (
            "filing_signed",
            f"OLD.state = 'awaiting' AND NEW.state = 'confirmed' AND NOT EXISTS ({signed})",
            "没有负责人确认记录，不能改为已确认",
        ),
        ("filing_frozen", f"{filed} AND NOT EXISTS ({frozen})", "没有快照，不能改为已报送"),
        (
            "filing_rounds",
            f"NEW.round <> OLD.round AND NOT ({filed} AND NEW.round = OLD.round + 1)",
            "轮次只随报送加一，不能倒退",
        ),
        (
            "filing_returned",
            f"(NEW.returned_round <> OLD.returned_round AND NOT ({counted})) OR ({elsewhere})",
            "退回的轮次与状态不符",
        ),
        ("filing_note", f"NEW.note <> OLD.note AND {away} AND NOT ({returned})", "重报说明随报告送出，不能再改"),
    ]


def _history() -> list[Trigger]:
    of_filing = f"EXISTS (SELECT 1 FROM {FILING} f WHERE f.subject_id = OLD.subject_id)"  # noqa: S608 - same
    return [
        refuse(CHANGE, "UPDATE", KEPT),
        refuse_if(f"{CHANGE}_kept_delete", CHANGE, "DELETE", of_filing, KEPT),
        refuse(CHANGE, "TRUNCATE", KEPT),
        refuse_replacing(FactChange, KEPT),
    ]


def _facts() -> list[Trigger]:
    found = []
    for table in FACT_TABLES:
        for event, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
            condition = " OR ".join(f"({locked(f'{row}.subject_id')})" for row in rows)
            found.append(refuse_if(f"{table}_locked_{event.lower()}", table, event, condition, LOCKED))
    for event, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
        owner = "(SELECT i.subject_id FROM indicators_indicator i WHERE i.id = {}.indicator_id)"
        condition = " OR ".join(f"({locked(owner.format(row))})" for row in rows)
        found.append(refuse_if(f"{RESULT}_locked_{event.lower()}", RESULT, event, condition, LOCKED))
    found += [
        refuse_if(f"{SUBJECT}_locked_update", SUBJECT, "UPDATE", locked("OLD.id"), LOCKED),
        refuse_if(f"{SUBJECT}_locked_delete", SUBJECT, "DELETE", locked("OLD.id"), LOCKED),
    ]
    anywhere = f"EXISTS (SELECT 1 FROM {FILING} f WHERE f.state IN ({listed(LOCKED_STATES)}))"  # noqa: S608 - same
    found += [refuse_replacing(model, REPLACING) for model in FACTS]
    return found + [_truncate_if(f"{t}_locked_truncate", t, anywhere, LOCKED) for t in (*FACT_TABLES, RESULT, SUBJECT)]


def _uploads() -> list[Trigger]:
    same = " OR ".join(f"NEW.{name} <> OLD.{name}" for name in ("text", "digest", "form", "locality_id", "by_id", "at"))
    changed = "上传的表样只能启用或停用，内容不能修改；请上传新的版本。"
    kept = "上传的表样不能删除，可以停用。"
    return [
        refuse_if("upload_text", UPLOAD, "UPDATE", same, changed),
        refuse(UPLOAD, "DELETE", kept),
        refuse(UPLOAD, "TRUNCATE", kept),
    ]


TRIGGERS: tuple[Trigger, ...] = (*_written_once(), *_filing(), *_uploads(), *_facts(), *_history())


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers of filings and facts that `connection` lacks."""
    return missing(connection, TRIGGERS)
