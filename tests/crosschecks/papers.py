"""纸面样例: invented reports of other places and trades, and what the paper halves of the rules say of them."""

from __future__ import annotations

from crosschecks.finding import Finding, Place
from crosschecks.papers import check_paper
from crosschecks.profile import NATIONAL, Profile
from crosschecks.reports.read import dossier_of
from crosschecks.reports.report import Dossier, Report
from documents.readers.text import parse_text


def dossier(text: str) -> Dossier:
    return dossier_of(parse_text(text))


def report(text: str) -> Report:
    (only,) = dossier(text).reports
    return only


def said(text: str, rule: str, profile: Profile = NATIONAL) -> list[Finding]:
    """Findings of one rule over a text."""
    return [finding for finding in check_paper(parse_text(text), profile) if finding.rule == rule]


def one(text: str, rule: str, profile: Profile = NATIONAL) -> Finding:
    found = said(text, rule, profile)
    assert len(found) == 1, found
    return found[0]


def quotes(finding: Finding) -> list[str]:
    return [place.quote for place in finding.places]


def lines(finding: Finding) -> list[int]:
    return [place.line for place in finding.places]


def findable(text: str, places: tuple[Place, ...]) -> bool:
    """Does every quote stand in the line it names?"""
    rows = text.split("\n")
    return all(place.quote.split("\n")[0] in rows[place.line - 1] for place in places)


def table(*rows: str) -> str:
    """Rows of `甲|乙` as a text with tabs."""
    return "\n".join("\t".join(row.split("|")) for row in rows)


def cells(*rows: str) -> str:
    """Rows of `甲|乙` as a text with one cell a line."""
    return "\n\n".join("\n".join("\t" + cell for cell in row.split("|")) for row in rows)
