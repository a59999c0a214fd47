"""误报与规则级别的动作: say that a finding is wrong; turn a noisy rule down or up again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import Role, User
from accounts.roles import localities_with_role
from audit.actions import record
from crosschecks.kinds.registry import KINDS
from filings.models import FalseAlarm, Filing, RuleLevel
from filings.refused import Refused
from projects.models import Locality

AS_IS = "as-is"


def report_false_alarm(
    *,
    rule: str,
    fingerprint: str,
    message: str,
    reason: str,
    locality: Locality,
    by: User,
    now: datetime,
    filing: Filing | None = None,
    address: str = "",
) -> FalseAlarm:
    """误报 of one finding; the same person saying it again replaces the reason. Raises Refused without a reason."""
    if not reason.strip():
        raise Refused("请写一句为什么这不是问题，管理员要据此判断是否调低这条规则。")
    if rule not in KINDS:
        raise Refused(f"没有“{rule}”这条规则，请刷新页面后再报。")
    with transaction.atomic():
        fields = {"rule": rule, "message": message, "reason": reason.strip(), "at": now}
        alarm, _ = FalseAlarm.objects.update_or_create(
            fingerprint=fingerprint, by=by, defaults={**fields, "locality": locality, "filing": filing}
        )
        target = filing.target if filing else f"rule:{rule}"
        record(action="rule.false_alarm", by=by, now=now, target=target, address=address, detail={"rule": rule})
    return alarm


def set_level(
    *, rule: str, level: str, reason: str, locality: Locality, by: User, now: datetime, address: str = ""
) -> None:
    """调低 a rule to a hint, switch it off, or let it speak again (`as-is`), by an administrator of the locality."""
    if not localities_with_role(by, Role.ADMIN).filter(pk=locality.pk).exists():
        raise Refused(f"规则级别须由{locality}的管理员设置，您没有这一角色。")
    if rule not in KINDS:
        raise Refused(f"没有“{rule}”这条规则，请刷新页面。")
    if level not in {AS_IS, *RuleLevel.Level.values}:
        raise Refused("级别只能是“按目录”“只作提醒”“不再检查”之一。")
    if level != AS_IS and not reason.strip():
        raise Refused(f"调低规则 {rule} 须写明理由，理由会列在规则页上。")
    with transaction.atomic():
        if level == AS_IS:
            RuleLevel.objects.filter(locality=locality, rule=rule).delete()
        else:
            fields = {"level": level, "reason": reason.strip(), "by": by, "at": now}
            RuleLevel.objects.update_or_create(locality=locality, rule=rule, defaults=fields)
        detail = {"rule": rule, "level": level, "reason": reason.strip()}
        record(
            action="rule.level",
            by=by,
            now=now,
            target=f"locality:{locality.pk}",
            unit=locality.name,
            address=address,
            detail=detail,
        )
