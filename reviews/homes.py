"""自己的名称: which names belong to a filing's unit, and which others the installation knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from crosschecks.similar.foreign import Home, Known
from filings.models import Filing
from projects.models import Department, Locality

_PLACES: Final = re.compile(r".{2,}?(?:自治州|省|市|县|区|旗|盟|州)")


def known_names() -> list[Known]:
    """Every unit and locality kept here."""
    units = Department.objects.values_list("name", "short_name", "locality__code")
    places = Locality.objects.values_list("name", "code")
    named = [Known(name, code) for full, short, code in units for name in (full, short) if name]
    return named + [Known(name, code, is_place=True) for name, code in places]


def homes_of(filings: Iterable[Filing]) -> dict[int, Home]:
    """Own names by filing: unit, everyone above it, the finance bureau, the locality and its parts, the project."""
    listed = list(filings)
    localities = {filing.subject.department.locality_id for filing in listed}
    units = {unit.pk: unit for unit in Department.objects.filter(locality__in=localities)}
    bureaus: dict[int, set[str]] = {}
    for unit in units.values():
        if unit.kind == Department.Kind.FINANCE:
            bureaus.setdefault(unit.locality_id, set()).update(_both(unit))
    return {filing.pk: _home(filing, units, bureaus) for filing in listed}


def _home(filing: Filing, units: dict[int, Department], bureaus: dict[int, set[str]]) -> Home:
    department = filing.subject.department
    locality = department.locality
    names = {locality.name, *_PLACES.findall(locality.name), *bureaus.get(locality.pk, ())}
    here: Department | None = department
    seen: set[int] = set()
    while here is not None and here.pk not in seen:
        seen.add(here.pk)
        names.update(_both(here))
        here = units.get(here.parent_id) if here.parent_id else None
    if filing.subject.project:
        names.add(filing.subject.project.name)
    return Home(locality.code, frozenset(name for name in names if name))


def _both(unit: Department) -> tuple[str, str]:
    return unit.name, unit.short_name
