"""成文: the three forms read like the papers they were taken from."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.expressions import parse_expression
from blueprints.printing import (
    BoilerplateNode,
    GridNode,
    GroupRow,
    HeadingNode,
    LineNode,
    PageBreakNode,
    PartDef,
    ProseNode,
    SignDef,
    SignoffNode,
    TitleNode,
)
from composing.compose import compose
from composing.lint import empty_book, empty_sheet
from documents.tree import Align, Heading, Line, Number, PageBreak, Paragraph, SignBlock, SignLine, Text, Title
from tests.composing.samples import (
    JINZHONG,
    PANZHIHUA,
    SUINING,
    cell_at,
    draw,
    form,
    jinzhong_book,
    panzhihua_book,
    reading,
    suining_book,
    with_statements,
)
from values.money import MoneyUnit, parse_money

NOTE = (
    "1.预算执行率=预算执行数/调整后预算数，预算执行率未达到90%的需说明原因（100字以内）;"
    "2.年中发生预算调整的（追加或调减）,应单独说明理由；3.其他资金包括：社会投入资金、银行贷款."
)
SUINING_TEXT = [
    "项目名称", "51090424T000011111850-高启明困难补助",
    "主管部门", "遂宁市安居区社会保险事业管理局部门", "实施单位 （盖章）", "遂宁市安居区社会保险事业管理局",
    "项目基本情况", "1.项目年度目标完成情况", "项目年度目标", "年度目标完成情况",
    "每月十日前发放困难补助", "全年十二次按时发放",
    "2.项目实施内容及过程概述", "逐月核对身份后发放",
    "预算执行情况（10分）", "年度预算数（万元）", "年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因",
    "总额", "3.75", "3.88", "3.88", "100.00%", "10", "10", NOTE,
    "其中：财政资金", "3.75", "3.88", "3.88", "100.00%", "/", "/",
    "财政专户管理资金", "0.00", "0.00", "0.00", "0.00%", "/", "/",
    "单位资金", "0.00", "0.00", "0.00", "0.00%", "/", "/",
    "其他资金", "", "", "", "", "/", "/",
    "绩效指标（90分）", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分", "未完成原因分析",
    "产出指标", "数量指标", "高启明每月发放伤残津贴补助", "＝", "1", "人", "1", "20", "20", "",
    "质量指标", "应发尽发", "＝", "100", "%", "100%", "10", "10", "",
    "时效指标", "按时发放", "定性", "按时", "", "按时", "10", "10", "",
    "效益指标", "社会效益指标", "高启明每月发放伤残津贴补助", "定性", "优", "", "优", "20", "20", "",
    "满意度指标", "帮扶对象满意度指标", "发放对象满意度指标", "≥", "95", "%", "100%", "10", "10", "",
    "成本指标", "经济成本指标", "按标准发放", "定性", "优", "", "优", "20", "20", "",
    "合计", "100", "100", "",
    "评价结论", "发放到位。", "存在问题", "无", "改进措施", "无",
    "项目负责人：高启明", "财务负责人：苏文哲",
]  # fmt: skip
NAME = "指标1: 补助城乡居民养老保险"
JINZHONG_TEXT = [
    "项目名称", "城乡居民养老金缴费补助（入口补）",
    "主管部门及代码", "077", "实施单位", "晋中市养老保险中心",
    "项目属性", "经常性项目", "项目期", "2020-01-01至2020-12-31",
    "项目资金情况（万元）", "预算资金", "市级预算资金", "2536.08", "其他", "0.00", "预算下达资金", "2364.01",
    "实际支出资金", "市级预算资金", "2364.01", "上年结转资金", "0.00", "上级财政资金", "0.00", "其他", "0.00",
    "项目概况", "基本情况", "依据国家政策设立。", "项目资金使用情况", "全部为市级资金。", "项目组织实施情况", "各县经办机构实施。",
    "绩效目标实现情况", "绩效指标（二级）", "绩效指标（三级）", "目标值", "实际完成指标值", "完成进度",
    "满意度指标", "服务对象满意度指标", "指标1: 参保人员满意度", "1", "1", "100%", "指标2:", "", "", "",
    "产出指标", "数量指标", NAME, "入口补每年116.11万人", "入口补每年108.13万人", "93.13%", "指标2:", "", "", "",
    "质量指标", NAME, "严格按照标准发放到位", "严格按照标准发放到位", "100%", "指标2:", "", "", "",
    "时效指标", NAME, "12月底前完成", "12月底前完成", "100%", "指标2:", "", "", "",
    "成本指标", NAME, "入口补共2536万元", "入口补共2364.01万元", "93.22%", "指标2:", "", "", "",
    "效益指标", "经济效益指标", "指标1:", "", "", "", "指标2:", "", "", "",
    "社会效益指标", "指标1: 对城乡居民养老的积极作用", "提高保障质量和水平", "提高保障质量和水平", "100%", "指标2:", "", "", "",
    "生态效益指标", "指标1:", "", "", "", "指标2:", "", "", "",
    "可持续影响指标", "指标1:", "", "", "", "指标2:", "", "", "",
    "项目绩效情况", "按进度完成。", "其他需说明的问题", "无",
    "评分表", "二级指标", "三级指标", "指标分值", "评价得分",
    "投入:", "20", "19.80",
    "项目目标", "项目立项规范性", "3", "3.00", "绩效目标合理性", "4", "4.00", "绩效指标明确性", "4", "4.00",
    "资金落实", "资金到位率", "3", "2.80", "到位及时率", "3", "3.00", "预算执行率", "3", "3.00",
    "过程:", "20", "20.00",
    "业务管理", "管理制度健全性", "3", "3.00", "制度执行有效性", "3", "3.00", "项目质量可控性", "4", "4.00",
    "财务管理", "管理制度健全性", "3", "3.00", "资金使用合规性", "3", "3.00", "财务监控有效性", "4", "4.00",
    "产出:", "30", "30.00",
    "项目产出", "实际完成率", "8", "8.00", "完成及时率", "7", "7.00", "质量达标率", "8", "8.00", "成本节约率", "7", "7.00",
    "效果:", "30", "30.00",
    "项目效果", "经济效益", "0", "0.00", "社会效益", "20", "20.00", "生态效益", "0", "0.00", "可持续影响", "0", "0.00",
    "社会公众或服务对象满意度", "10", "10.00",
    "综合得分:", "100", "99.80", "评价结果等次:", "优",
    "评价人员", "姓名", "职称/职务", "科室", "联系电话",
    "方知行", "主任", "", "0000000", "陶思远", "副主任", "", "0000000", "梁若谷", "副主任", "", "0000000",
    "负责人: 梁若谷", "经办人: 于清和", "联系电话:", "0354-0000001", "填报日期:", "2021-07-05",
    "单位负责人(签章):", "年 月 日",
]  # fmt: skip
PANZHIHUA_HEADINGS = [
    "一、项目概况", "（一）项目资金申报及批复情况。", "（二）项目绩效目标。", "（三）项目资金申报相符性。",
    "二、项目实施及管理情况", "（一）资金计划、到位及使用情况。", "1．资金计划及到位。", "2．资金使用。",
    "（二）项目财务管理情况。", "（三）项目组织实施情况。",
    "三、项目绩效情况", "（一）项目完成情况。", "（二）项目效益情况。",
    "四、问题及建议", "（一）存在的问题。", "（二）相关建议。",
]  # fmt: skip


def test_suining_reads_like_the_paper():
    assert reading(draw(SUINING, suining_book())) == SUINING_TEXT


def test_jinzhong_reads_like_the_paper():
    assert reading(draw(JINZHONG, jinzhong_book())) == JINZHONG_TEXT


def test_panzhihua_reads_like_the_paper():
    document = draw(PANZHIHUA, panzhihua_book())
    (part,) = document.parts
    assert part.blocks[0] == Title("困难群众养老保险代缴补助项目支出绩效自评报告", "")
    assert [block.text for block in part.blocks if isinstance(block, Heading)] == PANZHIHUA_HEADINGS
    assert [block.text for block in part.blocks if isinstance(block, Paragraph)] == [
        "第一段。",
        "第二段。",
        "2022年度预算安排资金2.76万元。",
        "应保尽保。",
        (
            "具体目标如下：数量指标：代缴人数按照政策规定应缴尽缴；核对次数不少于两次；质量指标：困难群体参保率达到100%；"
            "时效指标：支付时间2022年底前。"
        ),
        "截至2022年末，预算安排2.76万元，资金到位2.76万元，资金到位率100.00%。",
        "截至2022年末，资金支出2.76万元，预算执行率100.00%。",
        (
            "数量指标：代缴人数按照政策规定应缴尽缴，实际完成100%；质量指标：困难群体参保率达到100%，实际完成100%；"
            "时效指标：支付时间2022年底前，实际完成2022年10月。"
        ),
        "无",
        "无",
    ]


def test_only_the_first_paragraph_carries_the_fact():
    paragraphs = [block for block in draw(PANZHIHUA, panzhihua_book()).parts[0].blocks if isinstance(block, Paragraph)]
    assert [paragraph.key for paragraph in paragraphs[:3]] == ["text.overview", "", ""]


def test_what_the_document_says_of_itself():
    blueprint, book = form(SUINING), suining_book()
    document = compose(blueprint, book, empty_sheet(), watermark="草稿", created="2025-03-18T09:30:00+08:00")
    assert (document.title, document.author, document.watermark, document.created) == (
        "部门预算项目支出绩效自评表（2024年度）",
        "遂宁市安居区社会保险事业管理局",
        "草稿",
        "2025-03-18T09:30:00+08:00",
    )


def test_composing_twice_gives_the_same_document():
    assert draw(JINZHONG, jinzhong_book()) == draw(JINZHONG, jinzhong_book())


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("funds.initial.fiscal", "3.75", Decimal("3.75")),
        ("funds.spent.all", "3.88", Decimal("3.88")),
        ("score.execution.self", "10", Decimal(10)),
        ("score.total.self", "100", Decimal(100)),
        ("indicators.r2.actual", "100%", Decimal(1)),
    ],
)
def test_figures_are_numbers_for_the_spreadsheet(key, text, value):
    content = cell_at(draw(SUINING, suining_book()), key).content
    assert isinstance(content, Number)
    assert (content.text, content.value) == (text, value)


def test_thousands_are_grouped_where_the_form_groups():
    book = suining_book()
    book = replace(book, funds={**book.funds, ("spent", "fiscal"): parse_money("12345678元", MoneyUnit.WAN)})
    cell = cell_at(draw(SUINING, book), "funds.spent.fiscal")
    assert cell.content == Number(Decimal("1234.5678"), "1,234.57", "#,##0.00")


def test_a_formula_stays_text():
    document = draw(SUINING, with_statements(suining_book(), **{"text.goal": "=1+1"}))
    assert cell_at(document, "text.goal").content == Text("=1+1")


def test_a_fact_printed_twice_has_its_key_once():
    document = draw(JINZHONG, jinzhong_book())
    blueprint = form(JINZHONG)
    twice = compose(replace(blueprint, parts=blueprint.parts * 2), jinzhong_book(), empty_sheet())
    keys = [
        cell.key
        for part in twice.parts
        for block in part.blocks
        for row in getattr(block, "rows", ())
        for cell in row.cells
    ]
    named = [key for key in keys if key]
    assert len(named) == len(set(named))
    assert cell_at(document, "text.basics").content.text == "依据国家政策设立。"


def nodes(*printed):
    return replace(form(SUINING), parts=(PartDef("甲", tuple(printed), "landscape", "10.5"),))


def blocks_of(*printed, **texts):
    book = with_statements(empty_book(form(SUINING)), **texts)
    return compose(nodes(*printed), book, empty_sheet()).parts[0].blocks


def test_lines_signatures_and_page_breaks():
    blocks = blocks_of(
        LineNode(("填报单位：{text.manager}", "单位：万元")),
        SignoffNode(((SignDef("负责人：", "text.manager"), SignDef("年 月 日")),), "right"),
        PageBreakNode(),
        BoilerplateNode("第一条\n\n第二条", "center", indent=False),
        **{"text.manager": "高启明"},
    )
    assert blocks == (
        Line(("填报单位：高启明", "单位：万元")),
        SignBlock(((SignLine("负责人：", "高启明", "text.manager"), SignLine("年 月 日")),), Align.RIGHT),
        PageBreak(),
        Paragraph("第一条", Align.CENTER, indent=False),
        Paragraph("第二条", Align.CENTER, indent=False),
    )


def test_only_a_condition_known_to_be_false_leaves_a_heading_out():
    when = parse_expression("funds.spent.all > 0")
    printed = (HeadingNode("甲", 1, when=when), HeadingNode("乙", 1))
    book = empty_book(form(SUINING))
    unknown = compose(nodes(*printed), book, empty_sheet()).parts[0].blocks
    nothing = replace(book, funds={("spent", "all"): parse_money("0", MoneyUnit.WAN)})
    known = compose(nodes(*printed), nothing, empty_sheet()).parts[0].blocks
    assert [block.text for block in unknown] == ["一、甲", "二、乙"]
    assert [block.text for block in known] == ["一、乙"]


def test_a_table_of_which_nothing_is_shown_is_left_out():
    gone = GridNode(12, (GroupRow("甲", 2, (), parse_expression("funds.spent.all > 0")),))
    nothing = replace(empty_book(form(SUINING)), funds={("spent", "all"): parse_money("0", MoneyUnit.WAN)})
    assert compose(nodes(gone), nothing, empty_sheet()).parts[0].blocks == ()


def test_a_page_has_its_own_set_up():
    (part,) = compose(nodes(HeadingNode("甲", 1, numbered=False)), empty_book(form(SUINING)), empty_sheet()).parts
    assert (part.name, part.orientation.value, part.table_points) == ("甲", "landscape", 10.5)
    assert part.blocks == (Heading("甲", 1),)


def drawn(*nodes, statements=None, **changes):
    made = replace(form(PANZHIHUA), parts=(PartDef("甲", nodes),), **changes)
    book = replace(empty_book(made), statements=statements or {})
    return compose(made, book, empty_sheet()).parts[0].blocks


def test_an_annex_has_a_title_of_its_own():
    assert drawn(TitleNode("附表（{year}年度）", "第{year}号"), title="报告") == (
        Title("附表（2022年度）", "第2022号"),
    )
    assert drawn(TitleNode(), title="报告", subtitle="副题") == (Title("报告", "副题"),)


@pytest.mark.parametrize(
    ("goal", "subtitle"),
    [("工伤", "甲项目\n（工伤）"), ("", "甲项目"), (" ", "甲项目")],
)
def test_a_line_of_the_subtitle_without_anything_is_left_out(goal, subtitle):
    (title,) = drawn(
        TitleNode(), title="某局\n报告", subtitle="甲项目\n（{text.goal}）", statements={"text.goal": goal}
    )
    assert title == Title("某局\n报告", subtitle)


def test_the_name_of_the_file_is_one_line():
    made = replace(form(PANZHIHUA), title="某局\n报告")
    assert compose(made, empty_book(made), empty_sheet()).title == "某局报告"


@pytest.mark.parametrize(
    ("goal", "empty", "texts"),
    [
        ("甲。\n乙。", "", [("1.目标。甲。", 5), ("乙。", 0)]),
        ("", "无。", [("1.目标。无。", 5)]),
        ("", "", [("1.目标。", 5)]),
    ],
)
def test_a_heading_inside_the_line(goal, empty, texts):
    blocks = drawn(ProseNode("text.goal", empty, lead="1.目标。"), statements={"text.goal": goal})
    assert [(block.text, block.lead) for block in blocks] == texts
    assert blocks[0].key == "text.goal"


def test_without_a_lead_nothing_written_is_nothing_printed():
    assert drawn(ProseNode("text.goal")) == ()
