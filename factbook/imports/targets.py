"""绩效指标表的方案: which indicators would be added to a project's year or changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factbook.imports.reading import Sheets
from factbook.imports.reckoning import Unreadable, code_of, words_of, year_of
from factbook.imports.steps import Change, ProjectStep, TargetOutcome, TargetStep
from factbook.imports.tables import TARGETS, Row, rows_of
from indicators.models import Indicator
from projects.models import Department, Locality, Project
from values.measure import parse_relation
from values.number import parse_number

Key = tuple[int, str]
Identity = tuple[int, str, int, str, str, str]  # department, code, year, level1, level2, name
FIELDS: Final = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标",
    "relation": "指标性质",
    "target": "指标值",
    "unit": "度量单位",
    "weight": "权重",
}


def plan_targets(sheets: Sheets, locality: Locality, projects: list[ProjectStep]) -> TargetOutcome:
    """Steps for the sheet 绩效指标; `projects` are those that the same workbook makes."""
    rows, errors = rows_of(sheets, TARGETS)
    planner = TargetPlanner(locality, projects, TargetOutcome(errors=errors))
    for row in rows:
        planner.add(row)
    return planner.outcome


class TargetPlanner:
    """编制 over one sheet: projects and indicators of the locality are read once."""

    def __init__(self, locality: Locality, made: list[ProjectStep], outcome: TargetOutcome) -> None:
        self.outcome = outcome
        self.departments = dict(Department.objects.filter(locality=locality).values_list("code", "pk"))
        stored = Project.objects.filter(department__locality=locality).values_list("department", "code")
        self.projects: set[Key] = {*stored, *((step.department, step.code) for step in made)}
        self.indicators = self._stored(locality)
        self.first_row: dict[Identity, int] = {}

    def add(self, row: Row) -> None:
        """Plan one row, or note its errors."""
        before = len(self.outcome.errors)
        department, code = self._project(row)
        year = self._year(row)
        texts = {name: self._text(row, name) for name in FIELDS}
        if len(self.outcome.errors) > before:
            return
        identity = (department, code, year, texts["level1"], texts["level2"], texts["name"])
        if identity in self.first_row:
            expected = f"与第 {self.first_row[identity]} 行重复，同一项目同一年度的指标只能出现一次。"
            self.outcome.errors.append(row.error("三级指标", expected))
            return
        self.first_row[identity] = row.number
        stored = self.indicators.get(identity)
        changes = _changes(stored, texts) if stored else ()
        if stored and not changes:
            self.outcome.unchanged += 1
            return
        uid = stored.uid if stored else ""
        self.outcome.steps.append(TargetStep(row.number, department, code, year, texts, uid, changes))

    @staticmethod
    def _stored(locality: Locality) -> dict[Identity, Indicator]:
        rows = Indicator.objects.filter(subject__department__locality=locality, subject__project__isnull=False)
        found: dict[Identity, Indicator] = {}
        for row in rows.select_related("subject__project"):
            code = row.subject.project.code if row.subject.project else ""
            found[row.subject.department_id, code, row.subject.year, row.level1, row.level2, row.name] = row
        return found

    def _project(self, row: Row) -> Key:
        try:
            code = code_of(row, "项目编码", longest=60)
            wanted = code_of(row, "单位代码", longest=40)
        except Unreadable as trouble:
            self.outcome.errors.append(row.error("项目编码", str(trouble)))
            return 0, ""
        found = [key for key in self.projects if key[1] == code]
        if wanted:
            found = [key for key in found if key[0] == self.departments.get(wanted)]
        if len(found) == 1:
            return found[0]
        expected = "没有这个项目：它既不在系统里，也不在“项目”表里，请核对。"
        if found:
            expected = "有几个单位用同一项目编码，请加一列“单位代码”说明是哪个单位的项目。"
        self.outcome.errors.append(row.error("项目编码", expected))
        return 0, ""

    def _year(self, row: Row) -> int:
        try:
            return year_of(row, "年度")
        except Unreadable as trouble:
            self.outcome.errors.append(row.error("年度", str(trouble)))
            return 0

    def _text(self, row: Row, name: str) -> str:
        label = FIELDS[name]
        try:
            text = words_of(row, label, needed=name == "name")
            _check(name, text)
        except Unreadable as trouble:
            self.outcome.errors.append(row.error(label, str(trouble)))
            return ""
        return text


def _check(name: str, text: str) -> None:
    """Only the columns with a closed meaning are checked; targets may be words."""
    if name == "relation" and text and parse_relation(text) is None:
        raise Unreadable("应为 ≥、≤、＝、>、< 或 定性。")
    if name == "weight" and text:
        value = parse_number(text).value
        if value is None or not 0 <= value <= 100:
            raise Unreadable("应为 0 至 100 的数字，如 10。")


def _changes(stored: Indicator, texts: Mapping[str, str]) -> tuple[Change, ...]:
    """What differs; a blank cell leaves what is stored."""
    pairs = [(label, str(getattr(stored, name)), texts[name]) for name, label in FIELDS.items()]
    return tuple(Change(label, old, new) for label, old, new in pairs if new and new != old)
