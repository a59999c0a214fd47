"""对象范围: finds the object named in an address among what the user may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model
from django.utils import timezone

from accounts.models import Role, User
from accounts.roles import localities_with_role
from blueprints.schema import Blueprint
from checkups.queries import visible_checkups
from filings.forms import visible_form, visible_uploads
from filings.visibility import visible_bundles, visible_filings
from projects.models import Department
from reviews.models import Remark


@dataclass(frozen=True, slots=True)
class Found:
    """找到的对象 and the unit at which a role is asked for; None where visibility alone decides."""

    thing: Model | Blueprint
    department: Department | None


def find(scope: str, user: User, kwargs: Mapping[str, Any]) -> Found | None:
    """The object of `scope` named by `<scope>_id` in the address (a number, or a form's id), None when it is not there for this user."""
    return FINDERS[scope](user, kwargs[f"{scope}_id"])


def _filing(user: User, pk: int) -> Found | None:
    related = ("subject__department__locality", "subject__department__parent", "subject__project", "blueprint")
    filing = visible_filings(user).select_related(*related).filter(pk=pk).first()
    return Found(filing, filing.subject.department) if filing else None


def _bundle(user: User, pk: int) -> Found | None:
    administered = localities_with_role(user, Role.ADMIN)
    bundle = visible_bundles(user).filter(pk=pk, locality__in=administered).first()
    return Found(bundle, None) if bundle else None


def _remark(user: User, pk: int) -> Found | None:
    visible = Remark.objects.filter(filing__in=visible_filings(user))
    remark = visible.select_related("filing__subject__department__locality").filter(pk=pk).first()
    return Found(remark, remark.filing.subject.department) if remark else None


def _form(user: User, form: str) -> Found | None:
    blueprint = visible_form(user, form)
    return Found(blueprint, None) if blueprint else None


def _upload(user: User, pk: int) -> Found | None:
    kept = visible_uploads(user).filter(pk=pk).first()
    return Found(kept, None) if kept else None


def _checkup(user: User, pk: int) -> Found | None:
    checkup = visible_checkups(user, now=timezone.now()).filter(pk=pk).first()
    return Found(checkup, None) if checkup else None


FINDERS: Final[Mapping[str, Callable[[User, Any], Found | None]]] = {
    "filing": _filing,
    "bundle": _bundle,
    "remark": _remark,
    "form": _form,
    "upload": _upload,
    "checkup": _checkup,
}
