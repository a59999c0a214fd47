"""审计记录的防改: the database itself refuses to change, remove or empty the audit trail."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from audit import ddl
from audit.models import AuditEvent

TABLE = "audit_auditevent"
MESSAGE = "审计记录只能追加，不能修改、删除或清空。"
TRIGGERS = (
    *(ddl.refuse(TABLE, event, MESSAGE) for event in ("UPDATE", "DELETE", "TRUNCATE")),
    ddl.refuse_replacing(AuditEvent, MESSAGE),
)


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the audit trail's triggers that `connection` lacks."""
    return ddl.missing(connection, TRIGGERS)
