"""应报与已报: what a locality's notices ask of its units in a year, beside what was opened. The same few queries whatever the size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from blueprints.schema import Blueprint
from filings.asked import Asked, Deadline, asked_by
from filings.in_force import forms_in_force
from filings.models import Filing, Notice
from projects.models import Department, Locality, Project


@dataclass(frozen=True, slots=True)
class Expected:
    """一份应报: a form asked of a unit (for one of its projects, or as a whole) and the filing, if one was opened."""

    department: Department
    project: Project | None
    form: str
    name: str
    filing: Filing | None
    deadline: Deadline | None  # None where a filing was opened that no notice asks for


def expected(
    *, locality: Locality, year: int, departments: Sequence[int] = (), forms: Sequence[str] = ()
) -> list[Expected]:
    """Everything noticed for `year`; empty sequences mean all units and forms. Filings opened without a notice come too."""
    units = {d.pk: d for d in _units(locality, departments)}
    asked = _asked(locality, year, forms)
    filings = _filings(locality, year, forms, units)
    projects = Project.objects.filter(department__in=units, is_active=True).order_by("department__code", "code")
    rows = list(_rows(units, [p for p in projects if covers(p, year)], asked, filings))
    told = {(row.department.pk, row.project.pk if row.project else None, row.form) for row in rows}
    unasked = [
        Expected(filing.subject.department, filing.subject.project, filing.form, filing.blueprint.name, filing, None)
        for key, filing in filings.items()
        if key not in told
    ]
    return rows + unasked


Key = tuple[int, int | None, str]


def _rows(
    units: dict[int, Department],
    projects: list[Project],
    asked: list[tuple[Asked, Blueprint]],
    filings: dict[Key, Filing],
) -> Iterator[Expected]:
    for notice, form in asked:
        whose: list[tuple[Department, Project | None]] = [(units[p.department_id], p) for p in projects]
        if form.subject == "department":
            whose = [(unit, None) for unit in units.values()]
        for unit, project in whose:
            number = project.pk if project else None
            if deadline := notice.deadline(unit.pk, number):
                found = filings.get((unit.pk, number, form.id))
                yield Expected(unit, project, form.id, form.name, found, deadline)


def _units(locality: Locality, departments: Sequence[int]) -> list[Department]:
    """The finance bureau sets the forms; it is not asked by its own notice."""
    units = Department.objects.filter(locality=locality, is_active=True).exclude(kind=Department.Kind.FINANCE)
    if departments:
        units = units.filter(pk__in=departments)
    return list(units.select_related("parent"))


def _asked(locality: Locality, year: int, forms: Sequence[str]) -> list[tuple[Asked, Blueprint]]:
    """Notices of the year with their forms; a notice whose form is gone asks nothing."""
    notices = Notice.objects.filter(locality=locality, year=year)
    if forms:
        notices = notices.filter(form__in=forms)
    asked = asked_by(notices.order_by("form"))
    found = forms_in_force([a.notice.form for a in asked])
    return [(a, found[a.notice.form]) for a in asked if a.notice.form in found]


def _filings(locality: Locality, year: int, forms: Sequence[str], units: dict[int, Department]) -> dict[Key, Filing]:
    rows = Filing.objects.filter(subject__department__locality=locality, subject__year=year)
    if forms:
        rows = rows.filter(form__in=forms)
    related = rows.select_related("subject__project", "subject__department__parent", "blueprint")
    found = [row for row in related.order_by("pk") if row.subject.department_id in units]
    return {(row.subject.department_id, row.subject.project_id, row.form): row for row in found}


def covers(project: Project, year: int) -> bool:
    """Does the project run in the year?"""
    begun = project.starts is None or project.starts <= date(year, 12, 31)
    return begun and (project.ends is None or project.ends >= date(year, 1, 1))
