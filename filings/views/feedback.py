"""误报与规则页: a finding called wrong, and what that says of the rules."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from accounts.roles import localities_with_role
from crosschecks.finding import SEVERITY_LABELS, Finding
from crosschecks.kinds.registry import KINDS
from filings.actions.feedback import AS_IS, report_false_alarm, set_level
from filings.models import FalseAlarm, RuleLevel
from filings.refused import Refused
from filings.views.imports import number
from filings.views.messages import back, say_refused
from filings.views.requests import PageRequest
from filings.views.seen import seen_case
from projects.models import Locality

LATEST = 3  # reasons shown beside a rule


def finding_false_alarm(request: PageRequest, filing_id: int) -> HttpResponse:
    """Say that a finding of this filing is wrong."""
    filing = request.filing
    try:
        found = _found(request, request.POST.get("fingerprint", ""))
        report_false_alarm(
            rule=found.rule,
            fingerprint=found.fingerprint,
            message=found.message,
            reason=request.POST.get("reason", ""),
            locality=filing.subject.department.locality,
            filing=filing,
            by=request.user,
            now=timezone.now(),
            address=request.address,
        )
        messages.success(request, f"已记下规则 {found.rule} 的这次误报；问题仍须处理，管理员可据此放行或调低规则。")
    except Refused as refusal:
        say_refused(request, refusal)
        return back(request, done=False)
    return back(request, done=True)


def _found(request: PageRequest, fingerprint: str) -> Finding:
    """The finding as its reader was shown it: the bureau reads what was submitted, also while the unit corrects it."""
    for finding in seen_case(request.filing, request.user).findings:
        if finding.fingerprint == fingerprint:
            return finding
    raise Refused("这一问题已不存在，可能数据刚被修改。请刷新核对页。")


def rules_page(request: PageRequest) -> HttpResponse:
    """Every rule of the catalogue with its level here, how often it was called wrong, and the latest reasons."""
    locality = _locality(request, request.GET.get("locality", ""))
    context = {
        "localities": localities_with_role(request.user, Role.ADMIN),
        "locality": locality,
        "rows": rule_rows(locality) if locality else [],
        "levels": [(AS_IS, "按目录"), *RuleLevel.Level.choices],
    }
    return render(request, "admin_pages/rules.html", context)


def rule_rows(locality: Locality) -> list[dict[str, Any]]:
    """Rules, those called wrong most often first, then those turned down already. Three queries."""
    alarms = FalseAlarm.objects.filter(locality=locality)
    counts = dict(alarms.values_list("rule").annotate(Count("pk")).order_by())
    levels = {row.rule: row for row in RuleLevel.objects.filter(locality=locality).select_related("by")}
    latest: dict[str, list[FalseAlarm]] = {}
    for alarm in alarms.select_related("by"):
        latest.setdefault(alarm.rule, []).append(alarm)
    rows = [
        {
            "rule": rule,
            "name": kind.name,
            "severity": str(kind.severity),
            "severity_label": SEVERITY_LABELS[kind.severity],
            "source": kind.source,
            "alarms": counts.get(rule, 0),
            "latest": latest.get(rule, [])[:LATEST],
            "level": levels.get(rule),
        }
        for rule, kind in KINDS.items()
    ]
    return sorted(rows, key=lambda row: (-row["alarms"], row["level"] is None))


def rule_level(request: PageRequest) -> HttpResponse:
    """Turn a rule down, off or up again."""
    locality = _locality(request, request.POST.get("locality", ""))
    rule = request.POST.get("rule", "")
    if locality is None:
        messages.error(request, "请选择您管理的行政区划。")
        return redirect("rules")
    try:
        set_level(
            rule=rule,
            level=request.POST.get("level", ""),
            reason=request.POST.get("reason", ""),
            locality=locality,
            by=request.user,
            now=timezone.now(),
            address=request.address,
        )
        messages.success(request, f"规则 {rule} 的级别已保存，此后打开的填报和体检按它办。")
    except Refused as refusal:
        say_refused(request, refusal)
        return redirect(f"{reverse('rules')}?locality={locality.pk}")
    # To the row that was set, which tells by whom and when; the address says nothing that was not checked before.
    return redirect(f"{reverse('rules')}?locality={locality.pk}#rule-{rule}")


def _locality(request: PageRequest, text: str) -> Locality | None:
    administered = localities_with_role(request.user, Role.ADMIN)
    chosen = number(text)
    return administered.filter(pk=chosen).first() if chosen else administered.first()
