"""评分结果: lines and totals as values."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from scoring.engine import score
from tests.scoring.samples import JINZHONG, book, form, jinzhong_as_filed


def test_a_line_is_found_by_its_key():
    sheet = score(form(JINZHONG), jinzhong_as_filed())
    assert sheet.line("arrival_rate").self_points == Decimal("2.80")
    assert sheet.line("nowhere") is None


def test_the_difference_needs_both_sides():
    filed, empty = jinzhong_as_filed(), book(year=2020)
    assert score(form(JINZHONG), filed).line("completion").difference == Decimal("0.55")
    assert all(line.difference is None for line in score(form(JINZHONG), empty).lines)
    unreadable = replace(filed, indicators=())
    assert score(form(JINZHONG), unreadable).line("completion").difference is None
