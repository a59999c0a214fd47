"""放行与说明: the unit asks an administrator to let an error pass, who does; it explains a warning. With words, all kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accounts.models import Role, User
from crosschecks.finding import Finding, Severity
from filings.actions.verb import hold, on_filing, require_role
from filings.models import WAIVABLE, Filing, State, Waiver
from filings.refused import Refused
from filings.snapshot import live_case


@dataclass(frozen=True, slots=True)
class Cover:
    """放行或说明: what it is called, what it covers and who may give it."""

    kind: Waiver.Kind
    severity: Severity
    role: Role


ASK = Cover(Waiver.Kind.ASK, Severity.ERROR, Role.FILLER)
WAIVE = Cover(Waiver.Kind.WAIVE, Severity.ERROR, Role.ADMIN)
EXPLAIN = Cover(Waiver.Kind.EXPLAIN, Severity.WARNING, Role.FILLER)


def ask(*, filing: Filing, fingerprint: str, reason: str, by: User, now: datetime, address: str = "") -> Waiver:
    """申请放行 of an error by the unit's filler; it then stands on the administrator's first page (`overview.pleas`)."""
    return _cover(ASK, filing=filing, fingerprint=fingerprint, reason=reason, by=by, now=now, address=address)


def waive(*, filing: Filing, fingerprint: str, reason: str, by: User, now: datetime, address: str = "") -> Waiver:
    """放行 of an error by an administrator of the locality. Holds only while the figures stay the same."""
    return _cover(WAIVE, filing=filing, fingerprint=fingerprint, reason=reason, by=by, now=now, address=address)


def explain(*, filing: Filing, fingerprint: str, reason: str, by: User, now: datetime, address: str = "") -> Waiver:
    """说明 of a warning by the unit's filler."""
    return _cover(EXPLAIN, filing=filing, fingerprint=fingerprint, reason=reason, by=by, now=now, address=address)


def _cover(
    cover: Cover, *, filing: Filing, fingerprint: str, reason: str, by: User, now: datetime, address: str
) -> Waiver:
    kind, text = cover.kind, reason.strip()
    with on_filing(kind.value, filing=filing, by=by, now=now, address=address) as detail:
        require_role(filing.subject.department, kind.label, by=by, roles=(cover.role,))
        hold(filing)
        require_before_submission(filing, kind)
        finding = find(filing, fingerprint)
        if finding.severity is not cover.severity:
            raise Refused(
                f"“{finding.message}”不属于可{kind.label}的级别：错误由管理员放行，提示由填报人说明，提醒无须处理。"
            )
        if not text:
            raise Refused(f"{kind.label}须写明理由，理由会随报告留存。请填写后再提交。")
        detail.update(rule=finding.rule, fingerprint=fingerprint, reason=text)
        fields = {"fingerprint": fingerprint, "rule": finding.rule, "kind": kind, "reason": text}
        return Waiver.objects.create(filing=filing, by=by, at=now, **fields)


def require_before_submission(filing: Filing, kind: Waiver.Kind) -> None:
    """Refuse once the filing is frozen: what was submitted stays as it was submitted."""
    filing.refresh_from_db(fields=["state"])
    if filing.state not in WAIVABLE:
        raise Refused(f"“{filing.subject}”现为“{State(filing.state).label}”，内容已冻结，不能再{kind.label}。")


def find(filing: Filing, fingerprint: str) -> Finding:
    """Finding with this fingerprint as the facts stand now; refuses when the figures have changed since."""
    found = next((f for f in live_case(filing).findings if f.fingerprint == fingerprint), None)
    if found is None:
        raise Refused("这一问题已不存在，可能数据刚被修改。请刷新核对页，按最新的结果办理。")
    return found
