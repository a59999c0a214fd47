"""得分与勾稽面板: scores and findings as plain words, the same for the template and for the scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.urls import reverse

from blueprints.schema import Blueprint, FundsTable
from crosschecks.finding import SEVERITY_LABELS, Finding, Severity
from crosschecks.kinds.registry import KINDS
from documents.text import anchor
from filings.fixes import Offer
from filings.gate import Stand
from filings.models import FalseAlarm, Filing
from scoring.sheet import ScoreLine, ScoreSheet
from values.number import parse_number
from values.numerals import plain

_NO_OFFERS: Mapping[str, Offer] = MappingProxyType({})


def points(value: Decimal | None) -> str:
    """A score as shown; '' when unknown."""
    return "" if value is None else plain(value)


def as_filed(value: Decimal | None, raw: str) -> str:
    """A computed score with the decimals of the self score beside it: 3.00 beside 3.00, 10 beside 10."""
    typed = parse_number(raw).value
    decimals = -int(typed.as_tuple().exponent) if typed is not None else 0
    shown = points(value)
    return f"{value:.{decimals}f}" if value is not None and decimals > len(shown.partition(".")[2]) else shown


def place_link(filing: Filing, blueprint: Blueprint, path: str, *, here: str = "", read_only: bool = False) -> str:
    """Address of the input of a fact: section page and field; '' when no section asks for it.

    For those who may not fill in, the place on the finished paper.
    """
    if not path:
        return ""  # words of the paper that no fact stands behind
    path = asked_path(blueprint, path)
    section = blueprint.section_of(path)
    if section is None:
        return ""
    if read_only:
        return f"{reverse('preview', args=[filing.pk])}#{anchor(path)}"
    page = "" if section.key == here else reverse("section", args=[filing.pk, section.key])
    return f"{page}#{path}"


def asked_path(blueprint: Blueprint, path: str) -> str:
    """The fact itself; for a total that the form only adds up, the first of its parts that it asks for."""
    match path.split("."):
        case ["funds", stage, _] if blueprint.section_of(path) is None:
            tables = (table for table in blueprint.tables if isinstance(table, FundsTable))
            parts = (f"funds.{stage}.{name}" for table in tables for name in table.names())
            return next((part for part in parts if blueprint.section_of(part)), path)
        case ["sum", table, column]:
            return f"list.{table}.first.{column}"  # the section of the list, whichever row
    return path


def score_panel(filing: Filing, blueprint: Blueprint, sheet: ScoreSheet, *, here: str = "") -> dict[str, Any]:
    """Totals, grade and one entry per line."""
    return {
        "of": points(sheet.of_total),
        "self": "" if sheet.self_total is None else f"{sheet.self_total:f}",  # 99.80 as on the paper, not 99.8
        "computed": points(sheet.computed_total),
        "manual": sheet.manual_lines,
        "grade": sheet.grade,
        "grade_computed": sheet.grade_computed,
        "lines": [_line(filing, blueprint, line, here) for line in sheet.lines],
    }


def _line(filing: Filing, blueprint: Blueprint, line: ScoreLine, here: str) -> dict[str, str]:
    difference = line.difference
    return {
        "key": line.key,
        "label": line.label,
        "of": points(line.of),
        "computed": as_filed(line.award.points, line.self_raw),
        "status": line.award.status,
        "self": line.self_raw,
        "difference": "" if not difference else f"{difference:+f}".rstrip("0").rstrip("."),
        "because": line.award.because.sentence(),
        "needs_reason": line.award.because.needs_reason,
        "href": place_link(filing, blueprint, line.path, here=here),
    }


def finding_rows(
    filing: Filing,
    blueprint: Blueprint,
    stands: Iterable[Stand],
    *,
    here: str = "",
    read_only: bool = False,
    offers: Mapping[str, Offer] = _NO_OFFERS,
) -> list[dict[str, Any]]:
    """Findings with links to their places, worst first, and what of `offers` a button may change.

    On the page where one is typing (`here`), what may still come is said softly; elsewhere it counts like any other.
    """

    def link(path: str) -> str:
        return place_link(filing, blueprint, path, here=here, read_only=read_only)

    rows = [
        {
            **_finding(stand, link, soft=bool(here)),
            "fix": offer.words if (offer := offers.get(stand.finding.fingerprint)) else "",
        }
        for stand in stands
    ]
    order = [str(severity) for severity in SEVERITY_LABELS]
    return sorted(rows, key=lambda row: (row["settled"], order.index(row["severity"])))


def add_alarms(rows: Iterable[dict[str, Any]], filing: Filing) -> None:
    """误报 that people have told about findings of this filing, beside them. One query."""
    alarms: dict[str, list[FalseAlarm]] = {}
    for alarm in FalseAlarm.objects.filter(filing=filing).select_related("by"):
        alarms.setdefault(alarm.fingerprint, []).append(alarm)
    for row in rows:
        row["alarms"] = alarms.get(row["fingerprint"], [])


def _finding(stand: Stand, link: Callable[[str], str], *, soft: bool) -> dict[str, Any]:
    finding = stand.finding
    waiver = stand.waiver
    waits = soft and finding.pending
    return {
        "rule": finding.rule,
        "severity": str(Severity.HINT if waits else finding.severity),
        "severity_label": "待填完" if waits else SEVERITY_LABELS[finding.severity],
        "message": finding.message,
        "arithmetic": finding.arithmetic,
        "remedy": finding.remedy,
        "source": finding.source,
        "fingerprint": finding.fingerprint,
        "settled": waiver is not None,
        "settled_label": f"已{waiver.get_kind_display()}" if waiver else "",
        "settlement": f"{waiver.by} {waiver.get_kind_display()}：{waiver.reason}" if waiver else "",
        "asked": f"{stand.asked.by} 申请放行：{stand.asked.reason}" if stand.asked and stand.waiver is None else "",
        "may_tell": finding.rule in KINDS,  # what no rule of the catalogue says cannot be turned down
        "places": [{"path": p.path, "label": p.label, "quote": p.quote, "href": link(p.path)} for p in finding.places],
    }


def touches(finding: Finding, blueprint: Blueprint, section_key: str) -> bool:
    """Does the finding name a place in this section?"""
    sections = (blueprint.section_of(place.path) for place in finding.places)
    return any(section is not None and section.key == section_key for section in sections)
