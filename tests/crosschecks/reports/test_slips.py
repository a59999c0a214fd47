"""误写的识别."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crosschecks.reports.slips import mistyped, slips
from tests.crosschecks.papers import report


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("14264", "14246", True),
        ("86.4", "84.6", True),
        ("14264", "14364", True),
        ("864", "964", False),
        ("14264", "24264", False),
        ("86.4", "84.60", False),
        ("123", "321", False),
        ("500", "500", False),
    ],
)
def test_mistyped(one, other, slip):
    assert mistyped(Decimal(one), Decimal(other)) is slip


@pytest.mark.parametrize(
    ("second", "any_slip", "swapped"),
    [("代缴人数14246人", 1, 1), ("代缴人数14364人", 1, 0), ("代缴人数15000人", 0, 0), ("订购图书14246人", 0, 0)],
)
def test_slips_of_like_clauses(second, any_slip, swapped):
    figures = report(f"一、概况\n代缴人数14264人。\n{second}。").register.figures
    assert len(list(slips(figures))) == any_slip
    assert len(list(slips(figures, swapped_only=True))) == swapped
