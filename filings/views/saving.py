"""保存一节: takes in a posted section and says what became of it, for scripts and plain pages alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.http import QueryDict
from django.utils import timezone

from accounts.models import User
from blueprints.schema import Blueprint, Section
from entry.grids import uids_in
from entry.parse import Posted, parse
from factbook.apply import apply
from factbook.changes import ChangeSet, Clash, Conflict, FactsLocked, SaveBusy, TooLong, VersionMissing
from factbook.history import later_changes
from factbook.load import load_book
from factbook.merge import key_of
from filings.models import Filing
from values.money import MoneyUnit


@dataclass(frozen=True, slots=True)
class Saved:
    """已保存: the version now current."""

    posted: Posted
    version: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Unsaved:
    """未保存: why, and what of the posted texts is the sender's own work (`mine`); the rest is shown as it is stored now."""

    posted: Posted
    error: str  # conflict, no-version, locked, busy, too-long
    message: str
    version: int
    mine: dict[str, str]
    clashes: tuple[Clash, ...] = ()
    values: dict[str, str] = field(default_factory=dict)  # changed by others only: current text
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)  # stored rows per table


NO_VERSION = "本页缺少版本号，为避免覆盖他人内容没有保存。您填写的内容仍在下面，请核对后再点保存。"
BUSY = "同时保存的人太多，没有存上，请稍候再试。您填写的内容仍在本页。"


def save(data: QueryDict, filing: Filing, blueprint: Blueprint, section: Section, *, by: User) -> Saved | Unsaved:
    """Apply what was posted, or explain."""
    posted = parse(data, blueprint, section)
    now = timezone.now()
    if not filing.is_open:
        return _locked(filing, posted)
    try:
        version = apply(subject=filing.subject, changes=posted.changes, blueprint=blueprint, by=by, now=now)
    except Conflict as conflict:
        return _conflict(filing, blueprint, posted, conflict)
    except VersionMissing:
        return Unsaved(posted, "no-version", NO_VERSION, filing.subject.version, posted.changes.posted)
    except (SaveBusy, TooLong) as refusal:
        told = ("busy", BUSY) if isinstance(refusal, SaveBusy) else ("too-long", f"{refusal}您填写的内容仍在本页。")
        return Unsaved(posted, *told, filing.subject.version, posted.changes.posted)
    except FactsLocked as lock:
        # A hand-over that came between our look at the state and the save, or another form of the same facts under review.
        return Unsaved(posted, "locked", str(lock), filing.subject.version, posted.changes.posted)
    return Saved(posted, version, now)


def _locked(filing: Filing, posted: Posted) -> Unsaved:
    message = f"本填报现为“{filing.get_state_display()}”，内容已锁定，没有保存。您填写的内容仍在本页，可复制留存；需要修改请先撤回。"
    return Unsaved(posted, "locked", message, filing.subject.version, posted.changes.posted)


def _conflict(filing: Filing, blueprint: Blueprint, posted: Posted, conflict: Conflict) -> Unsaved:
    unit = MoneyUnit(blueprint.print.unit)
    changes = posted.changes
    later = later_changes(filing.subject, changes.base_version or 0, unit)
    book = load_book(subject=filing.subject, blueprint=blueprint)

    def base_of(path: str) -> str:
        found = later.get(key_of(changes.form, path))
        return found.base if found else book.raw(path)

    mine = {path: text for path, text in changes.posted.items() if text != base_of(path)}
    values = others(changes, {path: book.raw(path) for path in changes.posted if path not in mine})
    rows = {table: uids_in(book, table) for table in posted.rows}
    return Unsaved(posted, "conflict", str(conflict), conflict.version, mine, conflict.clashes, values, rows)


def others(changes: ChangeSet, current: dict[str, str]) -> dict[str, str]:
    """Texts that somebody else changed meanwhile: the page shows an older one."""
    return {path: text for path, text in current.items() if text != changes.posted[path]}
