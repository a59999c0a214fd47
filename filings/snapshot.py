"""快照的读取: the book, blueprint, scores and findings of a filing, live while it is open, from the snapshot afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from blueprints.kept import parsed
from blueprints.schema import Blueprint
from composing.bound import bound_facts, expanded
from composing.compose import compose
from crosschecks.bound import unbound_findings
from crosschecks.engine import run
from crosschecks.finding import Finding
from documents.as_paper import as_paper
from factbook.book import FactBook
from factbook.bound import prose_columns, quotes_facts
from factbook.load import load_book
from filings.frozen import decode
from filings.models import FROZEN_STATES, Filing, Snapshot
from filings.related import related_to
from filings.rule_levels import levels_in
from scoring.engine import score
from scoring.sheet import ScoreSheet


@dataclass(frozen=True, slots=True)
class Case:
    """一份填报此刻的全部内容, as values."""

    blueprint: Blueprint
    book: FactBook
    sheet: ScoreSheet
    findings: tuple[Finding, ...]


def is_frozen(filing: Filing) -> bool:
    """Is this filing drawn from its snapshot only?"""
    return filing.state in FROZEN_STATES


def latest(filing: Filing) -> Snapshot | None:
    """Snapshot of the last submission, or None before the first."""
    return filing.snapshots.filter(round=filing.round).first()


def of_round(filing: Filing, number: int) -> Snapshot | None:
    """Snapshot of one round, or None."""
    return filing.snapshots.filter(round=number).first()


def case_of(filing: Filing) -> Case:
    """Everything at once, with one load."""
    return case_in(filed(filing)) if is_frozen(filing) else live_case(filing)


def live_case(filing: Filing) -> Case:
    """The case from the facts as they are now."""
    blueprint = parsed(filing.blueprint.text, filing.form)
    book = live_book(filing, blueprint)
    sheet = score(blueprint, book)
    levels = levels_in({filing.subject.department.locality_id})
    own = {check.rule for check in blueprint.checks}
    return Case(blueprint, book, sheet, levels.applied(checked(blueprint, book, sheet), own=own))


def checked(blueprint: Blueprint, book: FactBook, sheet: ScoreSheet) -> tuple[Finding, ...]:
    """Findings over the texts as they are printed, after those of facts that a text quotes and the form does not have."""
    columns = prose_columns(blueprint)
    if not quotes_facts(book, columns):
        return _run(blueprint, book, sheet)
    unbound = unbound_findings(blueprint, book, columns, bound_facts(blueprint, book, sheet))
    return (*unbound, *_run(blueprint, *expanded(blueprint, book, sheet)))


def _run(blueprint: Blueprint, book: FactBook, sheet: ScoreSheet) -> tuple[Finding, ...]:
    """Both halves of the rules: over the facts, and over the paper they make; annexes are checked where they are filed."""
    return run(blueprint, book, sheet, as_paper(compose(blueprint, book, sheet, annexes=False)))


def as_read(case: Case) -> Case:
    """The same case with every text as it is printed, for pages that only show it."""
    book, sheet = expanded(case.blueprint, case.book, case.sheet)
    return replace(case, book=book, sheet=sheet)


def live_book(filing: Filing, blueprint: Blueprint) -> FactBook:
    """The facts as they are now, with the papers of the unit's projects where the form quotes them."""
    book = load_book(subject=filing.subject, blueprint=blueprint)
    return replace(book, related=related_to(filing.subject, blueprint)) if blueprint.projects else book


def case_in(snapshot: Snapshot) -> Case:
    """The case as it was submitted."""
    return Case(blueprint_in(snapshot), book_in(snapshot), sheet_in(snapshot), findings_in(snapshot))


def filed(filing: Filing) -> Snapshot:
    """Snapshot of a frozen filing. Raises Snapshot.DoesNotExist when there is none: never fall back on live facts."""
    return filing.snapshots.get(round=filing.round)


def book_of(filing: Filing) -> FactBook:
    """事实簿: live, or strictly from the snapshot once submitted."""
    if is_frozen(filing):
        return book_in(filed(filing))
    return live_book(filing, blueprint_of(filing))


def blueprint_of(filing: Filing) -> Blueprint:
    """表样 recorded when the filing was opened, or frozen with the snapshot."""
    return blueprint_in(filed(filing)) if is_frozen(filing) else parsed(filing.blueprint.text, filing.form)


def read_book_of(filing: Filing) -> FactBook:
    """事实簿 with every text as it is printed."""
    if is_frozen(filing):
        return as_read(case_in(filed(filing))).book
    blueprint, book = blueprint_of(filing), book_of(filing)
    return expanded(blueprint, book, score(blueprint, book))[0]


def sheet_of(filing: Filing) -> ScoreSheet:
    """评分表."""
    if is_frozen(filing):
        return sheet_in(filed(filing))
    blueprint = blueprint_of(filing)
    return score(blueprint, live_book(filing, blueprint))


def findings_of(filing: Filing) -> tuple[Finding, ...]:
    """勾稽结果."""
    return case_of(filing).findings


def book_in(snapshot: Snapshot) -> FactBook:
    """Facts as submitted."""
    return FactBook.from_json(snapshot.payload["facts"])


def blueprint_in(snapshot: Snapshot) -> Blueprint:
    """Blueprint as submitted."""
    return parsed(snapshot.blueprint_text, "快照表样")


def sheet_in(snapshot: Snapshot) -> ScoreSheet:
    """Scores as submitted, with their reasons."""
    return decode(ScoreSheet, snapshot.payload["scores"])


def findings_in(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Findings as they stood at submission."""
    return tuple(decode(Finding, row) for row in snapshot.payload["findings"])
