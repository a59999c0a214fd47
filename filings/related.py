"""相关填报: the papers of a unit's projects, read as plain values for the unit's own form.

A project belongs when it is the unit's own, of the same year, and has a filing of one of the forms that the unit's form names; of
several the first form named there stands for it. A submitted one is read from its snapshot only, any other as it is now. A
project that such a form is asked of and that has none is told by name. Nothing here looks at what the reader may see: the
unit's own papers are the unit's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import F

from blueprints.kept import parsed
from blueprints.projects import ProjectsDef
from blueprints.schema import Blueprint
from factbook.book import FactBook, Related, RelatedFiling
from factbook.load import load_books
from filings.asked import asked_by
from filings.expected import covers
from filings.models import FROZEN_STATES, Filing, Notice, Snapshot
from projects.models import Project, Subject


def related_to(subject: Subject, blueprint: Blueprint) -> Related | None:
    """The papers of the projects of this unit and year that the form quotes; None for a form that quotes none."""
    projects = blueprint.projects
    if projects is None:
        return None
    filings = _one_per_project(_filings(subject, projects), projects.forms)
    begun = {filing.subject.project_id for filing in filings}
    return Related(tuple(_read(filings)), tuple(_unfiled(subject, projects, begun)))


def hold_related(filing: Filing, blueprint: Blueprint) -> None:
    """Hold the projects' subjects as well, in one order, so that what is confirmed or frozen is read in one piece."""
    if blueprint.projects is None:
        return
    rows = _filings(filing.subject, blueprint.projects)
    pks = sorted({row.subject_id for row in rows})
    list(Subject.objects.select_for_update().filter(pk__in=pks).order_by("pk").values_list("pk", flat=True))


def _filings(subject: Subject, projects: ProjectsDef) -> list[Filing]:
    rows = Filing.objects.filter(
        form__in=projects.forms,
        subject__department=subject.department_id,
        subject__year=subject.year,
        subject__project__isnull=False,
    )
    related = rows.select_related("subject__project", "blueprint")
    return list(related.order_by("subject__project__code", "subject__project_id", "form"))


def _one_per_project(filings: Iterable[Filing], forms: Sequence[str]) -> list[Filing]:
    """The filing that stands for each project, in the order of their codes."""
    chosen: dict[int, Filing] = {}
    for filing in filings:
        known = chosen.setdefault(filing.subject_id, filing)
        if forms.index(filing.form) < forms.index(known.form):
            chosen[filing.subject_id] = filing
    return list(chosen.values())


def _read(filings: Sequence[Filing]) -> Iterable[RelatedFiling]:
    frozen = {filing.pk for filing in filings if filing.state in FROZEN_STATES}
    snapshots = {row.filing_id: row for row in Snapshot.objects.filter(filing__in=frozen, round=F("filing__round"))}
    live = {f.subject_id: parsed(f.blueprint.text, f.form) for f in filings if f.pk not in frozen}
    books = load_books(live) if live else {}
    for filing in filings:
        state = filing.get_state_display()
        if filing.pk in frozen:
            snapshot = snapshots[filing.pk]  # a frozen filing without its snapshot is a defect, never read live instead
            blueprint = parsed(snapshot.blueprint_text, filing.form)
            yield RelatedFiling(filing.form, state, True, blueprint, FactBook.from_json(snapshot.payload["facts"]))
        else:
            blueprint = live[filing.subject_id]
            yield RelatedFiling(filing.form, state, False, blueprint, books[filing.subject_id])


def _unfiled(subject: Subject, projects: ProjectsDef, begun: set[int | None]) -> list[str]:
    """Names of the projects of which a notice asks one of the forms and that have not begun."""
    unit = subject.department
    notices = asked_by(Notice.objects.filter(locality=unit.locality_id, year=subject.year, form__in=projects.forms))
    rows = Project.objects.filter(department=unit, is_active=True).order_by("code") if notices else ()
    asked = [p for p in rows if covers(p, subject.year) and any(notice.of(unit.pk, p.pk) for notice in notices)]
    return [project.name for project in asked if project.pk not in begun]
