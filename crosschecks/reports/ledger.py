"""按行的资金: a table of data whose columns are stages of money (区片｜到位资金｜支出｜结余), seen as a funds table whose sources are its rows."""

from __future__ import annotations

from typing import Final

from crosschecks.reports.columns import FUND_ROLES, role_of
from crosschecks.reports.funds import AMOUNTS, FundRow, FundsTable
from crosschecks.reports.matrix import Column, Matrix

_ROLES: Final = (*AMOUNTS, "rate", "received_rate", "change", "reason")


def ledger(matrix: Matrix) -> FundsTable | None:
    """The table as one of funds; None where fewer than two of its columns are amounts of a stage."""
    stages: dict[str, Column] = {}
    for column in matrix.columns:
        role = role_of(column.head.text, FUND_ROLES)
        if role in _ROLES and (role == "reason" or matrix.holds_figures(column)):
            stages.setdefault(role, column)
    if sum(role in AMOUNTS for role in stages) < 2:
        return None
    rows = tuple(
        FundRow(
            "" if row.label.is_number else row.name,
            row.label,
            {role: row.cells[column.index] for role, column in stages.items() if column.index in row.cells},
            is_all=row.is_sum or row.label.is_number,
        )
        for row in matrix.rows
        if row.label.text and (not row.label.is_number or len(matrix.rows) == 1)
    )
    first = next(column for role, column in stages.items() if role in AMOUNTS)
    header = {role: column.head for role, column in stages.items()}
    return FundsTable(matrix.grid, rows, header, matrix.unit_of(first)) if rows else None
