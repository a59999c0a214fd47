"""上年填报: last year's filing of the same subject, if the database has one."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from blueprints.schema import Blueprint
from factbook.book import FactBook
from factbook.load import load_book
from filings.models import Filing
from filings.snapshot import book_in, filed, is_frozen


@dataclass(frozen=True, slots=True)
class Previous:
    """上年填报 of a filing: which it is and what it says."""

    filing: Filing
    book: FactBook

    @property
    def name(self) -> str:
        """What people call it: 2023 年度 项目支出绩效自评表."""
        return f"{self.filing.subject.year} 年度 {self.filing.blueprint.name}"


def previous_filing(filing: Filing) -> Filing | None:
    """Last year's filing of the same project (or unit): one of the same form first, else the last one changed."""
    subject = filing.subject
    same = Q(subject__project=subject.project_id)
    if subject.project is not None:  # a project may get another code every year
        same |= Q(subject__project__name=subject.project.name)
    rows = Filing.objects.filter(same, subject__department=subject.department_id, subject__year=subject.year - 1)
    own = filing.form.rpartition("/")[2]
    found = rows.select_related("subject__department__locality", "subject__project", "blueprint").order_by(
        "-changed_at"
    )
    return min(found, key=lambda row: row.form.rpartition("/")[2] != own, default=None)


def previous(filing: Filing, blueprint: Blueprint) -> Previous | None:
    """Last year's filing with its facts, as submitted if it was."""
    found = previous_filing(filing)
    if found is None:
        return None
    book = book_in(filed(found)) if is_frozen(found) else load_book(subject=found.subject, blueprint=blueprint)
    return Previous(found, book)
