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


def test_bands_that_go_down_one_after_the_other_are_meant_so():
    assert said("一、标准\n按100%—80%（含）、80%—60%（含）、60%—0%三档给分。", "U05") == []
    assert len(said("一、标准\n补助对象为65—45岁，每户2—4人。", "U05")) == 1


def test_the_ends_are_turned_only_when_they_are_of_one_size():
    fix = one("一、标准\n年龄要求为45—18周岁。", "U05").fix
    assert fix.new.startswith("18—45")
    assert fix.old.startswith("45—18")
    assert one("一、标准\n选择31000元—5000元的补60元。", "U05").fix is None
