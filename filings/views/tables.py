"""填报一览的表与筛选 (django-tables2, django-filter)."""

from __future__ import annotations

from typing import Any

import django_filters
import django_tables2 as tables
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.roles import visible_departments
from accounts.templatetags.identity import icon
from entry.templatetags.marks import days_left
from filings.asked import Deadline
from filings.models import Filing, State
from filings.overview import next_step
from projects.models import Department

STATE_ICONS = {
    State.DRAFT: "some",
    State.RETURNED: "trouble",
    State.AWAITING: "clock",
    State.CONFIRMED: "clock",
    State.SUBMITTED: "some",
    State.REVIEWING: "clock",
    State.APPROVED: "done",
}
SOON = 7


def units_for(request: HttpRequest | None) -> QuerySet[Department]:
    """Units that may be chosen in a filter: only those the user may see."""
    if request is None or not request.user.is_authenticated:
        return Department.objects.none()
    return visible_departments(request.user).exclude(kind=Department.Kind.FINANCE)


class FilingFilter(django_filters.FilterSet):
    """筛选: 年度, 状态, 单位, 名称."""

    year = django_filters.NumberFilter("subject__year", label="年度")
    state = django_filters.MultipleChoiceFilter(choices=State.choices, label="状态", method="in_states")
    unit = django_filters.ModelChoiceFilter(
        "subject__department", queryset=units_for, label="单位", empty_label="全部单位"
    )
    q = django_filters.CharFilter(method="named", label="项目或单位名称")

    class Meta:
        model = Filing
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A plain drop-down for the state, and a year that keeps what was typed."""
        super().__init__(*args, **kwargs)
        self.filters["year"].field.widget.input_type = "text"
        self.filters["year"].field.widget.attrs["inputmode"] = "numeric"
        state = self.filters["state"].field
        state.widget = django_filters.widgets.forms.Select(choices=[("", "全部状态"), *State.choices])
        state.widget.value_from_datadict = lambda data, files, name: [v for v in data.getlist(name) if v]
        state.widget.format_value = lambda value: [str(v) for v in (value or [""])]

    def in_states(self, filings: QuerySet[Filing], name: str, value: list[str]) -> QuerySet[Filing]:
        """Any of the states named in the address."""
        return filings.filter(state__in=value) if value else filings

    def named(self, filings: QuerySet[Filing], name: str, value: str) -> QuerySet[Filing]:
        """Part of a project's or unit's name or code."""
        words = Q(subject__project__name__icontains=value) | Q(subject__project__code__icontains=value)
        return filings.filter(words | Q(subject__department__name__icontains=value))


class FilingTable(tables.Table):
    """填报一览."""

    subject = tables.Column("填报对象", order_by=("subject__project__name", "subject__department__name"))
    department = tables.Column("单位", accessor="subject__department", order_by="subject__department__code")
    year = tables.Column("年度", accessor="subject__year")
    state = tables.Column("状态")
    turn = tables.Column("轮到谁", empty_values=(), orderable=False)
    due = tables.Column("截止", empty_values=(), orderable=False)
    changed_at = tables.DateTimeColumn(verbose_name="最近办理", format="n月j日 H:i")

    class Meta:
        model = Filing
        fields = ("subject", "department", "year", "state", "turn", "due", "changed_at")
        attrs = {"class": "list"}
        empty_text = "没有符合条件的填报"
        order_by = "-changed_at"

    def __init__(self, *args: Any, dues: dict[int, Deadline] | None = None, **kwargs: Any) -> None:
        """`dues` are the deadlines of the rows on the page."""
        super().__init__(*args, **kwargs)
        self.dues = dues or {}

    def render_subject(self, record: Filing) -> SafeString:
        """Name as a link, the form below it."""
        name = record.subject.project.name if record.subject.project else str(record.subject.department)
        template = '<a class="list-name" href="{}">{}</a><span class="list-sub">{}</span>'
        return format_html(template, self.address_of(record), name, record.blueprint.name)

    def address_of(self, record: Filing) -> str:
        """Where a row leads."""
        return f"/filings/{record.pk}/"

    def render_state(self, record: Filing) -> SafeString:
        """Icon and word."""
        return state_mark(record)

    def render_turn(self, record: Filing) -> str:
        """Role that is to act."""
        return next_step(record).who or "—"

    def render_due(self, record: Filing) -> SafeString | str:
        """Date and what is left; nothing once approved."""
        deadline = self.dues.get(record.pk)
        if deadline is None or record.state == State.APPROVED:
            return "—"
        return due_mark(deadline)


def state_mark(filing: Filing) -> SafeString:
    """状态 as icon and word."""
    state = State(filing.state)
    return format_html(
        '<span class="status status-{}">{}{}</span>', filing.state, icon(STATE_ICONS[state]), state.label
    )


def due_mark(deadline: Deadline) -> SafeString:
    """截止日期 with the days left."""
    days = deadline.days_left(timezone.localdate())
    kind = "tag-late" if days < 0 else "tag-soon" if days <= SOON else ""
    when = f"{deadline.due_on.month}月{deadline.due_on.day}日"
    return format_html('{} <span class="tag {}">{}</span>', when, kind, days_left(days))
