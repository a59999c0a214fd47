"""收取: a posted section page becomes a change set. Nothing is judged here and nothing is written.

Only fields the section asks for are taken; any other key is ignored. A field that did not arrive is left alone: a page cut
short in transit must not blank what it did not carry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from blueprints.schema import Blueprint, RecordsTable, Section
from entry.asks import Ask, asks_of, new_uid, records_tables
from entry.fields import FactField
from factbook.changes import ChangeSet, RowPlan
from factbook.paths import is_uid

MOST_ROWS: Final = 500


@dataclass(frozen=True, slots=True)
class Posted:
    """收到的一页: the change set, and the rows to show again (blank new ones, which are not stored, included)."""

    changes: ChangeSet
    rows: dict[str, tuple[str, ...]]


def parse(data: QueryDict, blueprint: Blueprint, section: Section) -> Posted:
    """The change set of a posted section page. A missing or unreadable version stays None; `factbook.apply` refuses it."""
    operation = data.get("op", "")
    tables = records_tables(blueprint, section)
    rows = {table.key: rows_after(data, table, operation) for table in tables}
    texts = taken(data, list(asks_of(blueprint, section, rows)))
    plans = tuple(plan for table in tables if (plan := plan_of(data, table, rows[table.key], texts)))
    kept = {plan.table: frozenset(plan.after) for plan in plans}
    posted = {path: text for path, text in texts.items() if _is_kept(path, kept)}
    changes = ChangeSet(
        form=blueprint.id,
        section=section.key,
        base_version=version_of(data.get("base_version", "")),
        posted=posted,
        rows=plans,
        origin="paste" if data.get("origin") == "paste" else "web",
    )
    return Posted(changes, rows)


def version_of(text: str) -> int | None:
    """A version number, None when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def taken(data: QueryDict, asks: Sequence[Ask]) -> dict[str, str]:
    """Texts of the asks that arrived, as typed."""
    found = {}
    for ask in asks:
        field = FactField(ask)
        sent = field.widget.value_from_datadict(data, {}, ask.path)
        if sent is not None:
            found[ask.path] = field.clean(sent)
    return found


def uids_of(text: str) -> tuple[str, ...]:
    """Row names from a hidden input, odd and repeated ones dropped."""
    return tuple(uid for uid in dict.fromkeys(text.split()[:MOST_ROWS]) if is_uid(uid))


def rows_after(data: QueryDict, table: RecordsTable, operation: str) -> tuple[str, ...]:
    """Rows of the table in posted order, after the row button that was pressed (without scripts)."""
    rows = list(uids_of(data.get(f"rows.{table.key}", "")))
    verb, _, rest = operation.partition(":")
    key, _, uid = rest.partition(":")
    if key != table.key:
        return tuple(rows)
    if verb == "add" and len(rows) < MOST_ROWS:
        rows.insert(rows.index(uid) + 1 if uid in rows else len(rows), new_uid())
    elif verb == "remove" and uid in rows:
        rows.remove(uid)
    elif verb in {"up", "down"} and uid in rows:
        here = rows.index(uid)
        there = min(max(here + (1 if verb == "down" else -1), 0), len(rows) - 1)
        rows[here], rows[there] = rows[there], rows[here]
    return tuple(rows)


def plan_of(data: QueryDict, table: RecordsTable, rows: Sequence[str], texts: dict[str, str]) -> RowPlan | None:
    """Order of the table's rows; None when the page carried none. New rows in which nothing was typed are not made."""
    if f"rows.{table.key}" not in data:
        return None
    before = uids_of(data.get(f"rows_before.{table.key}", ""))
    filled = {path.split(".")[-2] for path, text in texts.items() if text and path.startswith(_head(table))}
    after = tuple(uid for uid in rows if uid in before or uid in filled)
    return RowPlan(table.key, before, after)


def _head(table: RecordsTable) -> str:
    return "indicators." if table.key == "indicators" else f"list.{table.key}."


def _is_kept(path: str, kept: dict[str, frozenset[str]]) -> bool:
    """Does the path stand outside tables, or in a row that stays?"""
    parts = path.split(".")
    if parts[0] not in {"indicators", "list"}:
        return True
    table, uid = ("indicators", parts[1]) if parts[0] == "indicators" else (parts[1], parts[2])
    return uid in kept.get(table, frozenset())
