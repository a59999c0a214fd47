"""填报页的右栏: scores, findings of the section, and how far every section is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from blueprints.schema import Section
from filings.fixes import offers_of
from filings.gate import stand
from filings.models import Filing
from filings.progress import last_editors, section_progress
from filings.snapshot import Case
from filings.views.panel import finding_rows, score_panel, touches


def side(filing: Filing, case: Case, section: Section, *, carried: Collection[str] = ()) -> dict[str, Any]:
    """The right column and the sections with their statuses."""
    offers = offers_of(case.findings, case.blueprint, case.book)
    stands = stand(filing, [f for f in case.findings if touches(f, case.blueprint, section.key)])
    return {
        "scores": score_panel(filing, case.blueprint, case.sheet, here=section.key),
        "findings": finding_rows(filing, case.blueprint, stands, here=section.key, offers=offers),
        "sections": section_progress(case.blueprint, case.book, case.findings, last_editors(filing), carried),
    }
