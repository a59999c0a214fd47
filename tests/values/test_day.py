"""日期的写法."""

from __future__ import annotations

import pytest

from values.day import chinese_day, chinese_month


@pytest.mark.parametrize(
    ("raw", "day", "month"),
    [
        ("2023-03-28", "2023年3月28日", "2023年3月"),
        (" 2022-12-01 ", "2022年12月1日", "2022年12月"),
        ("2023-02-30", "2023-02-30", "2023-02-30"),
        ("20230328", "20230328", "20230328"),
        ("三月底", "三月底", "三月底"),
        ("", "", ""),
    ],
)
def test_days_and_months(raw, day, month):
    assert (chinese_day(raw), chinese_month(raw)) == (day, month)
