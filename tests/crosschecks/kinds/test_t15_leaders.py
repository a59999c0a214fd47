"""T15 负责人一致."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, suining


def form(leader: str, *rows: str, prose: str = "") -> str:
    head = "项目支出绩效自评表\n（2023年度）\n\n"
    return head + table("项目名称|湿地修复", f"项目负责人|{leader}|联系电话|0000000", *rows) + f"\n\n{prose}\n"


def test_two_leaders_in_one_form():
    text = form("任丹青", "姓名|职务|单位|签字", "章以宁|科长/项目负责人|湿地站|")
    found = one(text, "T15")
    assert found.message == "项目负责人不一致：任丹青／章以宁。"
    assert (found.arithmetic, quotes(found)) == ("任丹青≠章以宁", ["任丹青", "章以宁"])
    assert findable(text, found.places)


def test_in_prose():
    text = form("任丹青", prose="一、组织情况\n项目负责人章以宁对数据的真实性负责。")
    assert one(text, "T15").arithmetic == "任丹青≠章以宁"


@pytest.mark.parametrize(
    "text",
    [
        form("任丹青", "姓名|职务|单位|签字", "任丹青|科长/项目负责人|湿地站|"),
        form("任 丹 青", prose="项目负责人任丹青对数据的真实性负责。"),
        form("任丹青", "单位负责人|章以宁|财务负责人|舒云帆"),
        form("任丹青", "姓名|职务|单位|签字", "章以宁|科长/评价组长|湿地站|"),
        form("任丹青", prose="项目负责人签字：\n报项目负责人审核，由项目负责人组织验收。"),
        form("（签章）", "姓名|职务|单位|签字", "章以宁|科长/项目负责人|湿地站|"),
    ],
)
def test_one_leader_or_other_people(text):
    assert said(text, "T15") == []


def test_two_projects_have_two():
    other = form("章以宁").replace("湿地修复", "候鸟监测")
    assert said(form("任丹青") + "\n\n" + other, "T15") == []


def test_on_a_form():
    asked = check("T15", named=("sign.project_head", "text.conclusion"))
    both = {"sign.project_head": "任丹青", "text.conclusion": "章以宁"}
    found = only(findings(suining(), book(statements=both), asked))
    assert paths(found) == ["sign.project_head", "text.conclusion"]
    assert findings(suining(), book(statements={**both, "text.conclusion": "任 丹青"}), asked) == ()
    assert findings(suining(), book(statements={"sign.project_head": "任丹青"}), asked) == ()
