"""等次: the boundaries, and a locality's own names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scoring.grades import NATIONAL_BANDS, Band, grade_of


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("100", "优"), ("90.00", "优"), ("89.99", "良"), ("80", "良"), ("79.99", "中"), ("60", "中"), ("59.99", "差"),
        ("0", "差"), ("-1", "差"), ("105", "优"),
    ],
)  # fmt: skip
def test_national_bands(total, grade):
    assert grade_of(Decimal(total), NATIONAL_BANDS) == grade


def test_order_does_not_matter():
    assert grade_of(Decimal(85), tuple(reversed(NATIONAL_BANDS))) == "良"


def test_own_names():
    bands = (Band(Decimal(85), "一等"), Band(Decimal(0), "二等"))
    assert [grade_of(Decimal(total), bands) for total in (85, 84)] == ["一等", "二等"]


@pytest.mark.parametrize("bands", [(), (Band(Decimal(60), "合格"),)])
def test_a_total_outside_all_bands_is_refused(bands):
    with pytest.raises(ValueError, match="等次"):
        grade_of(Decimal(59), bands)
