"""导入方案的拟定: what was read beside the facts of the moment; made anew whenever it is shown or written."""

from __future__ import annotations

from collections.abc import Collection

from blueprints.schema import Blueprint
from composing.bound import expanded
from factbook.book import FactBook
from factbook.changes import ChangeSet, RowPlan
from factbook.paths import INDICATORS
from factbook.uids import new_uid
from filings.models import Filing, IntakeFile
from intake.proposal import Origin, Proposal, RowItem, SectionPlan
from intake.propose import propose
from intake.reading import Reading
from intake.rowmatch import stored_rows
from scoring.engine import score


def proposal_of(intake: IntakeFile, blueprint: Blueprint, book: FactBook) -> Proposal:
    """The proposal as things stand now."""
    printed, _ = expanded(blueprint, book, score(blueprint, book))
    return propose(blueprint, book, Reading.from_json(intake.reading or {}), Origin(intake.origin), printed=printed)


def ticked_sections(proposal: Proposal, ticks: Collection[str]) -> list[SectionPlan]:
    """The sections with what was ticked in them; names that the proposal does not have tick nothing."""
    return [taken for section in proposal.sections if (taken := _ticked(section, ticks))]


def _ticked(section: SectionPlan, ticks: Collection[str]) -> SectionPlan | None:
    items = tuple(item for item in section.items if item.path in ticks)
    rows = tuple(row for row in section.rows if row.box in ticks and (row.texts or row.removal))
    return SectionPlan(section.key, section.title, items, rows) if items or rows else None


def change_set(filing: Filing, section: SectionPlan, book: FactBook, version: int | None, origin: str) -> ChangeSet:
    """The ticked places of one section as changes."""
    posted = {item.path: item.found for item in section.items}
    plans = []
    for table in dict.fromkeys(row.table for row in section.rows):
        before = tuple(row.uid for row in stored_rows(book, table))
        own = [row for row in section.rows if row.table == table]
        gone = {row.uid for row in own if row.removal}
        after = [uid for uid in before if uid not in gone]
        for row in (row for row in own if not row.removal):
            uid = row.uid or new_uid()
            after += [] if row.uid else [uid]
            posted |= _cells(table, uid, row)
        plans.append(RowPlan(table, before, tuple(after)))
    return ChangeSet(filing.form, section.key, version, posted, tuple(plans), origin)


def _cells(table: str, uid: str, row: RowItem) -> dict[str, str]:
    head = INDICATORS if table == INDICATORS else f"list.{table}"
    return {f"{head}.{uid}.{field}": text for field, text in row.texts.items()}
