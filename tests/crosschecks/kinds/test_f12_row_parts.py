"""F12 合计等于分项之和."""

from __future__ import annotations

import pytest

from tests.crosschecks.linxiang import department, listed
from tests.crosschecks.samples import check, findings, only, paths

ASKED = check("F12", table="official", total="total", parts=("reception", "vehicles"))


def facts(total: str, reception: str, vehicles: str):
    right = {"name": "局机关", "total": "3", "reception": "1", "vehicles": "2"}
    return listed("official", right, {"total": total, "reception": reception, "vehicles": vehicles})


def test_a_row_that_does_not_add_up():
    found = only(findings(department(), facts("9.19", "9", "1"), ASKED))
    assert found.message == "三公经费 第2行 三公经费合计9.19万元，与分项之和10.00万元不符。"
    assert found.arithmetic == "9＋1＝10.00万元，合计9.19万元"
    assert paths(found) == [f"list.official.r2.{column}" for column in ("total", "reception", "vehicles")]
    assert not found.pending


def test_parts_still_missing():
    assert only(findings(department(), facts("9.19", "9", ""), ASKED)).pending
    assert not only(findings(department(), facts("9.19", "10", ""), ASKED)).pending


@pytest.mark.parametrize("row", [("9.19", "9.19", "0"), ("9.19", "", ""), ("", "9", "1"), ("9.19", "91900元", "")])
def test_right_or_not_yet_known(row):
    assert findings(department(), facts(*row), ASKED) == ()
