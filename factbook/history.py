"""修改历史: what changed since a version, who touched a section last, what stood somewhere at a version."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, QuerySet

from accounts.models import User
from factbook.amounts import as_seen
from factbook.merge import Key, Later, key_of
from factbook.models import FactChange
from factbook.rows import read_rows, state_of
from projects.models import Subject
from values.money import MoneyUnit


def changes_since(subject: Subject, version: int) -> QuerySet[FactChange]:
    """Accepted changes after `version`, oldest first, with who made them."""
    return (
        FactChange.objects.filter(subject=subject, version__gt=version).select_related("by").order_by("version", "pk")
    )


def last_editors(subject: Subject, form: str) -> dict[str, tuple[User, datetime]]:
    """Section → who changed it last through `form`, and when. One query."""
    own = FactChange.objects.filter(subject=subject, form=form)
    newest = own.order_by().values("section").annotate(newest=Max("pk")).values("newest")
    return {row.section: (row.by, row.at) for row in FactChange.objects.filter(pk__in=newest).select_related("by")}


def value_at(subject: Subject, path: str, version: int, *, form: str = "", unit: MoneyUnit = MoneyUnit.WAN) -> str:
    """Text at `path` as it stood at `version`, amounts as a form in `unit` shows them; self scores need their `form`."""
    key = key_of(form, path)
    later = later_changes(subject, version, unit).get(key)
    return later.base if later else state_of(read_rows(subject), unit).texts.get(key, "")


def later_changes(subject: Subject, version: int, unit: MoneyUnit) -> dict[Key, Later]:
    """Every path changed after `version`: its text then, and who changed it last when. One query."""
    found: dict[Key, Later] = {}
    for change in changes_since(subject, version):
        key = key_of(change.form, change.path)
        base = found[key].base if key in found else as_seen(change.old, change.old_unit, unit)
        found[key] = Later(base, str(change.by), change.at.isoformat())
    return found
