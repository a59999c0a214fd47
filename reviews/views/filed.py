"""送审内容: the review sheet and the places of a form, as the reviewer is shown them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from blueprints.schema import Blueprint
from crosschecks.context import Context
from entry.asks import asks_of, records_tables
from entry.grids import uids_in
from factbook.book import FactBook
from factbook.labels import label_of
from filings.models import Filing, State
from filings.snapshot import Case
from reviews.models import Decision
from reviews.queries import ReviewLine, ReviewSheet, review_sheet
from scoring.sheet import ScoreSheet
from values.number import parse_number


def sheet_seen(filing: Filing, filed: ScoreSheet) -> ReviewSheet:
    """The review sheet; of a returned filing as it was returned, not with the unit's unfinished corrections."""
    if filing.state != State.RETURNED:
        sheet = review_sheet(filing)
        read = {line.key: line for line in filed.lines}  # `filed` has its reasons as printed
        return replace(sheet, lines=tuple(replace(row, line=read.get(row.line.key, row.line)) for row in sheet.lines))
    decision = Decision.objects.filter(filing=filing, round=filing.returned_round).first()
    given = {row.key: row for row in filing.review_scores.filter(round=filing.returned_round)}
    lines = tuple(ReviewLine(line, given.get(line.key)) for line in filed.lines)
    return ReviewSheet(lines, decision.total if decision else None, decision.grade if decision else "")


def reached(case: Case) -> dict[str, tuple[str, str]]:
    """指标值与完成值 of every line that judges one indicator, by the line's key, with relation and unit as on the paper."""
    context = Context(case.blueprint, case.book, case.sheet)
    found = {}
    for line in case.sheet.lines:
        rows = context.rows_behind(line)
        if len(rows) == 1:
            row = rows[0]
            sign = len(row.relation) == 1 and not row.target.startswith(row.relation)
            relation = row.relation if sign else ""  # 定性 is no sign, and ≥98 carries its own
            found[line.key] = (f"{relation}{with_unit(row.target, row.unit)}", with_unit(row.actual, row.unit))
    return found


def with_unit(text: str, unit: str) -> str:
    """A value with the unit of its own column; a text that carries it already, and words, as they are."""
    return f"{text}{unit}" if parse_number(text).value is not None and not text.endswith(unit or "\0") else text


def places(blueprint: Blueprint, book: FactBook) -> list[dict[str, Any]]:
    """Where a remark may be anchored: every field by section, rows by their number."""
    groups = []
    for section in blueprint.sections:
        rows = {table.key: uids_in(book, table.key) for table in records_tables(blueprint, section)}
        paths = [ask.path for ask in asks_of(blueprint, section, rows)]
        groups.append({"title": section.title, "places": [(path, label_of(blueprint, book, path)) for path in paths]})
    return groups
