"""批次: all filings of one form, year and locality, as the desk of somebody who reviews or administers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from accounts.models import Role, User
from accounts.roles import departments_with_role
from filings.models import Filing
from filings.visibility import REVIEWER_STATES, with_masters


@dataclass(frozen=True, slots=True)
class Batch:
    """批次 with the number of filings its viewer may see."""

    locality: int
    place: str
    form: str
    name: str
    year: int
    number: int

    @property
    def key(self) -> str:
        """Its name in an address."""
        return f"{self.locality}-{self.form}"

    @property
    def label(self) -> str:
        """2024 年度 项目自评表（12 份）."""
        return f"{self.year} 年度 {self.name}（{self.number} 份）"


def desk_filings(user: User) -> QuerySet[Filing]:
    """Filings looked at from above: those that reached the bureau (财政审核), all of the locality (管理员).

    What somebody may see as filler, head or supervisor does not count here: a desk compares units with each other.
    """
    administered = departments_with_role(user, Role.ADMIN)
    reviewed = departments_with_role(user, Role.REVIEWER)
    reached = Q(subject__department__in=reviewed, state__in=REVIEWER_STATES)
    return with_masters(Filing.objects.filter(Q(subject__department__in=administered) | reached))


def batches(user: User) -> list[Batch]:
    """Batches on the desk, the newest and largest first."""
    place = "subject__department__locality"
    rows = (
        desk_filings(user)
        .order_by()
        .values(place, f"{place}__name", "form", "subject__year")
        .annotate(name=Max("blueprint__name"), number=Count("pk"))
    )
    found = [
        Batch(row[place], row[f"{place}__name"], row["form"], row["name"], row["subject__year"], row["number"])
        for row in rows
    ]
    return sorted(found, key=lambda batch: (-batch.year, -batch.number, batch.key))


def chosen(found: Sequence[Batch], key: str) -> Batch | None:
    """The batch of an address, else the first; None when there is none."""
    return next((batch for batch in found if batch.key == key), found[0] if found else None)


def filings_of(user: User, batch: Batch) -> list[Filing]:
    """Filings of a batch by unit and project."""
    mine = desk_filings(user).filter(subject__department__locality=batch.locality, form=batch.form)
    return list(mine.order_by("subject__department__code", "subject__project__code", "pk"))
