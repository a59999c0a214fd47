"""U09 完成值单位."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table

HEAD = "一级指标|二级指标|三级指标|年度指标值|实际完成值"


def form(target: str, actual: str) -> str:
    return "绩效自评表\n（2023年度）\n\n" + table(HEAD, f"产出指标|数量指标|收购秸秆|{target}|{actual}")


def test_the_word_that_is_missing():
    text = form("860万元", "872万")
    found = one(text, "U09")
    assert found.message == "“收购秸秆”目标单位“万元”与完成值“872万”的单位不一致。"
    assert (quotes(found), found.fix.old, found.fix.new) == (["872万", "860万元"], "872万", "872万元")
    assert findable(text, found.places)


def test_another_unit_is_for_somebody_to_look_at():
    assert one(form("≥860吨", "872户"), "U09").fix is None


@pytest.mark.parametrize(
    ("target", "actual"), [("860万元", "8720000元"), ("≥860吨", "872吨"), ("≥860吨", "872"), ("按时", "872吨")]
)
def test_the_same_or_unknown(target, actual):
    assert said(form(target, actual), "U09") == []
