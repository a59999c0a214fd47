"""导入方案的编制: reads the cells against the masters and the facts; writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied

from accounts.models import Role, User
from accounts.roles import localities_with_role
from factbook.imports.projects import plan_projects
from factbook.imports.reading import Sheets, read_workbook, sheets_of
from factbook.imports.steps import ImportPlan
from factbook.imports.tables import PROJECTS, TARGETS, LineError
from factbook.imports.targets import plan_targets
from projects.models import Locality


def plan_import(path: Path, *, by: User, locality: Locality, name: str = "") -> ImportPlan:
    """Read a workbook and say what importing it would do.

    Raises documents.readers.refused.Refused when the file cannot be read, PermissionDenied when `by` is not 管理员 of `locality` (or superuser).
    """
    check_right(by, locality)
    return plan_sheets(read_workbook(path, name=name), locality=locality)


def plan_again(data: Mapping[str, Any], *, by: User) -> ImportPlan:
    """The plan of cells put aside by `to_json`, as of now. Raises PermissionDenied and Locality.DoesNotExist."""
    locality = Locality.objects.get(pk=data["locality"])
    check_right(by, locality)
    return plan_sheets(sheets_of(data["sheets"]), locality=locality)


def check_right(by: User, locality: Locality) -> None:
    """Raise PermissionDenied unless `by` may import into `locality`."""
    if by.is_active and by.is_superuser:
        return
    if not localities_with_role(by, Role.ADMIN).filter(pk=locality.pk).exists():
        raise PermissionDenied("只有本行政区划的管理员可以导入。")


def plan_sheets(sheets: Sheets, *, locality: Locality) -> ImportPlan:
    """The plan of cells that have been read."""
    projects = plan_projects(sheets, locality)
    targets = plan_targets(sheets, locality, projects.steps)
    errors = (*_whole(sheets), *_by_row(projects.errors), *_by_row(targets.errors))
    unchanged = projects.unchanged + targets.unchanged
    return ImportPlan(locality.pk, sheets, tuple(projects.steps), tuple(targets.steps), errors, unchanged)


def _by_row(errors: Iterable[LineError]) -> list[LineError]:
    """In the order somebody walks down the sheet to mend them; they are found in several passes."""
    return sorted(errors, key=attrgetter("row"))


def _whole(sheets: Sheets) -> list[LineError]:
    if PROJECTS.name in sheets or TARGETS.name in sheets:
        return []
    wanted = f"应为“{PROJECTS.name}”或“{TARGETS.name}”，请使用导入模板。"
    return [LineError("、".join(sheets)[:60], 0, "", "", wanted)]
