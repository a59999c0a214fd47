"""I13 主管部门."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, suining

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
ASKED = check("I13", of="text.department")


def test_only_a_code():
    text = HEAD + table("项目名称|渔业增殖放流", "主管部门及代码|136|实施单位|某县渔政站")
    found = one(text, "I13")
    assert (found.message, found.arithmetic) == ("未填主管部门名称，只写了代码“136”。", "主管部门及代码：136")
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + table("项目名称|渔业增殖放流|", "主管部门|||"),
        "2023年度渔业增殖放流项目支出绩效自评报告\n主管部门：\n一、项目概况\n投放鱼苗。",
    ],
)
def test_nothing_at_all(text):
    found = one(text, "I13")
    assert (found.message, found.pending) == ("未填主管部门名称。", True)
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "rows",
    [
        ("项目名称|渔业增殖放流", "主管部门及代码|某县农业农村局（136）"),
        ("项目名称|渔业增殖放流", "主管部门|某县农业农村局|实施单位|某县渔政站"),
        ("项目名称|渔业增殖放流", "实施单位|某县渔政站"),
        ("主管部门|项目名称|金额", "某县农业农村局|渔业增殖放流|80"),
    ],
)
def test_named_not_asked_for_or_a_column(rows):
    assert said(HEAD + table(*rows), "I13") == []


def test_a_filing():
    found = only(findings(suining(), book(statements={"text.department": "136"}), ASKED))
    assert (found.arithmetic.endswith("：136"), paths(found)) == (True, ["text.department"])
    for told in ("", "某县农业农村局", "某县农业农村局136"):
        assert findings(suining(), book(statements={"text.department": told}), ASKED) == ()
