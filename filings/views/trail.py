"""审计记录: the trail, filtered and in pages."""

from __future__ import annotations

import django_filters
import django_tables2 as tables
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_tables2 import RequestConfig

from accounts.models import Membership, Role, User
from accounts.roles import departments_with_role
from accounts.templatetags.identity import RESULTS, VERBS
from accounts.trail_words import detail_words, target_asked, target_words
from audit.models import AuditEvent
from filings.views.requests import PageRequest
from projects.models import Department


class TrailFilter(django_filters.FilterSet):
    """筛选: 人, 动作, 结果, 对象, 日期."""

    actor = django_filters.CharFilter("actor", "icontains", label="用户名")
    action = django_filters.ChoiceFilter(choices=list(VERBS.items()), label="动作", empty_label="全部动作")
    result = django_filters.ChoiceFilter(choices=list(RESULTS.items()), label="结果", empty_label="全部结果")
    target = django_filters.CharFilter(method="about", label="对象（如 填报 12）")
    since = django_filters.DateFilter(
        "at", "date__gte", label="起（2026-03-01）", widget=django_filters.widgets.forms.TextInput()
    )
    until = django_filters.DateFilter("at", "date__lte", label="止", widget=django_filters.widgets.forms.TextInput())

    class Meta:
        model = AuditEvent
        fields: list[str] = []

    def about(self, events: QuerySet[AuditEvent], _name: str, words: str) -> QuerySet[AuditEvent]:
        """What was done to a thing that is named as the table names it; with a number, to that one alone."""
        asked = target_asked(words)
        return (
            events.filter(target=asked)
            if asked[-1:].isdigit() and ":" in asked
            else events.filter(target__icontains=asked)
        )


class TrailTable(tables.Table):
    """审计记录."""

    number = tables.Column("序号", attrs={"td": {"class": "num"}})
    at = tables.DateTimeColumn(verbose_name="时间", format="Y-m-d H:i:s")
    actor = tables.Column("用户名")
    action = tables.Column("动作")
    target = tables.Column("对象")
    result = tables.Column("结果")
    address = tables.Column("来源地址")
    detail = tables.Column("详情", orderable=False)

    class Meta:
        model = AuditEvent
        fields = ("number", "at", "actor", "unit", "action", "target", "result", "address", "detail")
        attrs = {"class": "list log"}
        empty_text = "没有符合条件的记录"
        order_by = "-number"

    def render_action(self, value: str) -> str:
        """In words."""
        return VERBS.get(value, value)

    def render_target(self, value: str) -> str:
        """In words."""
        return target_words(value)

    def render_result(self, value: str) -> SafeString:
        """In words, refusals marked."""
        kind = "" if value == "ok" else "tag-warning"
        return format_html('<span class="tag {}">{}</span>', kind, RESULTS.get(value, value))

    def render_detail(self, value: dict[str, object]) -> str:
        """Name and value, one after another."""
        return detail_words(value)[:300]


def trail_page(request: PageRequest) -> HttpResponse:
    """The table with its filters."""
    found = TrailFilter(request.GET, queryset=events_for(request.user), request=request)
    table = TrailTable(found.qs)
    RequestConfig(request, paginate={"per_page": 50}).configure(table)
    return render(request, "admin_pages/trail.html", {"filter": found, "table": table})


def events_for(user: User) -> QuerySet[AuditEvent]:
    """Events of the localities the user administers: by their units and by their people (also refused sign-ins).

    Events name units in plain words, and another locality may have a unit of the same name: what its people did there, and
    what people of both did elsewhere, stays out.
    """
    units = departments_with_role(user, Role.ADMIN)
    here = Membership.objects.filter(department__in=units)
    people = User.objects.filter(memberships__in=here)
    strangers = User.objects.filter(memberships__isnull=False).exclude(pk__in=people.values("pk")).values("username")
    names = units.values("name")
    elsewhere = Department.objects.exclude(pk__in=units.values("pk")).exclude(name__in=names).values("name")
    names_of_people = list(people.values_list("username", flat=True).distinct())
    of_units = Q(unit__in=names) & ~Q(actor__in=strangers)
    of_people = Q(actor__in=names_of_people) & ~Q(unit__in=elsewhere)
    refused = Q(actor="", action__in=("login", "lockout"), detail__username__in=names_of_people)
    return AuditEvent.objects.filter(of_units | of_people | refused)
