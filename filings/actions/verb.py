"""动作的共同骨架: one transaction, the audit row in it, compare-and-set of the state; a refusal leaves its own audit row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import Role, User
from accounts.roles import has_role
from audit.actions import record
from filings.models import Filing, State
from filings.refused import Refused
from filings.states import Transition
from projects.models import Department, Subject

Detail = dict[str, Any]


@contextmanager
def acting(
    action: str, *, target: str, unit: Department, by: User, now: datetime, address: str = ""
) -> Iterator[Detail]:
    """Run the block in one transaction that ends with the audit row `action`; fill the yielded dict with its details.

    A `Refused` rolls everything back and is written down as refused, in a transaction of its own, before it goes on.
    """
    told: Detail = {"action": action, "target": target, "unit": unit.name, "by": by, "now": now, "address": address}
    detail: Detail = {}
    try:
        with transaction.atomic():
            yield detail
            record(**told, detail=detail)
    except Refused as refusal:
        with transaction.atomic():
            record(**told, result="refused", detail={"message": refusal.message})
        raise


def on_filing(action: str, *, filing: Filing, by: User, now: datetime, address: str = "") -> Any:
    """`acting` on a filing."""
    unit = filing.subject.department
    return acting(f"filing.{action}", target=filing.target, unit=unit, by=by, now=now, address=address)


def hold(filing: Filing) -> Subject:
    """Hold the subject's row until the transaction ends, so that no save of facts is under way while the state moves.

    `factbook.apply` takes the same row first; a save that waits for us finds the state moved and is refused by the triggers.
    """
    return hold_subject(filing.subject_id)


def hold_subject(pk: int) -> Subject:
    """`hold` by the subject's id; the row is fresh from the database."""
    return Subject.objects.select_for_update().get(pk=pk)


def require(filing: Filing, step: Transition, *, by: User, reason: str | None = None) -> None:
    """Refuse unless `by` may take `step` now (and gave a reason where one is needed)."""
    require_role(filing.subject.department, step.verb, by=by, roles=step.roles)
    if filing.state not in step.sources:
        wanted = "或".join(f"“{state.label}”" for state in step.sources)
        raise Refused(
            f"“{filing.subject}”现为“{State(filing.state).label}”，只有{wanted}时才能{step.verb}。请刷新页面查看最新状态。"
        )
    if step.reason and not (reason or "").strip():
        raise Refused(f"{step.verb}须写明理由，对方要照着修改。请填写理由后再{step.verb}。")


def require_role(department: Department, verb: str, *, by: User, roles: tuple[Role, ...]) -> None:
    """Refuse unless `by` holds one of `roles` for `department`."""
    if not has_role(by, department, *roles):
        who = "或".join(role.label for role in roles)
        raise Refused(f"{verb}须由{department}的{who}办理，您没有这一角色。如确需办理，请联系管理员调整任职。")


def move(
    filing: Filing, step: Transition, *, by: User, now: datetime, version: int | None = None, **fields: Any
) -> None:
    """Compare-and-set the state; `version` is what the page showed (None: as loaded). Refuses when somebody was faster."""
    expected = filing.version if version is None else version
    values: Detail = {
        "state": step.lands(filing),
        "version": expected + 1,
        "changed_by": by,
        "changed_at": now,
        **fields,
    }
    if not Filing.objects.filter(pk=filing.pk, state=filing.state, version=expected).update(**values):
        current = Filing.objects.get(pk=filing.pk)
        raise Refused(
            f"“{filing.subject}”在您打开页面之后已被 {current.changed_by} 处理，现为“{current.get_state_display()}”，"
            f"本次“{step.verb}”没有执行。请刷新页面核对后再办理。"
        )
    for name, value in values.items():
        setattr(filing, name, value)
