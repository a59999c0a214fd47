"""变更集的落库: the only way facts are written.

Compare-and-set on the subject's version, in one transaction with the change log. On PostgreSQL the subject's row is locked
first; on SQLite the transaction itself is IMMEDIATE, so writers queue before they read. The version's compare-and-set stands
under both, and a lost race is tried again from the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.db import IntegrityError, transaction

from accounts.models import User
from blueprints.schema import Blueprint
from factbook.changes import ChangeSet, Conflict, FactsLocked, SaveBusy, TooLong, VersionMissing
from factbook.history import later_changes
from factbook.merge import Merged, merge
from factbook.models import FactChange, ParkedSave
from factbook.paths import order_path, parse_path
from factbook.rows import read_rows, state_of
from factbook.writing import Writer
from projects.models import Subject
from values.money import MoneyUnit
from values.text import strip_illegal

ATTEMPTS = 10
LONGEST: Final = 20_000  # characters of one text; nobody prints a section of thirty pages
MOST: Final = 300_000  # of all texts that one save changes


@dataclass(frozen=True, slots=True)
class Terms:
    """口径 of the form that changes are typed in: its money unit and its own words for 一级指标 (label → canonical key)."""

    unit: MoneyUnit
    levels: Mapping[str, str]


class LostRace(Exception):  # noqa: N818 - never leaves this module
    """Somebody's version came first."""


def apply(*, subject: Subject, changes: ChangeSet, blueprint: Blueprint, by: User, now: datetime) -> int:
    """Write `changes` and return the subject's version afterwards (the current one when nothing differs).

    Texts are kept as typed, except that line breaks become newlines and characters no document can carry are dropped. Sending
    the same change set twice is harmless. Raises Conflict when somebody else changed the same fact meanwhile: nothing is
    written and what was typed is kept as a ParkedSave (call it outside a transaction that the Conflict would roll back).
    Raises FactsLocked (what was typed is kept too) when a guard of the database forbids it, VersionMissing, SaveBusy, TooLong, and
    UnknownPath for a path that nobody may edit.
    """
    levels = {level.label: level.key for level in blueprint.frame.levels}
    return save(subject=subject, changes=changes, terms=Terms(MoneyUnit(blueprint.print.unit), levels), by=by, now=now)


def save(*, subject: Subject, changes: ChangeSet, terms: Terms, by: User, now: datetime) -> int:
    """`apply` for changes that come from no form (an import names its own terms)."""
    if changes.base_version is None:
        raise VersionMissing
    clean = replace(changes, posted={path: strip_illegal(text) for path, text in changes.posted.items()})
    for path in clean.posted:
        parse_path(path)
    for _ in range(ATTEMPTS):
        try:
            with transaction.atomic():
                return _attempt(subject, clean, terms, by, now)
        except LostRace:
            continue
        except Conflict:
            _park(subject, clean, by, now)
            raise
        except IntegrityError as refusal:
            # A guard of the database: the facts were locked between the page's question and this answer.
            _park(subject, clean, by, now)
            raise FactsLocked(str(refusal).splitlines()[0]) from refusal
    raise SaveBusy


def _attempt(subject: Subject, changes: ChangeSet, terms: Terms, by: User, now: datetime) -> int:
    # On SQLite this is a plain read: the IMMEDIATE transaction already holds the only write lock.
    current = Subject.objects.select_for_update().get(pk=subject.pk)
    base = changes.base_version
    if base is None or not 0 <= base <= current.version:
        raise VersionMissing
    rows = read_rows(current)
    later = later_changes(current, base, terms.unit) if base < current.version else {}
    merged = merge(state_of(rows, terms.unit), later, changes)
    if merged.clashes:
        raise Conflict(tuple(merged.clashes), current.version)
    if merged.is_nothing:
        return current.version
    _measure(merged)
    _claim(current)
    amounts = {f"funds.{flow.stage}.{flow.source}": (flow.raw, flow.unit) for flow in rows.funds.values()}
    Writer(rows, changes.form, terms.unit, terms.levels).write(merged)
    version = current.version + 1
    stamp = {"subject": current, "version": version, "section": changes.section, "origin": changes.origin}
    _log(merged, FactChange(**stamp, form=changes.form, by=by, at=now), terms.unit, amounts)
    return version


def _measure(merged: Merged) -> None:
    """What is written must be possible to print and check; a text stored before there was a bound may stay, and become shorter."""
    lengths = [len(new) for old, new in merged.texts.values() if len(new) > len(old)]
    if max(lengths, default=0) > LONGEST:
        raise TooLong(max(lengths), LONGEST, "这一页有一处文字")
    if sum(lengths) > MOST:
        raise TooLong(sum(lengths), MOST, "这一页的文字")


def _claim(current: Subject) -> None:
    """Check and write in one statement: whoever finds the version moved on has lost."""
    moved = Subject.objects.filter(pk=current.pk, version=current.version).update(version=current.version + 1)
    if not moved:
        raise LostRace


def _log(merged: Merged, stamp: FactChange, unit: MoneyUnit, amounts: Mapping[str, tuple[str, str]]) -> None:
    """变更记录: a copy of `stamp` per path, in the transaction that changed it. `amounts`: as they stood, with their units."""
    orders = [(("", order_path(table)), " ".join(old), " ".join(new)) for table, (old, new) in merged.orders.items()]
    texts = [(key, old, new) for key, (old, new) in merged.texts.items()]
    changes = []
    for (form, path), old, new in [*orders, *texts]:
        change = copy(stamp)
        change.path, change.old, change.new = path, old, new
        change.form = form or stamp.form
        if path.startswith("funds."):
            change.unit = unit.value
            change.old, change.old_unit = amounts.get(path, ("", ""))
        changes.append(change)
    FactChange.objects.bulk_create(changes)


def _park(subject: Subject, changes: ChangeSet, by: User, now: datetime) -> None:
    """Keep what was refused, once: an autosave repeats itself until somebody looks."""
    mine = ParkedSave.objects.filter(subject=subject, form=changes.form, section=changes.section, by=by)
    last = mine.order_by("-at", "-pk").first()
    if last is None or last.posted != changes.posted:
        address = {"subject": subject, "form": changes.form, "section": changes.section}
        ParkedSave.objects.create(**address, by=by, at=now, posted=changes.posted)
