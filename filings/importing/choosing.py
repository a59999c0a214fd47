"""选报告: a file that holds several reports waits until somebody says which one is meant."""

from __future__ import annotations

from django.db import transaction

from filings import jobs
from filings.models import IntakeFile
from intake.reports import Report, nearest


def nearest_of(row: IntakeFile) -> int:
    """The report that names the filing's project or unit: it is chosen unless somebody says otherwise."""
    subject = row.filing.subject
    names = [subject.project.name, subject.project.code] if subject.project else []
    reports = [Report(title, about, 0, 0) for title, about in row.reports]
    return nearest(reports, [*names, subject.department.name])


def choose(row: IntakeFile, report: str) -> None:
    """Have that report of the file laid against the form; a number that the file has not leaves it waiting."""
    if not (report.isascii() and report.isdigit() and int(report) < len(row.reports)):
        return
    with transaction.atomic():
        waiting = IntakeFile.objects.filter(pk=row.pk, state=IntakeFile.State.CHOOSING)
        if waiting.update(state=IntakeFile.State.QUEUED, report=int(report)):
            transaction.on_commit(lambda: jobs.enqueue("read_intake", row.pk))
