"""通知所及: whom a notice asks and until when. Four queries for any number of notices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from filings.models import Extension, Filing, Notice
from projects.models import Subject


@dataclass(frozen=True, slots=True)
class Deadline:
    """截止日期 of a filing, with the reason of an extension."""

    due_on: date
    extended: bool = False
    reason: str = ""

    def days_left(self, today: date) -> int:
        """Days until the deadline; negative once it has passed."""
        return (self.due_on - today).days


@dataclass(frozen=True, slots=True)
class Asked:
    """一份通知 with its chosen units and projects and its extensions, read once."""

    notice: Notice
    departments: set[int] = field(default_factory=set)
    projects: set[int] = field(default_factory=set)
    extensions: dict[int, Extension] = field(default_factory=dict)  # by department

    def of(self, department: int, project: int | None) -> bool:
        """Is this project (None: the unit as a whole) asked?"""
        if self.notice.reach == Notice.Reach.ALL:
            return True
        chosen = department in self.departments or project in self.projects
        return chosen is (self.notice.reach == Notice.Reach.ONLY)

    def deadline(self, department: int, project: int | None) -> Deadline | None:
        """Until when, None when not asked."""
        if not self.of(department, project):
            return None
        later = self.extensions.get(department)
        return Deadline(later.due_on, extended=True, reason=later.reason) if later else Deadline(self.notice.due_on)


def asked_by(notices: QuerySet[Notice]) -> list[Asked]:
    """What `notices` ask, in their order."""
    found = {notice.pk: Asked(notice) for notice in notices}
    chosen = [pk for pk, asked in found.items() if asked.notice.reach != Notice.Reach.ALL]
    units, projects = Notice.departments.through.objects, Notice.projects.through.objects
    for pk, unit in units.filter(notice__in=chosen).values_list("notice_id", "department_id"):
        found[pk].departments.add(unit)
    for pk, project in projects.filter(notice__in=chosen).values_list("notice_id", "project_id"):
        found[pk].projects.add(project)
    for extension in Extension.objects.filter(notice__in=found):
        found[extension.notice_id].extensions[extension.department_id] = extension
    return list(found.values())


def notice_for(subject: Subject, form: str) -> Asked | None:
    """What the notice of the subject's locality says about this form, None without a notice."""
    notices = Notice.objects.filter(locality=subject.department.locality_id, form=form)
    return next(iter(asked_by(notices)), None)


def deadlines(filings: Iterable[Filing]) -> dict[int, Deadline]:
    """Deadline by filing id, where its locality's notice asks for it."""
    rows = list(filings)
    notices = asked_by(Notice.objects.filter(form__in={row.form for row in rows}))
    asked = {(a.notice.locality_id, a.notice.form): a for a in notices}
    found = {}
    for row in rows:
        unit = row.subject.department
        notice = asked.get((unit.locality_id, row.form))
        deadline = notice.deadline(unit.pk, row.subject.project_id) if notice else None
        if deadline:
            found[row.pk] = deadline
    return found
