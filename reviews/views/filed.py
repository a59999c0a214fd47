"""送审内容: the review sheet and the places of a form, as the reviewer is shown them."""

from __future__ import annotations

from typing import Any

from blueprints.schema import Blueprint
from entry.asks import asks_of, records_tables
from entry.grids import uids_in
from factbook.book import FactBook
from factbook.labels import label_of
from filings.models import Filing, State
from reviews.models import Decision
from reviews.queries import ReviewLine, ReviewSheet, review_sheet
from scoring.sheet import ScoreSheet


def sheet_seen(filing: Filing, filed: ScoreSheet) -> ReviewSheet:
    """The review sheet; of a returned filing as it was returned, not with the unit's unfinished corrections."""
    if filing.state != State.RETURNED:
        return review_sheet(filing)
    decision = Decision.objects.filter(filing=filing, round=filing.returned_round).first()
    given = {row.key: row for row in filing.review_scores.filter(round=filing.returned_round)}
    lines = tuple(ReviewLine(line, given.get(line.key)) for line in filed.lines)
    return ReviewSheet(lines, decision.total if decision else None, decision.grade if decision else "")


def places(blueprint: Blueprint, book: FactBook) -> list[dict[str, Any]]:
    """Where a remark may be anchored: every field by section, rows by their number."""
    groups = []
    for section in blueprint.sections:
        rows = {table.key: uids_in(book, table.key) for table in records_tables(blueprint, section)}
        paths = [ask.path for ask in asks_of(blueprint, section, rows)]
        groups.append({"title": section.title, "places": [(path, label_of(blueprint, book, path)) for path in paths]})
    return groups
