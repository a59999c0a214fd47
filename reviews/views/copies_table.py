"""雷同概览的画法 (django-tables2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from filings.models import Filing
from filings.views.tables import state_mark
from reviews.likeness import LikenessRow, Shared

MUCH: Final = 0.6
SOME: Final = 0.3
Line = Mapping[str, Any]


class CopiesTable(tables.Table):
    """雷同概览."""

    filing = tables.Column("填报", order_by="name")
    siblings = tables.Column("与同批雷同", order_by="siblings_share", default="—")
    closest = tables.Column("最像的一份", orderable=False, default="—")
    last_year = tables.Column("与上年雷同", order_by="last_year_share", default="无上年")
    residue = tables.Column("模板残留", attrs={"td": {"class": "num"}, "th": {"class": "num"}})
    names = tables.Column("外地名称", attrs={"td": {"class": "num"}, "th": {"class": "num"}})

    class Meta:
        attrs = {"class": "list copies-table"}
        empty_text = "没有已报送的填报"

    def __init__(self, rows: Sequence[LikenessRow], others: Mapping[int, Filing], **kwargs: Any) -> None:
        """`others`: every filing of the batch, by number."""
        super().__init__([line_of(row, others) for row in rows], **kwargs)

    def render_filing(self, value: Filing, record: Line) -> SafeString:
        """Name, unit and state."""
        template = '<a class="list-name" href="{}">{}</a><span class="list-sub">{} · {}</span>'
        unit = value.subject.department
        address = reverse("review-copies-of", args=[value.pk])
        return format_html(template, address, record["name"], unit.short_name or unit.name, state_mark(value))

    def render_siblings(self, value: Shared, record: Line) -> SafeString | str:
        """A bar and the share."""
        return bar(value, f"{reverse('review-copies-of', args=[record['filing'].pk])}#siblings")

    def render_last_year(self, value: Shared, record: Line) -> SafeString | str:
        """The same for last year."""
        return bar(value, f"{reverse('review-copies-of', args=[record['filing'].pk])}#last-year")

    def render_closest(self, value: Filing) -> SafeString:
        """The filing that shares most."""
        return format_html('<a href="{}">{}</a>', reverse("review", args=[value.pk]), name_of(value))

    def render_residue(self, value: int, record: Line) -> SafeString | str:
        """A count that leads there."""
        return count(value, f"{reverse('review-copies-of', args=[record['filing'].pk])}#residue")

    def render_names(self, value: int, record: Line) -> SafeString | str:
        """A count that leads there."""
        return count(value, f"{reverse('review-copies-of', args=[record['filing'].pk])}#names")


def bar(shared: Shared, address: str) -> SafeString | str:
    """雷同率: a meter with its figure; the words beside it say what the length means."""
    if shared.share is None:
        return "没有可比的文字"
    kind = "much" if shared.share >= MUCH else "some" if shared.share >= SOME else "few"
    percent = round(shared.share * 100)
    template = '<a class="share share-{}" href="{}"><meter min="0" max="100" value="{}"></meter><b>{}%</b></a>'
    return format_html(template, kind, address, percent, percent)


def count(number: int, address: str) -> SafeString | str:
    """A number with its link, a dash for none."""
    return format_html('<a class="heat heat-warning" href="{}">{}</a>', address, number) if number else "—"


def name_of(filing: Filing) -> str:
    """项目名称, or the unit's."""
    return filing.subject.project.name if filing.subject.project else filing.subject.department.name


def line_of(row: LikenessRow, others: Mapping[int, Filing]) -> Line:
    """A row as tables2 sorts and draws it; what cannot be compared sorts last."""
    return {
        "filing": row.filing,
        "name": name_of(row.filing),
        "siblings": row.siblings,
        "siblings_share": share(row.siblings),
        "closest": others.get(row.siblings.closest) if row.siblings.closest else None,
        "last_year": row.last_year,
        "last_year_share": share(row.last_year),
        "residue": row.residue,
        "names": row.names,
    }


def share(shared: Shared | None) -> float:
    """For sorting."""
    return -1.0 if shared is None or shared.share is None else shared.share
