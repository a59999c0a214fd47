"""导入的执行: a plan that was shown and confirmed, in one transaction with its audit row; all of it or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.models import User
from audit.actions import record
from factbook.apply import Terms, save
from factbook.changes import ChangeSet, Conflict, FactsLocked, RowPlan, SaveBusy, TooLong
from factbook.imports.plan import check_right, plan_sheets
from factbook.imports.steps import ImportPlan, ProjectStep, TargetStep
from factbook.imports.targets import FIELDS
from factbook.paths import INDICATORS
from factbook.uids import new_uid
from indicators.models import Indicator
from projects.models import Locality, Project, Subject
from values.money import MoneyUnit

Key = tuple[int, str]
TERMS = Terms(MoneyUnit.WAN, {})  # an import carries no amounts and no words of a form


class ImportStopped(Exception):  # noqa: N818 - said as the field says it
    """导入中止: nothing was written; why, and what to do."""


def apply_import(plan: ImportPlan, *, by: User, now: datetime) -> dict[str, int]:
    """Carry a plan out; returns how many projects and targets were created and changed.

    Raises ImportStopped when the plan has errors, when masters or facts have moved on since it was shown, or when a target
    may not be changed now; PermissionDenied when `by` is not 管理员 of the locality any more.
    """
    locality = Locality.objects.get(pk=plan.locality)
    check_right(by, locality)
    if not plan.can_apply:
        raise ImportStopped("方案中有错误或没有要导入的内容，请改正文件后重新上传。")
    with transaction.atomic():
        # One import of a locality at a time: the second would plan on what the first is about to write.
        Locality.objects.select_for_update().get(pk=locality.pk)
        if plan_sheets(plan.sheets, locality=locality) != plan:
            raise ImportStopped("上传之后项目或指标已被他人改动，方案不再适用。请重新上传，核对新的方案。")
        _write_projects(plan.projects)
        _write_targets(plan.targets, by, now)
        counts = {
            "projects_created": len(plan.created_projects),
            "projects_changed": len(plan.updated_projects),
            "targets_created": len(plan.created_targets),
            "targets_changed": len(plan.updated_targets),
        }
        target = f"locality:{locality.pk}"
        record(action="import", by=by, now=now, target=target, unit=locality.name, detail=counts)
    return counts


def _write_projects(steps: Iterable[ProjectStep]) -> None:
    """First the projects, then their parents, which may be new themselves."""
    written: dict[Key, Project] = {}
    for step in steps:
        made = Project(department_id=step.department, code=step.code)
        project = Project.objects.get(pk=step.project) if step.project else made
        project.name = step.name
        project.attribute = step.attribute or project.attribute
        project.starts = step.starts or project.starts
        project.ends = step.ends or project.ends
        project.save()
        written[step.department, step.code] = project
    for step in steps:
        if step.parent:
            project = written[step.department, step.code]
            project.parent = written.get(step.parent) or _project(step.parent)
            project.save(update_fields=["parent"])


def _project(key: Key) -> Project:
    return Project.objects.get(department=key[0], code=key[1])


def _write_targets(steps: Iterable[TargetStep], by: User, now: datetime) -> None:
    grouped: dict[tuple[Key, int], list[TargetStep]] = defaultdict(list)
    for step in steps:
        grouped[(step.department, step.code), step.year].append(step)
    for (key, year), group in grouped.items():
        project = _project(key)
        subject, _ = Subject.objects.get_or_create(department_id=key[0], project=project, year=year)
        try:
            save(subject=subject, changes=change_set(subject, group), terms=TERMS, by=by, now=now)
        except (Conflict, FactsLocked, SaveBusy, TooLong) as refusal:
            rows = "、".join(str(step.row) for step in group[:5])
            raise ImportStopped(f"项目“{project}”{year} 年度的指标（第 {rows} 行等）不能导入：{refusal}") from refusal


def change_set(subject: Subject, steps: Iterable[TargetStep]) -> ChangeSet:
    """The steps of one subject as changes against its current version; blank cells change nothing."""
    before = tuple(Indicator.objects.filter(subject=subject).order_by("position", "uid").values_list("uid", flat=True))
    after, posted = list(before), dict[str, str]()
    for step in steps:
        uid = step.uid or new_uid()
        if not step.uid:
            after.append(uid)
        posted |= {f"{INDICATORS}.{uid}.{name}": step.texts[name] for name in FIELDS if step.texts[name]}
    rows = (RowPlan(INDICATORS, before, tuple(after)),)
    return ChangeSet("", "导入", subject.version, posted, rows, origin="import")
