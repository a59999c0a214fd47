"""项目表的方案: which projects would be created or changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from factbook.imports.reading import Sheets
from factbook.imports.reckoning import Unreadable, code_of, date_of, words_of
from factbook.imports.steps import Change, ProjectOutcome, ProjectStep
from factbook.imports.tables import PROJECTS, LineError, Row, rows_of
from projects.models import Department, Locality, Project

Key = tuple[int, str]  # (department, project code)


def plan_projects(sheets: Sheets, locality: Locality) -> ProjectOutcome:
    """Steps for the sheet 项目."""
    rows, errors = rows_of(sheets, PROJECTS)
    planner = ProjectPlanner(locality, ProjectOutcome(errors=errors))
    drafts = [draft for row in rows if (draft := planner.read(row))]
    planner.finish(drafts)
    return planner.outcome


class ProjectPlanner:
    """编制 over one sheet: the masters of the locality are read once."""

    def __init__(self, locality: Locality, outcome: ProjectOutcome) -> None:
        self.outcome = outcome
        self.departments = {d.code: d for d in Department.objects.filter(locality=locality)}
        stored = Project.objects.filter(department__locality=locality).select_related("parent")
        self.projects: dict[Key, Project] = {(p.department_id, p.code): p for p in stored}
        self.first_row: dict[Key, int] = {}

    def read(self, row: Row) -> tuple[Row, ProjectStep] | None:
        """A row as a step without its parent, or None with its errors noted."""
        before = len(self.outcome.errors)
        department = self._department(row)
        code = self._try(row, "项目编码", lambda label: _needed(code_of(row, label, longest=60)))
        name = self._try(row, "项目名称", lambda label: words_of(row, label, longest=200, needed=True))
        attribute = self._try(row, "项目属性", lambda label: words_of(row, label, longest=40))
        starts = self._try(row, "项目期起", lambda label: date_of(row, label))
        ends = self._try(row, "项目期止", lambda label: date_of(row, label))
        if len(self.outcome.errors) > before or department is None:
            return None
        key = (department.pk, code)
        if key in self.first_row:
            self._note(row.error("项目编码", f"与第 {self.first_row[key]} 行重复，同一单位的项目编码只能出现一次。"))
            return None
        self.first_row[key] = row.number
        place = (row.number, department.pk, department.name)
        stored = self.projects.get(key)
        return row, ProjectStep(*place, code, name, attribute, starts, ends, None, stored.pk if stored else None)

    def finish(self, drafts: list[tuple[Row, ProjectStep]]) -> None:
        """Parents, now that all codes are known; then what really changes."""
        known = {*self.projects, *self.first_row}
        parents: dict[Key, Key] = {
            key: (p.parent.department_id, p.parent.code) for key, p in self.projects.items() if p.parent
        }
        for row, draft in drafts:
            key = (draft.department, draft.code)
            parent = self._parent(row, key, known)
            if parent:
                parents[key] = parent
            if _is_circle(parents, key):
                self._note(row.error("上级项目编码", "上级项目不能是本项目或其下级，请核对。"))
                continue
            self._add(row, draft, parent)

    def _add(self, row: Row, draft: ProjectStep, parent: Key | None) -> None:
        stored = self.projects.get((draft.department, draft.code))
        starts, ends = (draft.starts or (stored and stored.starts)), (draft.ends or (stored and stored.ends))
        if starts and ends and ends < starts:
            self._note(row.error("项目期止", f"不能早于项目期起 {starts.isoformat()}，请核对两个日期。"))
            return
        changes = _changes(stored, draft, parent) if stored else ()
        if stored and not changes:
            self.outcome.unchanged += 1
            return
        place = (draft.row, draft.department, draft.department_name, draft.code, draft.name, draft.attribute)
        step = ProjectStep(*place, draft.starts, draft.ends, parent, draft.project, changes)
        self.outcome.steps.append(step)

    def _department(self, row: Row) -> Department | None:
        code = self._try(row, "单位代码", lambda label: _needed(code_of(row, label, longest=40)))
        if code is None:
            return None
        department = self.departments.get(code)
        if department is None:
            self._note(
                row.error("单位代码", "本行政区划内没有这个单位，请核对代码（注意保留前面的 0），或先登记单位。")
            )
        elif not department.is_active:
            self._note(row.error("单位代码", f"单位“{department.name}”已停用，请核对。"))
        return department

    def _parent(self, row: Row, key: Key, known: set[Key]) -> Key | None:
        try:
            return _parent(row, key, known)
        except Unreadable as trouble:
            self._note(row.error("上级项目编码", str(trouble)))
            return None

    def _try(self, row: Row, label: str, read: Callable[[str], Any]) -> Any:
        try:
            return read(label)
        except Unreadable as trouble:
            self._note(row.error(label, str(trouble)))
            return None

    def _note(self, error: LineError) -> None:
        self.outcome.errors.append(error)


def _needed(text: str) -> str:
    if not text:
        raise Unreadable("这一列必须填写。")
    return text


def _parent(row: Row, key: Key, known: set[Key]) -> Key | None:
    code = code_of(row, "上级项目编码", longest=60)
    if not code:
        return None
    if (key[0], code) in known:
        return key[0], code
    found = sorted(k for k in known if k[1] == code)
    if len(found) == 1:
        return found[0]
    if found:
        raise Unreadable("本行政区划内有几个单位用同一项目编码，分不清是哪一个，请先把编码改为唯一。")
    raise Unreadable("没有这个项目：它既不在系统里，也不在本文件里，请核对。")


def _is_circle(parents: dict[Key, Key], start: Key) -> bool:
    seen, here = {start}, parents.get(start)
    while here is not None:
        if here in seen:
            return here == start
        seen.add(here)
        here = parents.get(here)
    return False


def _changes(stored: Project, draft: ProjectStep, parent: Key | None) -> tuple[Change, ...]:
    """What differs; a blank cell leaves what is stored."""
    above = stored.parent
    pairs = (
        ("项目名称", stored.name, draft.name),
        ("项目属性", stored.attribute, draft.attribute),
        (
            "项目期起",
            stored.starts.isoformat() if stored.starts else "",
            draft.starts.isoformat() if draft.starts else "",
        ),
        ("项目期止", stored.ends.isoformat() if stored.ends else "", draft.ends.isoformat() if draft.ends else ""),
    )
    found = [Change(label, old, new) for label, old, new in pairs if new and new != old]
    if parent and (above is None or (above.department_id, above.code) != parent):
        found.append(Change("上级项目编码", above.code if above else "", parent[1]))
    return tuple(found)
