"""F11 汇总行等于各单位之和."""

from __future__ import annotations

import pytest

from tests.crosschecks.linxiang import department, listed, project
from tests.crosschecks.samples import check, findings, only, paths

ROWS = ({"name": "局机关", "total": "100"}, {"name": "社保中心", "total": "697.71"})


def facts(filed: str):
    return listed("income", *ROWS, statements={"figure.income_total": filed})


def test_a_sum_the_unit_filed_itself():
    found = only(findings(department(), facts("697.71"), check("F11", table="income")))
    assert found.severity == "warning"
    assert found.message == "收入合计（汇总）填报697.71万元，各行之和797.71万元。"
    assert paths(found) == ["figure.income_total"]


@pytest.mark.parametrize("filed", ["", "797.71", "7977100元", "不详"])
def test_blank_right_or_not_understood(filed):
    assert findings(department(), facts(filed), check("F11", table="income")) == ()


def test_only_the_named_columns():
    assert findings(department(), facts("1"), check("F11", table="income", columns=("fiscal",))) == ()


def test_a_table_that_is_no_list():
    assert findings(project(), facts("1"), check("F11", table="funds")) == ()
