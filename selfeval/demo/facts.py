"""演示事实: what a demo file's filing says, as one change set per section, saved the way the page saves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from accounts.models import User
from blueprints.schema import Blueprint, RecordsTable
from factbook.apply import apply
from factbook.changes import ChangeSet, RowPlan
from projects.models import Subject


def save_facts(facts: Mapping[str, Any], *, subject: Subject, blueprint: Blueprint, by: User, now: datetime) -> None:
    """Save every fact of one filing, section by section. Raises ValueError for a fact no section asks for."""
    posted = dict(_scalars(facts))
    plans: list[RowPlan] = []
    for key, rows in facts.get("tables", {}).items():
        plans.append(_rows(blueprint, key, rows, posted))
    homeless = [path for path in posted if blueprint.section_of(path) is None]
    if homeless:
        raise ValueError(f"演示数据中的 {'、'.join(homeless)} 在表样 {blueprint.id} 中没有填报处。")
    for section in blueprint.sections:
        inside = {path: text for path, text in posted.items() if blueprint.section_of(path) is section}
        tables = tuple(plan for plan in plans if any(path.startswith(_prefix(plan.table)) for path in inside))
        if inside:
            subject.refresh_from_db()
            changes = ChangeSet(blueprint.id, section.key, subject.version, inside, tables, "import")
            apply(subject=subject, changes=changes, by=by, now=now, blueprint=blueprint)
    subject.refresh_from_db()


def _scalars(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for group, values in facts.items():
        if group != "tables":
            for path, text in values.items():
                yield f"{group}.{path}", str(text).strip()


def _prefix(table: str) -> str:
    return "indicators." if table == "indicators" else f"list.{table}."


def _rows(blueprint: Blueprint, key: str, rows: list[list[Any]], posted: dict[str, str]) -> RowPlan:
    """Rows are written as lists in the order of the `columns` row that opens each table."""
    table = blueprint.table(key)
    if not isinstance(table, RecordsTable):
        raise ValueError(f"表样 {blueprint.id} 没有明细表 {key}。")  # noqa: TRY004 - a fault of the data file
    columns, *lines = rows
    uids = tuple(f"d{number:07d}" for number in range(1, len(lines) + 1))
    for uid, line in zip(uids, lines, strict=True):
        for column, text in zip(columns, line, strict=True):
            posted[f"{_prefix(key)}{uid}.{column}"] = "" if text is None else str(text)
    return RowPlan(key, (), uids)
