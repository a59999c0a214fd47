"""热力表的画法 (django-tables2): filings down, rules across, a count in every cell that leads to the findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from filings.models import Filing
from filings.views.tables import state_mark
from reviews.heat import Cell, Heat, rule_name

Line = Mapping[str, Any]


class RuleColumn(tables.Column):
    """一条规则 of the catalogue."""

    def __init__(self, rule: str) -> None:
        """Number above name, upright; sorted by how many."""
        self.rule = rule
        attrs = {"th": {"class": "heat-rule", "scope": "col"}, "td": {"class": "heat-cell"}}
        name = format_html('<b>{}</b><span class="heat-name">{}</span>', rule, rule_name(rule))
        super().__init__(name, accessor=f"cells__{rule}", order_by=f"counts__{rule}", default="", attrs=attrs)

    def render(self, value: Cell, record: Line) -> SafeString:
        """The count, coloured by the gravest that nobody settled."""
        kind = value.severity or "settled"
        told = f"{self.rule} {rule_name(self.rule)}：{value.count} 条"
        if value.settled:
            told += f"，其中已说明或放行 {value.settled} 条"
        address = f"{reverse('review', args=[record['filing'].pk])}#rule-{self.rule}"
        template = '<a class="heat heat-{}" href="{}" title="{}" aria-label="{}">{}</a>'
        return format_html(template, kind, address, told, told, value.count)

    def footer(self, table: HeatTable) -> str:
        """In how many filings."""
        return str(sum(bool(line["counts"].get(self.rule)) for line in table.lines))


class HeatTable(tables.Table):
    """热力表."""

    filing = tables.Column(
        "填报", order_by="name", attrs={"th": {"class": "heat-first"}, "td": {"class": "heat-first"}}
    )
    open = tables.Column("未了结", attrs={"th": {"class": "heat-sum"}, "td": {"class": "heat-sum num"}})

    class Meta:
        attrs = {"class": "list heat-table"}
        empty_text = "没有可看的填报"
        sequence = ("filing", "open", "...")

    def __init__(self, heat: Heat, **kwargs: Any) -> None:
        """A column for every rule that found something."""
        self.lines = [line_of(row.filing, row.cells, row.open, live=row.live) for row in heat.rows]
        super().__init__(self.lines, extra_columns=[(rule, RuleColumn(rule)) for rule in heat.rules], **kwargs)

    def render_filing(self, value: Filing, record: Line) -> SafeString:
        """Name, unit and state; what may still change says so."""
        live = format_html('<span class="tag">{}</span>', "现在的内容") if record["live"] else ""
        template = '<a class="list-name" href="{}">{}</a><span class="list-sub">{} · {} {}</span>'
        address = reverse("review", args=[value.pk])
        return format_html(template, address, record["name"], record["unit"], state_mark(value), live)


def line_of(filing: Filing, cells: Mapping[str, Cell], unsettled: int, *, live: bool) -> Line:
    """A row as tables2 sorts and draws it."""
    project, unit = filing.subject.project, filing.subject.department
    return {
        "filing": filing,
        "name": project.name if project else unit.name,
        "unit": unit.short_name or unit.name,
        "live": live,
        "open": unsettled,
        "cells": cells,
        "counts": {rule: cell.count for rule, cell in cells.items()},
    }
