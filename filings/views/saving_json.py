"""自动保存的回答: JSON for the scripts of an open section page."""

from __future__ import annotations

from dataclasses import asdict

from django.http import JsonResponse
from django.utils import timezone

from blueprints.schema import Blueprint, FundsTable, Section, TableEntry
from entry.asks import asks_of, records_tables
from entry.forms import Sheet, sheet_for
from entry.grids import computed_beside, funds_sums, uids_in
from filings.carried import carried_texts
from filings.fixes import offers_of
from filings.gate import stand
from filings.models import Filing
from filings.progress import last_editors, section_progress
from filings.snapshot import live_case
from filings.views.facts import facts_in, news
from filings.views.panel import finding_rows, score_panel, touches
from filings.views.saving import Saved, Unsaved, others


def saved_json(filing: Filing, section: Section, saved: Saved, *, known_facts: str = "") -> JsonResponse:
    """Version, time, notes, scores, findings, statuses, what others changed meanwhile, and facts to quote if they moved."""
    case = live_case(filing)
    blueprint, posted = case.blueprint, saved.posted
    sheet = sheet_for(blueprint, section, case.book, case.sheet, rows=posted.rows)
    stands = stand(filing, [f for f in case.findings if touches(f, blueprint, section.key)])
    offers = offers_of(case.findings, blueprint, case.book)
    current = {path: case.book.raw(path) for path in posted.changes.posted}
    carried = [one.path for one in carried_texts(filing, blueprint, case.book)]
    progress = section_progress(blueprint, case.book, case.findings, last_editors(filing), carried)
    return JsonResponse(
        {
            "version": saved.version,
            "saved_at": timezone.localtime(saved.at).strftime("%H:%M:%S"),
            "notes": {path: asdict(note) for path, note in sheet.notes().items()},
            "scores": score_panel(filing, blueprint, case.sheet, here=section.key),
            "findings": finding_rows(filing, blueprint, stands, here=section.key, offers=offers),
            "sections": [{"key": s.key, "state": s.state, "label": s.label, "left": s.left} for s in progress],
            "sums": sums_of(sheet),
            "values": others(posted.changes, current),
            "rows": {table.key: uids_in(case.book, table.key) for table in records_tables(blueprint, section)},
            "marks": carried,
            **news(facts_in(case), known_facts),
        }
    )


def sums_of(sheet: Sheet) -> dict[str, str]:
    """Sums shown in the total rows of the section's funds tables, and what stands where a figure is left blank."""
    tables = (sheet.blueprint.table(entry.table) for entry in sheet.section.entries if isinstance(entry, TableEntry))
    found = computed_beside(sheet.blueprint, sheet.book)
    for table in tables:
        if isinstance(table, FundsTable):
            found |= funds_sums(table, sheet.book, sheet.unit)
    return found


STATUS = {"conflict": 409, "no-version": 409, "locked": 409, "busy": 503, "too-long": 413}


def unsaved_json(unsaved: Unsaved, blueprint: Blueprint, section: Section) -> JsonResponse:
    """Why nothing was saved; on a conflict both texts of every clash."""
    labels = {ask.path: ask.label for ask in asks_of(blueprint, section, unsaved.posted.rows)}
    clashes = [{**asdict(clash), "label": labels.get(clash.path, clash.path)} for clash in unsaved.clashes]
    body = {
        "error": unsaved.error,
        "message": unsaved.message,
        "version": unsaved.version,
        "clashes": clashes,
        "values": unsaved.values,
        "rows": unsaved.rows,
    }
    return JsonResponse(body, status=STATUS[unsaved.error])
