"""资料包的范围: what goes in (filings with a snapshot), what is missing, and the order to make it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.db import transaction

from accounts.models import Role, User
from accounts.roles import localities_with_role
from filings import jobs
from filings.actions.verb import acting
from filings.expected import Expected, expected
from filings.models import FROZEN_STATES, Bundle, BundleItem, Filing, Snapshot, State
from filings.refused import Refused
from projects.models import Department, Locality


def plan_bundle(
    *,
    locality: Locality,
    year: int,
    departments: Sequence[int],
    forms: Sequence[str],
    by: User,
    now: datetime,
    address: str = "",
) -> Bundle:
    """生成年度资料包 by an administrator; empty sequences mean all units and forms. The job is queued on commit.

    Approved filings come first, then submitted ones; whatever else is expected goes into the list of the missing.
    """
    target = f"locality:{locality.pk}"
    with acting("bundle.plan", target=target, unit=_desk(locality, by), by=by, now=now, address=address) as detail:
        require_admin(locality, by=by)
        wanted = expected(locality=locality, year=year, departments=departments, forms=forms)
        chosen = sorted((row for row in wanted if is_ready(row)), key=in_order)
        if not chosen:
            raise Refused(
                f"{locality} {year} 年度所选范围内没有已报送的填报，无法生成资料包。请放宽单位或表样的选择，或先催报。"
            )
        bundle = Bundle.objects.create(
            locality=locality,
            year=year,
            choice={"departments": list(departments), "forms": list(forms)},
            total=len(chosen),
            missing=[told(row) for row in wanted if not is_ready(row)],
            by=by,
            at=now,
        )
        BundleItem.objects.bulk_create(items(bundle, [row.filing for row in chosen if row.filing]), batch_size=500)
        detail.update(bundle=bundle.pk, year=year, items=len(chosen), missing=len(bundle.missing))
        transaction.on_commit(partial(jobs.enqueue, "run_bundle", bundle.pk), robust=True)
    return bundle


def retry_bundle(*, bundle: Bundle, by: User, now: datetime, address: str = "") -> None:
    """重试: failed items once more, finished ones stay; refused while the job is alive."""
    target, unit = f"bundle:{bundle.pk}", _desk(bundle.locality, by)
    with acting("bundle.retry", target=target, unit=unit, by=by, now=now, address=address):
        require_admin(bundle.locality, by=by)
        ended = Bundle.objects.filter(pk=bundle.pk, status__in=(Bundle.Status.DONE, Bundle.Status.FAILED))
        fields = {"status": Bundle.Status.QUEUED, "error": "", "worker": "", "heartbeat": None, "finished_at": None}
        if not ended.update(**fields):
            raise Refused("资料包正在生成，不能重试。请等待其完成；如长时间没有进展，系统会自动续做。")
        bundle.items.filter(status=BundleItem.Status.FAILED).update(status=BundleItem.Status.WAITING, message="")
        transaction.on_commit(partial(jobs.enqueue, "run_bundle", bundle.pk), robust=True)
    bundle.refresh_from_db()


def require_admin(locality: Locality, *, by: User) -> None:
    """Refuse whoever does not administer the locality."""
    if not localities_with_role(by, Role.ADMIN).filter(pk=locality.pk).exists():
        raise Refused(f"年度资料包由{locality}的管理员生成，您没有这一角色。如确需办理，请联系管理员调整任职。")


def is_ready(row: Expected) -> bool:
    """Does this filing stand submitted, with a snapshot to draw from?"""
    return row.filing is not None and row.filing.state in FROZEN_STATES


def in_order(row: Expected) -> tuple[bool, str, str, str, str]:
    """Approved first, then by unit, project and form."""
    approved = row.filing is not None and row.filing.state == State.APPROVED
    return not approved, row.department.code, row.project.code if row.project else "", row.form, row.name


def items(bundle: Bundle, filings: Sequence[Filing]) -> list[BundleItem]:
    """One item per filing, tied to the snapshot of its present round: earlier rounds never get in."""
    rounds = {filing.pk: filing.round for filing in filings}
    rows = Snapshot.objects.filter(filing__in=list(rounds)).values_list("pk", "filing_id", "round")
    snapshots = {filing: pk for pk, filing, number in rows if rounds[filing] == number}
    return [BundleItem(bundle=bundle, filing=filing, snapshot_id=snapshots[filing.pk]) for filing in filings]


def told(row: Expected) -> dict[str, str]:
    """A line of the list of the missing, in words that stay true when masters change."""
    return {
        "department": row.department.name,
        "project": str(row.project) if row.project else "部门整体",
        "form": row.name,
        "state": row.filing.get_state_display() if row.filing else "未填报",
    }


def _desk(locality: Locality, by: User) -> Department:
    """The unit under which the audit trail tells of it: the user's own in this locality, else the locality's first."""
    own = Department.objects.filter(locality=locality, memberships__user=by).first()
    return own or Department.objects.filter(locality=locality).order_by("kind", "pk")[0]
