"""T08 占比, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import cells, findable, one, said, table


@pytest.mark.parametrize(
    ("words", "sums"),
    [
        ("支出50.00万元，其中：设备30.00万元，占61%；材料20.00万元，占40%。", "30÷50＝60%"),
        ("预算100.00万元，其中：省级62.00万元，县级38.00万元，分别占63%和38%。", "62÷100＝62%"),
        ("本年支出合计80.00万元。政府性基金支出20.00万元，占本年支出合计的26%。", "20÷80＝25%"),
        ("持证用户3.86万人，占常住人口30.6万人的13.6%。", "3.86÷30.6＝12.61%"),
        (
            "采购支出总额386.2万元，其中：货物96.4万元。授予中小企业324.5万元，占采购支出总额的83.02%，其中：授予小微企业210.3万元，占采购支出总额的54.45%。",
            "324.5÷386.2＝84.02%",
        ),
        ("共划分单元工程864个，全部合格，其中优良单元工程547个，优良率65.3%。", "547÷864＝63.31%"),
        ("发放问卷600份，收回有效问卷588份，有效回收率96%。", "588÷600＝98%"),
        ("发放问卷600份，收回588份，表示满意的547份，满意度95.03%。", "547÷588＝93.03%"),
    ],
)
def test_a_share_that_is_none(words, sums):
    text = f"一、概况\n{words}\n"
    found = one(text, "T08")
    assert found.arithmetic == sums
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "words",
    [
        "预算1260.00万元，其中：省级620.00万元，市级140.00万元，县级500.00万元，分别占49.21%、11.11%和39.68%。",
        "采购支出总额386.2万元。授予中小企业324.5万元，占采购支出总额的84.02%，其中：授予小微企业210.3万元，占采购支出总额的54.45%。",
        "易发区面积1128平方公里，占全县国土面积的62.08%。",  # a whole that is nowhere told
        "发放问卷600份，收回588份，满意547份，满意度93.03%，高于90%的目标。",
        "发放问卷400份，收回400份，满意320份，基本满意58份，满意度94.5%。",
        "抽查40户，合格率约95%。",
        "满意度较上年提高2.1%，抽查40户，满意36户。",
        "支出3万元，其中：甲1万元，占33.33%；乙1万元，占33.33%；丙1万元，占33.33%。",
    ],
)
def test_right_or_not_known(words):
    assert said(f"一、概况\n{words}\n", "T08") == []


ROWS = (
    "片区|面积（亩）|面积占比|支出（万元）",
    "东片|8600|{}|120",
    "西片|9200|38.33%|90",
    "北片|6200|25.83%|70",
    "合计|24000|100%|280",
)


@pytest.mark.parametrize("layout", [table, cells])
def test_a_column_of_shares(layout):
    text = "各片区情况如下：\n\n" + layout(*ROWS)
    found = one(text.format("36.83%"), "T08")
    assert (found.message, found.arithmetic) == ("“东片”面积占比应为35.83%，填36.83%。", "8600÷24000＝35.83%")
    assert findable(text.format("36.83%"), found.places)
    assert said(text.format("35.83%"), "T08") == []


def test_a_column_named_nothing_but_share():
    text = table(
        "学段|人数|金额（万元）|占比", "小学|900|90|60%", "初中|300|30|{}", "高中|300|30|20%", "合计|1500|150|100%"
    )
    assert one(text.format("25%"), "T08").arithmetic == "30÷150＝20%"
    assert said(text.format("20%"), "T08") == []


def test_shares_of_what_the_table_does_not_hold():
    assert said(table("学校|人数|占比", "甲校|900|12%", "乙校|300|7%", "丙校|200|9%"), "T08") == []


@pytest.mark.parametrize(("share", "count"), [("82.84", 1), ("88.24", 0)])
def test_a_whole_told_as_what_is_counted(share, count):
    assert len(said(f"一、监督\n34个施工标段全部公开招标。抽查标段30个，占全部标段的{share}%。", "T08")) == count


def test_a_whole_of_which_two_numbers_are_told():
    text = "一、概况\n秋季享受补助的学生14246人。春季实有受益学生14318人。\n二、绩效\n住宿生6105人，占受益学生的{}%。"
    assert said(text.format("42.85"), "T08") == []
    assert len(said(text.format("45.82"), "T08")) == 1


def test_signed_is_no_rough_figure():
    assert len(said("一、概况\n共涉及住户1200户，其中已签约960户，占75%。", "T08")) == 1


@pytest.mark.parametrize(("share", "count"), [("52.80", 1), ("51.80", 0)])
def test_shares_of_one_whole_without_amounts(share, count):
    assert len(said(f"一、概况\n问卷调查中男性占48.20%，女性占{share}%。", "T08")) == count


@pytest.mark.parametrize(("share", "count"), [("21.99", 1), ("19.99", 0)])
def test_shares_dealt_out_behind_their_name(share, count):
    text = f"一、资金\n资金876.40万元中，中央补助526.00万元、省级补助175.20万元、县级安排175.20万元，占比分别为60.02%、19.99%、{share}%。"
    assert len(said(text, "T08")) == count


@pytest.mark.parametrize(("rate", "count"), [("97.67", 1), ("95.67", 0)])
def test_a_rate_named_after_what_was_counted(rate, count):
    assert len(said(f"一、质量\n抽查病历300份，规范287份，规范率为{rate}%。", "T08")) == count
