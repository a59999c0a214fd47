"""一键修改的前提: where the fix a finding offers fits the facts as they stand; where it does not, none is offered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from blueprints.schema import Blueprint
from crosschecks.finding import Finding
from factbook.book import FactBook

ORIGIN: Final = "勾稽修改"  # in the history, with the rule behind it


@dataclass(frozen=True, slots=True)
class Offer:
    """可一键修改的一处. `text`: the whole fact as it would read."""

    rule: str
    path: str
    section: str
    old: str
    new: str
    text: str

    @property
    def words(self) -> str:
        """What the button does."""
        return f"“{self.old}”改为“{self.new}”"

    @property
    def origin(self) -> str:
        """How the history names it."""
        return f"{ORIGIN} {self.rule}"


def offer_of(finding: Finding, blueprint: Blueprint, book: FactBook) -> Offer | None:
    """The fix, when a section asks for its place and the old words stand there exactly once.

    Words that a fact quotes, that stand twice or that only the paper has are somebody's to look at, not a button's.
    """
    fix = finding.fix
    if fix is None or not fix.place.path or not fix.old or fix.old == fix.new:
        return None
    section = blueprint.section_of(fix.place.path)
    raw = book.raw(fix.place.path)
    spans = [match.span() for match in re.finditer(_whole(fix.old), raw)]
    if section is None or len(spans) != 1:
        return None
    start, end = spans[0]
    return Offer(finding.rule, fix.place.path, section.key, fix.old, fix.new, raw[:start] + fix.new + raw[end:])


def offers_of(findings: Iterable[Finding], blueprint: Blueprint, book: FactBook) -> Mapping[str, Offer]:
    """By fingerprint."""
    offers = ((finding.fingerprint, offer_of(finding, blueprint, book)) for finding in findings)
    return {fingerprint: offer for fingerprint, offer in offers if offer is not None}


def _whole(old: str) -> str:
    """`old` as a pattern that does not begin or end inside a longer figure (12元 is no part of 112元)."""
    before = r"(?<![\d.,，])" if old[0].isdigit() else ""
    after = r"(?![\d.])" if old[-1].isdigit() else ""
    return f"{before}{re.escape(old)}{after}"
