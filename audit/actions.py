"""审计的登记: adds one link to the chain, inside the transaction of what it tells about.

If the link cannot be written, what it tells about does not happen either; there is no switch to turn that off.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, transaction
from django.db.models import CharField

from audit.chain import START, digest_of
from audit.models import AuditEvent
from values.text import strip_illegal

# Any number will do, as long as nothing else in this database takes the same one.
_LOCK: Final = 0x5E1F_E7A1
_SAFE_INTEGER: Final = 2**53
_COLUMNS: Final = (f for f in AuditEvent._meta.concrete_fields if isinstance(f, CharField))  # noqa: SLF001 - Django's public API
_LONGEST: Final = {column.name: column.max_length or 0 for column in _COLUMNS}


def record(
    *,
    action: str,
    by: AbstractBaseUser | None,
    now: datetime,
    target: str = "",
    unit: str = "",
    address: str = "",
    result: str = "ok",
    detail: Mapping[str, Any] | None = None,
) -> AuditEvent:
    """Append who (`by`, None before sign-in) did what (`action`) when (`now`, aware) to what (`target`, like "filing:12").

    `unit` is the unit's name, `address` where the request came from, `result` ok, denied or failed. `detail` may hold texts,
    whole numbers, switches, None, lists and mappings of these; Decimals and dates are kept as text. Raises TypeError for
    anything else. Texts longer than their column are cut.
    """
    event = AuditEvent(
        at=now,
        actor=_cut("actor", by.get_username() if by is not None else ""),
        unit=_cut("unit", unit),
        address=_cut("address", address),
        action=_cut("action", action),
        target=_cut("target", target),
        result=_cut("result", result),
        detail=_plain(dict(detail or {})),
    )
    with transaction.atomic():
        _queue_up()
        last = AuditEvent.objects.order_by("-number").values_list("number", "digest").first()
        number, event.previous = last or (0, START)
        event.number = number + 1
        event.digest = digest_of(event)
        event.save(force_insert=True)
    return event


def _queue_up() -> None:
    """Let one writer at a time read the chain's end, until its transaction is over.

    SQLite's transactions are IMMEDIATE, so the write lock is ours already. A row lock would not do on PostgreSQL: the last
    row it waited for is no longer the last one, and an empty table has none.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _cut(column: str, text: str) -> str:
    longest = _LONGEST[column]
    clean = strip_illegal(text)
    return clean if len(clean) <= longest else clean[: longest - 1] + "…"


def _plain(value: Any) -> Any:  # noqa: PLR0911 - one return per kind of value reads best
    """`value` as JSON that both databases give back unchanged: no floats, no huge numbers, no illegal characters."""
    match value:
        case None | bool():
            return value
        case str():
            return strip_illegal(value)
        case int() if abs(value) < _SAFE_INTEGER:
            return value
        case int() | Decimal():
            return str(value)
        case date():  # and datetime
            return value.isoformat()
        case Mapping():
            return {strip_illegal(str(key)): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
    raise TypeError(f"审计详情里不能放 {type(value).__name__}，请先转成文字。")
