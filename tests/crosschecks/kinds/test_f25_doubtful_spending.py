"""F25 资金列支合规提示."""

from __future__ import annotations

import pytest

from tests.crosschecks.linxiang import listed, project
from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import check, findings, only, paths


def report(words: str, heading: str = "二、资金使用情况") -> str:
    return f"2023年古城墙修缮项目支出绩效自评报告\n一、概况\n修缮城墙320米。\n{heading}\n{words}\n"


def test_in_words():
    text = report("项目支出86万元，其中工程费78万元，公务接待费3.2万元，印刷费4.8万元。")
    found = one(text, "F25")
    assert found.message == "项目经费列支“公务接待费”3.2万元，请核对是否合规。"
    assert (quotes(found), findable(text, found.places)) == (["公务接待费3.2万元"], True)


def test_in_a_table_of_spending():
    rows = table("支出内容|支出金额（万元）", "脚手架租赁|12.5", "职工福利费|1.6", "支出合计|14.1")
    text = report(f"支出明细如下：\n\n{rows}\n")
    assert one(text, "F25").arithmetic == "福利费1.6万元"


@pytest.mark.parametrize(
    "text",
    [
        report("项目支出86万元，其中工程费78万元，公务接待费0万元。"),
        report("项目资金不得用于公务接待、发放奖金和福利。"),
        report("基本支出120万元，其中公务接待费1.1万元，工会经费2.3万元。", "二、基本支出情况"),
        report("“三公”经费支出9万元，其中公务接待费1.1万元。", "二、三公经费情况"),
        report("项目支出86万元，上年公务接待费3.2万元。"),
        "2023年公益性岗位补贴项目支出绩效自评报告\n二、资金使用情况\n项目支出86万元，其中岗位工资80万元。\n",
    ],
)
def test_nothing_spent_or_another_purse(text):
    assert said(text, "F25") == []


def test_on_a_form():
    asked = check("F25", table="spending", name="content", amount="amount")
    facts = listed("spending", {"content": "工会经费", "amount": "16"}, {"content": "印刷费", "amount": "8"})
    found = only(findings(project(), facts, asked))
    assert found.message == "项目经费列支“工会经费”16万元，请核对是否合规。"
    assert paths(found) == ["list.spending.r1.content", "list.spending.r1.amount"]
    assert findings(project(), listed("spending", {"content": "工会经费", "amount": "0"}), asked) == ()
