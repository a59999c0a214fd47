"""U05 区间端点."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import one, quotes, said


def test_the_ends_the_wrong_way_round():
    found = one("一、标准\n投保选择200元—700元的补20元，选择31000元—5000元的补60元。", "U05")
    assert (found.arithmetic, quotes(found)) == ("31000＞5000", ["31000元—5000元"])


@pytest.mark.parametrize(
    "text",
    ["每亩200—700元", "12月-3月施工", "8万元-3万元=5万元", "2023-2022年", "5%-3%", "电话0816-55", "得分=4-3"],
)
def test_nothing_to_say(text):
    found = said(f"一、标准\n{text}。", "U05")
    assert [quotes(f) for f in found] == ([["5%-3%"]] if text == "5%-3%" else [])
