"""表样的可见范围与版本: which forms an administrator may look at, with their versions and the filings that use them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from django.db.models import Count, QuerySet

from accounts.models import Role, User
from accounts.roles import localities_with_role
from blueprints.catalogue import catalogue
from blueprints.schema import Blueprint
from filings.in_force import form_in_force, forms_in_force
from filings.models import OPEN_STATES, Filing, UploadedBlueprint
from filings.visibility import with_masters

NATIONAL: Final = "000000"  # the common frameworks that every locality may build on


@dataclass(slots=True)
class FormRow:
    """一张表样: the version in force (None while only drafts were uploaded), its uploads, and how many filings there are."""

    form: str
    blueprint: Blueprint | None
    uploads: list[UploadedBlueprint] = field(default_factory=list)
    filings: int = 0

    @property
    def name(self) -> str:
        """Name in force, or of the newest upload."""
        return self.blueprint.name if self.blueprint else self.uploads[0].name

    @property
    def year(self) -> str:
        """年度 in the id."""
        return self.form.split("/")[1]

    @property
    def active(self) -> UploadedBlueprint | None:
        """The upload in force, None when the file is."""
        return next((u for u in self.uploads if u.state == UploadedBlueprint.State.ACTIVE), None)


def visible_areas(user: User) -> list[str]:
    """Codes of the localities that `user` administers, and the nation's; none for anybody else."""
    codes = list(localities_with_role(user, Role.ADMIN).values_list("code", flat=True))
    return [*codes, NATIONAL] if codes else []


def visible_uploads(user: User) -> QuerySet[UploadedBlueprint]:
    """Uploads of the localities that `user` administers."""
    administered = localities_with_role(user, Role.ADMIN)
    return UploadedBlueprint.objects.filter(locality__in=administered).select_related("locality", "by", "settled_by")


def visible_form(user: User, form: str) -> Blueprint | None:
    """The form in force with this id, None when there is none that `user` may look at."""
    return form_in_force(form) if form.split("/", maxsplit=1)[0] in visible_areas(user) else None


def form_rows(user: User) -> list[FormRow]:
    """Every form of the user's areas, newest year first, the nation's last. A fixed number of queries."""
    areas = visible_areas(user)
    rows = {form: FormRow(form, blueprint) for form, blueprint in forms_in_force().items() if blueprint.area in areas}
    for upload in visible_uploads(user).defer("text"):
        rows.setdefault(upload.form, FormRow(upload.form, None)).uploads.append(upload)
    used = Filing.objects.filter(subject__department__locality__in=localities_with_role(user, Role.ADMIN))
    for form, number in used.order_by().values_list("form").annotate(number=Count("pk")):
        if form in rows:
            rows[form].filings = number
    return sorted(rows.values(), key=lambda row: (row.form.startswith(NATIONAL), -int(row.year), row.form))


def file_version(form: str) -> Blueprint | None:
    """The version in the files, whatever was uploaded."""
    return catalogue().get(form)


def outdated(user: User, form: Blueprint) -> Sequence[Filing]:
    """Open filings of the user's localities that use another version than this one."""
    rows = Filing.objects.filter(
        form=form.id, state__in=OPEN_STATES, subject__department__locality__in=localities_with_role(user, Role.ADMIN)
    ).exclude(blueprint__digest=form.digest)
    return list(with_masters(rows).order_by("subject__department__code", "pk")[:200])
