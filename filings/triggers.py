"""填报的防改: the database itself keeps what was filed, moves states only along the table, and locks facts under review.

What is written once (快照、确认、放行、成品文件、表样版本) is never changed. A filing's state moves only along
`filings.states`. The facts of a subject stand still while a filing of it is with the head or the bureau and none is open.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

from audit.ddl import Trigger, missing, quoted, refuse
from filings.models import OPEN_STATES, State
from filings.states import PAIRS

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
FILING, SUBJECT, RESULT = "filings_filing", "projects_subject", "indicators_result"
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
    return [refuse(table, event, message) for table, message in WRITTEN_ONCE.items() for event in events]


def _filing() -> list[Trigger]:
    legal = " OR ".join(f"(OLD.state = {quoted(a.value)} AND NEW.state = {quoted(b.value)})" for a, b in sorted(PAIRS))
    return [
        refuse_if(
            "filing_states",
            FILING,
            "UPDATE",
            f"OLD.state <> NEW.state AND NOT ({legal})",
            "填报状态不能这样变更，只能按流转规定办理。",
        ),
        refuse_if(
            "filing_identity",
            FILING,
            "UPDATE",
            "NEW.subject_id <> OLD.subject_id OR NEW.form <> OLD.form OR NEW.round < OLD.round",
            "填报的评价对象与表样不能更换，轮次不能倒退。",
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


TRIGGERS: tuple[Trigger, ...] = (*_written_once(), *_filing(), *_uploads(), *_facts())


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers of filings and facts that `connection` lacks."""
    return missing(connection, TRIGGERS)
