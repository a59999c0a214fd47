"""导入方案 as values: what would be created and changed, and every fault by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from factbook.imports.reading import Sheets, json_of
from factbook.imports.tables import LineError


@dataclass(frozen=True, slots=True)
class Change:
    """改动 of one column: label, text now, text as planned."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ProjectStep:
    """一个项目: to be created (`project` None) or changed. Blank cells change nothing."""

    row: int
    department: int
    department_name: str
    code: str
    name: str
    attribute: str
    starts: date | None
    ends: date | None
    parent: tuple[int, str] | None  # (department, code): it may be made by this very import
    project: int | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetStep:
    """一条指标 of a project's year: to be added (`uid` '') or changed."""

    row: int
    department: int
    code: str
    year: int
    texts: Mapping[str, str]  # level1, level2, name, relation, target, unit, weight
    uid: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """导入方案 of one workbook for one locality.

    It can be put aside (`to_json`) between being shown and being confirmed; `apply_import` makes it anew from the same cells
    and refuses when the outcome is no longer the same.
    """

    locality: int
    sheets: Sheets = field(repr=False)
    projects: tuple[ProjectStep, ...] = ()
    targets: tuple[TargetStep, ...] = ()
    errors: tuple[LineError, ...] = ()
    unchanged: int = 0

    @property
    def created_projects(self) -> tuple[ProjectStep, ...]:
        """将新建的项目."""
        return tuple(step for step in self.projects if step.project is None)

    @property
    def updated_projects(self) -> tuple[ProjectStep, ...]:
        """将修改的项目."""
        return tuple(step for step in self.projects if step.project is not None)

    @property
    def created_targets(self) -> tuple[TargetStep, ...]:
        """将新增的指标."""
        return tuple(step for step in self.targets if not step.uid)

    @property
    def updated_targets(self) -> tuple[TargetStep, ...]:
        """将修改的指标."""
        return tuple(step for step in self.targets if step.uid)

    @property
    def can_apply(self) -> bool:
        """Is there something to do and nothing wrong?"""
        return not self.errors and bool(self.projects or self.targets)

    def to_json(self) -> dict[str, Any]:
        """The cells and where they belong, JSON-ready."""
        return {"locality": self.locality, "sheets": json_of(self.sheets)}


@dataclass
class ProjectOutcome:
    """“项目”表的结果."""

    steps: list[ProjectStep] = field(default_factory=list)
    errors: list[LineError] = field(default_factory=list)
    unchanged: int = 0


@dataclass
class TargetOutcome:
    """“绩效指标”表的结果."""

    steps: list[TargetStep] = field(default_factory=list)
    errors: list[LineError] = field(default_factory=list)
    unchanged: int = 0
