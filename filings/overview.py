"""总览: what waits for me, who is next, and how far each unit is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import Role, User
from accounts.roles import departments_with_role
from filings.expected import Expected, expected
from filings.models import WAIVABLE, Filing, State, Waiver
from filings.snapshot import live_case
from filings.visibility import with_masters
from projects.models import Department, Locality

NEXT: dict[State, tuple[Role | None, str]] = {
    State.DRAFT: (Role.FILLER, "填写并送负责人确认"),
    State.RETURNED: (Role.FILLER, "按审核意见修改、答复并重新送确认"),
    State.AWAITING: (Role.HEAD, "核对并确认"),
    State.CONFIRMED: (Role.FILLER, "报送财政部门"),
    State.SUBMITTED: (Role.REVIEWER, "开始审核"),
    State.REVIEWING: (Role.REVIEWER, "审核，退回或通过"),
    State.APPROVED: (None, "已办结"),
}


@dataclass(frozen=True, slots=True)
class NextStep:
    """轮到谁: the role that has to act ('' when nobody has) and what it has to do."""

    who: str
    verb: str


@dataclass(frozen=True, slots=True)
class UnitCount:
    """单位进度: numbers of filings by stage; `missing` are noticed forms that were never opened."""

    department: Department
    total: int
    missing: int
    open: int
    confirming: int
    submitted: int
    returned: int
    approved: int


def next_step(filing: Filing) -> NextStep:
    """Who is next for this filing, and with what."""
    role, verb = NEXT[State(filing.state)]
    return NextStep(role.label if role else "", verb)


def waiting_for(user: User) -> QuerySet[Filing]:
    """Filings on which `user` is the next to act, longest waiting first."""
    turns = Q(pk__in=[])
    for role in (Role.FILLER, Role.HEAD, Role.REVIEWER):
        states = [state for state, (who, _) in NEXT.items() if who is role]
        turns |= Q(subject__department__in=departments_with_role(user, role), state__in=states)
    return with_masters(Filing.objects.filter(turns)).order_by("changed_at", "pk")


@dataclass(frozen=True, slots=True)
class Plea:
    """放行申请: a waiver that a unit asks for, still open."""

    filing: Filing
    asked: Waiver


def pleas(user: User) -> list[Plea]:
    """Waivers that units ask of `user` as administrator, oldest first; those whose figures have changed since are over."""
    answered = Waiver.objects.filter(filing=OuterRef("filing"), fingerprint=OuterRef("fingerprint"), kind="waive")
    units = departments_with_role(user, Role.ADMIN)
    asked = Waiver.objects.filter(kind=Waiver.Kind.ASK, filing__subject__department__in=units)
    waiting = asked.filter(~Exists(answered), filing__state__in=WAIVABLE).select_related("by").order_by("at", "pk")
    newest = {(plea.filing_id, plea.fingerprint): plea for plea in waiting}
    filings = with_masters(Filing.objects.filter(pk__in={number for number, _ in newest})).in_bulk()
    # Few are open at a time, so each filing may be asked whether it still stands as it stood.
    alive = {(n, f.fingerprint) for n, filing in filings.items() for f in live_case(filing).findings}
    return [Plea(filings[plea.filing_id], plea) for key, plea in newest.items() if key in alive]


def unit_counts(locality: Locality, year: int, departments: Sequence[int] = ()) -> list[UnitCount]:
    """How far each unit of a locality is in a year; units of which nothing is asked are left out."""
    by_unit: dict[Department, list[Expected]] = {}
    for row in expected(locality=locality, year=year, departments=departments):
        by_unit.setdefault(row.department, []).append(row)
    return [_count(unit, rows) for unit, rows in sorted(by_unit.items(), key=lambda pair: pair[0].code)]


def _count(unit: Department, rows: list[Expected]) -> UnitCount:
    states = Counter(row.filing.state if row.filing else "" for row in rows)
    return UnitCount(
        department=unit,
        total=len(rows),
        missing=states[""],
        open=states[State.DRAFT],
        confirming=states[State.AWAITING] + states[State.CONFIRMED],
        submitted=states[State.SUBMITTED] + states[State.REVIEWING],
        returned=states[State.RETURNED],
        approved=states[State.APPROVED],
    )
