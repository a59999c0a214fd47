"""审核页的勾稽: findings beside their fields, an index by rule, links from the scores, and a remark begun from a finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from crosschecks.finding import Severity
from filings import gate
from filings.models import Filing
from filings.snapshot import Case
from filings.views.panel import add_alarms, finding_rows
from reviews.heat import Cell, rule_name
from reviews.views.beside import Sections, beside, by_section, of_scores
from reviews.views.filed import places

SETTLED: Final = "settled"


def found_context(filing: Filing, case: Case, *, about: str = "") -> dict[str, Any]:
    """Everything the page says of findings; `about` is the fingerprint of one that a remark is to be written about."""
    rows = finding_rows(filing, case.blueprint, gate.stand(filing, case.findings), read_only=True)
    add_alarms(rows, filing)
    sections = places(case.blueprint, case.book)
    spots = beside(rows, sections, case.book)
    _anchored([row for spot in spots for row in spot.rows])
    return {
        "findings": rows,
        "open_findings": sum(not row["settled"] for row in rows),
        "places": sections,
        "beside": by_section(spots),
        "index": _index(rows),
        "noted": of_scores(spots, [(line.key, line.path) for line in case.sheet.lines]),
        "draft": next((_draft(row, sections) for row in rows if row["fingerprint"] == about), None),
    }


def _anchored(rows: Sequence[dict[str, Any]]) -> None:
    """The first finding of each rule, as the page lists them, is where the heat table and the index lead."""
    seen: set[str] = set()
    for row in rows:
        row["anchor"] = "" if row["rule"] in seen else f"rule-{row['rule']}"
        seen.add(row["rule"])


def _index(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rules that found something, the gravest first, coloured as on the heat table."""
    cells: dict[str, Cell] = {}
    for row in rows:
        cells.setdefault(row["rule"], Cell()).add(Severity(row["severity"]), settled=row["settled"])
    return [
        {"rule": rule, "name": rule_name(rule), "count": cell.count, "severity": cell.severity or SETTLED}
        for rule, cell in cells.items()
    ]


def _draft(row: Mapping[str, Any], sections: Sections) -> dict[str, str]:
    """A remark that says what the finding says, at the first of its places that a remark may be anchored to."""
    known = {path for group in sections for path, _ in group["places"]}
    key = next((place["path"] for place in row["places"] if place["path"] in known), "")
    words = [row["message"], row["arithmetic"], row["remedy"]]
    return {"key": key, "text": "\n".join(word for word in words if word)}
