"""R05 重复与错别字."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, said

TITLE = "2023年度渔业增殖放流项目支出绩效自评报告\n一、项目概况\n"


@pytest.mark.parametrize(
    ("sentence", "slip"),
    [
        ("3月批复预算80万元。。其中苗种60万元。", "。。"),
        ("包括苗种费、、运输费。", "、、"),
        ("三是进一步进一步完善台账。", "进一步进一步"),
        ("全年超额完成完成任务。", "完成完成"),
        ("渔业生产总体平稳渔区渔业生产总体平稳，渔民增收。", "渔业生产总体平稳渔区渔业生产总体平稳"),
        ("渔业资源的的保护。", "的的"),
        ("渔民和和企业参与。", "和和"),
        ("2023年年度任务已下达。", "年年"),
        ("完成率为100%%。", "%%"),
    ],
)
def test_written_twice(sentence, slip):
    text = TITLE + sentence
    found = one(text, "R05")
    assert (found.arithmetic, found.places[0].quote) == (slip, slip)
    assert findable(text, found.places)


def test_a_character_twice_by_the_words_of_the_file():
    text = TITLE + "组织开展放流。组织开展培训。县渔政站组织织开展巡查。"
    found = one(text, "R05")
    assert (found.arithmetic, found.message) == ("组织织", "疑似错漏：“县渔政站组织织开展巡查”，“织”重复。")


@pytest.mark.parametrize(
    "sentence",
    [
        "天天巡查、户户走访，人人参与，认认真真落实。",
        "增殖放流建设项目项目资金80万元，养老保险保险费由单位缴纳。",
        "其中苗种60万元，其中运输20万元，其中中央补助30万元。",
        "各项任务落实，各项措施到位，各项项目推进，渔业项目验收，项目评价。",
        "为了保护渔业资源的目的的确立。",
        "以及及时拨付资金，在在建渔港开展检查。",
        "由县农业农村局和县财政局、县水利局和县财政局联合验收。",
        "研究研究再定，一步一步推进。",
        "2023年年初预算80万元，2023年年末支付60万元。",
    ],
)
def test_doubling_that_is_right(sentence):
    assert said(TITLE + sentence, "R05") == []


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        ("截止2023年12月底，投放鱼苗300万尾。", "截止", "截至"),
        ("资金已全部拔付到位。", "拔", "拨"),
        ("任务己完成。", "己", "已"),
        ("尾款末支付，因末达到付款条件。", "末", "未"),
        ("助理全面推进禁渔工作。", "助理", "助力"),
        ("设立专帐，登记帐簿。", "帐", "账"),
        ("未发现截流、挪用资金。", "截流", "截留"),
    ],
)
def test_wrong_words_with_a_fix(sentence, old, new):
    text = TITLE + sentence
    found = said(text, "R05")[0]
    assert found.fix is not None
    assert (found.fix.old, found.fix.new, found.arithmetic) == (old, new, f"{old}→{new}")
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "sentence",
    [
        "报名截止后公示。",
        "选拔渔政人员，拔除杂草。",
        "不能舍己为人，知己知彼。",
        "2023年末完成验收，期末支付尾款。",
        "聘用助理工程师2名。",
        "帐篷3顶。",
        "坚持以经济建设为中心，公园满意度较高。",
        "按排名拨付，按排放量核定，累积效应明显。",
        "因病致贫因素减少，公布署名文章。",
        "节流与截流工程。",
    ],
)
def test_the_same_characters_where_they_are_right(sentence):
    assert said(TITLE + sentence, "R05") == []


def test_money_written_twice_is_for_another_rule():
    assert said(TITLE + "苗种费60万元万元。", "R05") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [("项目的的实施", 1), ("目的的确明确", 0), ("进一步步提升", 1), ("逐步步入正轨", 0), ("进一步优化", 0)],
)
def test_endings_doubled(text, count):
    assert len(said(f"三、绩效\n{text}，成效明显。", "R05")) == count
