"""T10 列举个数, on paper."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import cells, findable, one, said, table


@pytest.mark.parametrize(
    ("words", "sums"),
    [
        ("内设5个股室，分别为路政股、养护股、工程股、安全股。", "4≠5"),
        ("其中投资20万元以上的点位3处，分别为石桥线K4处、竹海线K11处。", "2≠3"),
        (
            "年终对8个项目开展了自评，即林木抚育、封山育林、森林防火、病虫防治、名木保护、林场管护、湿地保护、道路维护、科技推广。",
            "9≠8",
        ),
        ("对养护、检测、修复、监测等3个项目开展评价。", "4≠3"),
        ("建成平台4个，包括甲平台、乙平台和丙平台。", "3≠4"),
    ],
)
def test_another_number_than_told(words, sums):
    text = f"一、概况\n{words}\n"
    found = one(text, "T10")
    assert found.arithmetic == sums
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "words",
    [
        "内设5个股室，分别为路政股、养护股、工程股、安全股、综合股。",
        "内设办公室、采编部、借阅部、古籍部等6个部室。",
        "下属单位4个，其中其他事业单位3个，分别为警务中心、推广站、林场、保护站。",  # the four of the whole
        "建成平台3个，包括甲平台、乙平台和丙平台。",
        "建成平台3个，包括规划和自然资源平台、乙平台、丙平台。",
        "支出分为3类，为甲类12万元、乙类8万元。",  # amounts are no names
        "新增班线7条，东山、石桥、竹海等7条。",
    ],
)
def test_as_many_as_told_or_an_open_list(words):
    assert said(f"一、概况\n{words}\n", "T10") == []


ROWS = (
    "序号|设备名称|数量（台）|金额（万元）",
    "1|扫描仪|1|39",
    "2|诊断仪|6|27",
    "3|呼吸机|8|10",
    "4|监护仪|20|64",
    "|合计|35|140",
)


@pytest.mark.parametrize("layout", [table, cells])
@pytest.mark.parametrize(("words", "told"), [("5类设备35台", 1), ("4类设备35台", 0), ("35台设备", 0), ("12类设备", 0)])
def test_rows_of_a_table(layout, words, told):
    text = f"一、概况\n本项目共采购{words}，明细如下：\n\n{layout(*ROWS)}\n\n二、实施情况\n一切正常，按合同支付。\n"
    assert len(said(text, "T10")) == told


@pytest.mark.parametrize(("count", "found"), [(4, 1), (3, 0)])
def test_a_list_that_ends_at_a_comma(count, found):
    text = f"一、采购\n确定供货企业{count}家，分别为甲粮油公司、乙蔬菜合作社、丙乳业公司，合同期均为一年。"
    assert len(said(text, "T10")) == found


def test_a_list_that_goes_on_behind_the_comma():
    assert said("一、采购\n供货企业4家，分别为甲粮油公司、乙蔬菜合作社，丙乳业公司、丁肉联厂。", "T10") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("项目共包括5个子项目：管网改造、路面修复、绿化提升、外墙粉刷。", 1),
        ("项目共包括4个子项目：管网改造、路面修复、绿化提升、外墙粉刷。", 0),
        ("抽查10个项目：立项、资金、绩效均符合要求。", 0),
        ("制定《资金管理办法》《项目管理细则》和《验收规程》四项制度。", 1),
        ("制定《资金管理办法》《项目管理细则》等四项制度。", 0),
        ("主要有三个方面：一是准备不足；二是管护薄弱。", 1),
        ("主要有两个方面：一是准备不足；二是管护薄弱。", 0),
    ],
)
def test_other_ways_of_listing(text, count):
    assert len(said("一、概况\n" + text, "T10")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("下设3个内设机构（办公室、业务部、财务部、后勤部）。", 1),
        ("下设4个内设机构（办公室、业务部、财务部、后勤部）。", 0),
        ("下设3个内设机构（含财务部、后勤部）。", 0),
        ("主要问题有3个：1.宣传不够；2.设备老化。", 1),
    ],
)
def test_lists_in_brackets_and_behind_their_noun(text, count):
    assert len(said("一、概况\n" + text, "T10")) == count


@pytest.mark.parametrize(("count", "found"), [(4, 1), (3, 0)])
def test_numbered_rows_of_a_table_of_money(count, found):
    rows = ("序号|项目名称|预算数（万元）|执行数（万元）", "1|免费开放|50|50", "2|送戏下乡|30|30", "3|非遗保护|20|20")
    assert len(said(f"一、概况\n2023年共实施{count}个项目：\n\n" + table(*rows), "T10")) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("检查组一行4人（张某某、李某某、王某某）到场。", 1),
        ("检查组一行3人（张某某、李某某、王某某）到场。", 0),
        ("培训护林员35人（男、女各半）。", 0),
        ("全年开展三次检查，分别于3月、6月、9月、12月进行。", 1),
        ("全年开展四次检查，分别于3月、6月、9月、12月进行。", 0),
        ("涉及青山、绿水、白云、大岭4个乡镇，共计5个乡镇。", 1),
        ("涉及青山、绿水、白云、大岭4个乡镇，共计4个乡镇。", 0),
        ("涉及青山、绿水等4个乡镇，共计12个村。", 0),
    ],
)
def test_people_months_and_numbers_told_again(text, count):
    assert len(said("一、概况\n" + text, "T10")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("包括县人民医院、县中医院、县妇幼保健院和城关镇卫生院等3家。", 1),
        ("包括县人民医院、县中医院、县妇幼保健院和城关镇卫生院等4家。", 0),
        ("包括财政局、农业和水利局等2家。", 0),
        ("召开专题会议4次（2月、5月、8月）。", 1),
        ("召开专题会议3次（2月、5月、8月）。", 0),
    ],
)
def test_names_joined_by_and_and_months_in_brackets(text, count):
    assert len(said("一、概况\n" + text, "T10")) == count


@pytest.mark.parametrize(("count", "found"), [("四", 1), ("五", 0)])
def test_bodies_counted_in_words_behind_their_names(count, found):
    text = f"一、管理\n项目由青松公司、康乐公司、幸福社工中心、金秋养老院、银龄服务社{count}家机构承接。"
    assert len(said(text, "T10")) == found
