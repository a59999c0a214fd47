"""事实簿的读取: all facts of one subject as one form sees them, in six queries whatever their number.

A form that compares with the year before takes six more for that year's facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from django.db.models import QuerySet

from blueprints.schema import Blueprint
from factbook.amounts import as_seen
from factbook.book import FactBook, IndicatorFact, ListRow, SelfScore
from factbook.rows import OWN_FIELDS, RESULT_FIELDS, Rows, read_many, read_rows
from projects.models import Department, Subject
from values.day import chinese_month
from values.money import MoneyUnit, ParsedMoney, parse_money

_READS_PRIOR: Final = re.compile(
    r"\bprior\.(?!year\b)[a-z]"
)  # in a form's text: asking a little too often does no harm


def load_book(*, subject: Subject, blueprint: Blueprint) -> FactBook:
    """Fact book of `subject` for `blueprint`, fresh from the database. Raises Subject.DoesNotExist when it is gone."""
    return _book(read_rows(_fresh().get(pk=subject.pk)), blueprint)


def load_books(wanted: Mapping[int, Blueprint]) -> dict[int, FactBook]:
    """Fact books of several subjects, each for its own form, by the subjects' ids; in six queries whatever their number."""
    many = read_many(list(_fresh().filter(pk__in=wanted)))
    return {pk: _book(rows, wanted[pk]) for pk, rows in many.items()}


def _fresh() -> QuerySet[Subject]:
    return Subject.objects.select_related("project", "department__locality", "department__parent__parent__parent")


def _book(rows: Rows, blueprint: Blueprint) -> FactBook:
    fresh, unit = rows.subject, MoneyUnit(blueprint.print.unit)
    return FactBook(
        year=fresh.year,
        money_unit=unit,
        identity=identity_of(fresh),
        funds=_funds(rows, unit),
        statements=_statements(rows),
        indicators=_indicators(rows, blueprint.id),
        lists=_lists(rows),
        scores=_scores(rows, blueprint.id),
        parameters={parameter.key: parameter.value for parameter in blueprint.parameters},
        prior=_prior(fresh, unit) if _READS_PRIOR.search(blueprint.text) else None,
    )


def _prior(subject: Subject, unit: MoneyUnit) -> FactBook | None:
    """The same unit's (and project's) facts a year earlier; None where that year was never opened here."""
    year = subject.year - 1
    found = Subject.objects.filter(department=subject.department_id, project=subject.project_id, year=year).first()
    if found is None:
        return None
    rows = read_rows(found)
    return FactBook(
        year=year, money_unit=unit, funds=_funds(rows, unit), statements=_statements(rows), lists=_lists(rows)
    )


def identity_of(subject: Subject) -> dict[str, str]:
    """Read-only facts from the master data, every path present ('' when it does not apply)."""
    department, project = subject.department, subject.project
    supervisor = supervisor_of(department)
    starts = project.starts.isoformat() if project and project.starts else ""
    ends = project.ends.isoformat() if project and project.ends else ""
    return {
        "year": str(subject.year),
        "subject.year": str(subject.year),
        "locality.name": department.locality.name,
        "department.name": department.name,
        "department.code": department.code,
        "supervisor.name": supervisor.name if supervisor else "",
        "supervisor.code": supervisor.code if supervisor else "",
        "project.name": project.name if project else "",
        "project.code": project.code if project else "",
        "project.code_and_name": str(project) if project else "",
        "project.attribute": project.attribute if project else "",
        "project.period": f"{starts}至{ends}" if starts and ends else starts or ends,
        "project.months": f"{chinese_month(starts)}起至{chinese_month(ends)}止" if starts and ends else "",
        "project.starts": starts,
        "project.ends": ends,
    }


def supervisor_of(department: Department) -> Department | None:
    """主管部门: the nearest supervising department on the way up. A supervising department supervises its own projects."""
    here: Department | None = department
    while here is not None and here.kind != Department.Kind.SUPERVISOR:
        here = here.parent
    return here


def _funds(rows: Rows, unit: MoneyUnit) -> dict[tuple[str, str], ParsedMoney]:
    return {
        address: parse_money(as_seen(flow.raw, flow.unit, unit), unit)
        for address, flow in sorted(rows.funds.items())
        if flow.raw
    }


def _statements(rows: Rows) -> dict[str, str]:
    return {path: row.text for path, row in sorted(rows.statements.items()) if row.text}


def _indicators(rows: Rows, form: str) -> tuple[IndicatorFact, ...]:
    found = []
    for uid, row in rows.indicators.items():
        texts = {name: str(getattr(row, name)) for name in OWN_FIELDS}
        result, score = rows.results.get(uid), rows.scores.get((form, uid))
        texts |= {name: str(getattr(result, name)) if result else "" for name in RESULT_FIELDS}
        notes = {name: str(text) for name, text in row.notes.items() if text}
        found.append(IndicatorFact(uid=uid, **texts, score=score.raw if score else "", notes=notes))
    return tuple(found)


def _lists(rows: Rows) -> dict[str, tuple[ListRow, ...]]:
    lists: dict[str, tuple[ListRow, ...]] = {}
    for (table, uid), item in rows.items.items():
        cells = {name: str(text) for name, text in item.cells.items() if text}
        lists[table] = (*lists.get(table, ()), ListRow(uid, cells))
    return lists


def _scores(rows: Rows, form: str) -> dict[str, SelfScore]:
    return {
        key: SelfScore(score.raw, score.reason)
        for (owner, key), score in sorted(rows.scores.items())
        if owner == form and key not in rows.indicators and (score.raw or score.reason)
    }
