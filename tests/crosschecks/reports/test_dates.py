"""日期识读."""

from __future__ import annotations

from datetime import date

import pytest

from crosschecks.reports.dates import moments


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023年5月8日开工", date(2023, 5, 8), date(2023, 5, 8)),
        ("2023-05-08", date(2023, 5, 8), date(2023, 5, 8)),
        ("2023年2月", date(2023, 2, 1), date(2023, 2, 28)),
        ("2023年5月中旬", date(2023, 5, 11), date(2023, 5, 20)),
        ("2023年底", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023年", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_the_days_a_date_may_mean(text, first, last):
    (found,) = moments(text)
    assert (found.first, found.last) == (first, last)


def test_a_month_without_a_year_has_that_of_the_date_before_it():
    found = list(moments("2023年5月签订合同，6月开工"))
    assert [(moment.first, moment.guessed) for moment in found] == [(date(2023, 5, 1), False), (date(2023, 6, 1), True)]


def test_a_month_of_no_known_year_is_left_out():
    assert list(moments("6月开工")) == []
    assert [moment.first for moment in moments("6月开工", 2022)] == [date(2022, 6, 1)]


def test_days_there_are_not():
    assert list(moments("2023年2月30日")) == []


@pytest.mark.parametrize(
    ("text", "until"), [("2023年5月前完成", True), ("2023年5月31日之前", True), ("2023年5月完成", False)]
)
def test_a_bound(text, until):
    assert [moment.until for moment in moments(text)] == [until]


def test_later_whatever_days_they_mean():
    may, mid, june = (next(moments(text)) for text in ("2023年5月", "2023年5月15日", "2023年6月"))
    assert [june.after(may), may.after(june), mid.after(may), may.after(mid)] == [True, False, False, False]
