"""临湘表样 with lists filled by hand."""

from __future__ import annotations

from dataclasses import replace

from blueprints.schema import Blueprint
from factbook.book import FactBook, ListRow
from tests.crosschecks.samples import book, form

PROJECT = "430682/2022/project-report"
DEPARTMENT = "430682/2022/department-report"


def project() -> Blueprint:
    return form(PROJECT)


def department() -> Blueprint:
    return form(DEPARTMENT)


def listed(table: str, *rows: dict[str, str], **facts) -> FactBook:
    """A book of 2022 with one list; rows get the uids r1, r2, …"""
    filled = tuple(ListRow(f"r{number}", row) for number, row in enumerate(rows, 1))
    return replace(book(year=2022, **facts), lists={table: filled})
