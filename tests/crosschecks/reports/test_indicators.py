"""指标表的识读: any order of columns, headers of two rows, levels carried down, points printed with levels, shifted figures."""

from __future__ import annotations

from decimal import Decimal

from crosschecks.reports.indicators import printed_points
from tests.crosschecks.papers import cells, report, table
from values.vocabulary import Relation

NATIONAL = table(
    "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
    "|产出指标|数量指标|新建校舍面积|≥1200平方米|1150平方米|20|19.17|雨季停工",
    "||质量指标|验收合格率|100%|100%|10|10|",
    "|效益指标|社会效益指标|新增学位|≥300个|300个|30|30|",
    "|合计||||||60|59.17|",
)


def test_the_national_form():
    (found,) = report(NATIONAL).indicators
    assert found.roles == {"level1", "level2", "name", "target", "actual", "weight", "score", "reason"}
    assert [(row.level1_name, row.level2_name, row.name) for row in found.lines] == [
        ("产出指标", "数量指标", "新建校舍面积"),
        ("产出指标", "质量指标", "验收合格率"),
        ("效益指标", "社会效益指标", "新增学位"),
    ]
    first = found.lines[0]
    assert (first.measure("target").number, first.measure("target").relation) == (Decimal(1200), Relation.GE)
    assert (first.number("weight"), first.number("score"), first.text("reason")) == (20, Decimal("19.17"), "雨季停工")
    assert (found.total.number("weight"), found.total.number("score")) == (60, Decimal("59.17"))


def test_another_order_with_relation_and_unit_one_cell_a_line():
    text = cells(
        "绩效指标（90分）|三级指标|二级指标|一级指标|得分|权重|完成值|度量单位|指标性质|指标值|备注",
        "|修复路面|数量指标|产出指标|20|20|36|公里|≥|35|",
        "|群众满意度|服务对象满意度指标|满意度指标|10|10|96|%|≥|95|",
    )
    (found,) = report(text).indicators
    first = found.lines[0]
    assert (first.name, first.level2_name, first.level1_name, first.relation) == (
        "修复路面",
        "数量指标",
        "产出指标",
        Relation.GE,
    )
    assert (first.measure("target").number, first.measure("actual").unit) == (35, "公里")
    assert found.weighs_all == 90
    assert first.place("actual").quote == "36"
    assert first.place("actual").label == "“修复路面”完成值"


def test_a_header_of_two_rows_and_points_printed_with_levels():
    text = cells(
        "绩效指标|评分说明|自评得分",
        "一级指标|二级指标|三级指标|指标分值||",
        "管理\n（20分）|资产管理\n（12分）|资产盘活率|6|说明|6",
        "|||账实相符率|6|说明|5",
        "管理\n（20分）|采购管理\n（8分）|采购执行率|8|说明|8",
        "总分||||19",
    )
    (found,) = report(text).indicators
    assert {name: len(rows) for name, rows in found.groups(1).items()} == {"管理": 3}
    assert {name: len(rows) for name, rows in found.groups(2).items()} == {"管理/资产管理": 2, "管理/采购管理": 1}
    assert printed_points(found.lines[0].level1) == 20
    assert found.total.number("score") == 19


def test_subtotals_between_rows_and_figures_moved_by_a_lost_merge():
    text = table(
        "评分表|二级指标|三级指标||指标分值|评价得分",
        "||过程:||10|9.00",
        "|业务管理|制度健全性||10|9.00",
        "|效果:||30|30.00|",
        "|经济效益||30|30.00|",
        "|综合得分:||40|39.00|",
    )
    (found,) = report(text).indicators
    assert [(row.kind, row.shown, row.number("weight"), row.number("score")) for row in found.rows] == [
        ("subtotal", "过程", 10, 9),
        ("row", "制度健全性", 10, 9),
        ("subtotal", "效果", 30, 30),
        ("row", "经济效益", 30, 30),
        ("total", "综合得分", 40, 39),
    ]
    assert [row.level1_name for row in found.lines] == ["过程", "效果"]


def test_a_header_whose_label_covers_two_levels():
    text = cells(
        "整体支出|评价内容|绩效目标|完成情况",
        "|产出目标|数量指标|指标1：培训人数|300人",
        "|||指标2：培训场次|12场",
    )
    (found,) = report(text).indicators
    assert [(row.level2_name, row.name, row.text("actual")) for row in found.lines] == [
        ("数量指标", "培训人数", "300人"),
        ("数量指标", "培训场次", "12场"),
    ]


def test_a_row_nobody_named_opens_no_level():
    text = table("一级指标|二级指标|三级指标|指标值|完成值|分值|得分", "效益指标|社会效益指标|指标1：||有所改善|10|10")
    (found,) = report(text).indicators
    assert [(row.kind, row.name, row.level2_name) for row in found.rows] == [("row", "", "社会效益指标")]


def test_the_last_row_before_another_header_is_no_part_of_it():
    text = table(
        "绩效目标实现情况|二级指标|三级指标|目标值|实际完成值|完成进度",
        "产出指标|数量指标|培训人数|300人|310人|100%",
        "满意度指标|服务对象满意度指标|学员满意度|≥90%|92%|100%",
        "评分表|二级指标|三级指标||指标分值|评价得分",
        "|业务管理|制度健全性||10|9.00",
    )
    first, second = report(text).indicators
    assert [row.name for row in first.lines] == ["培训人数", "学员满意度"]
    assert [row.name for row in second.lines] == ["制度健全性"]


def test_other_tables_are_none():
    assert report(table("姓名|职务|单位|得分", "张|主任|某局|")).indicators == ()
    assert report("一、概况\n正文没有表。").indicators == ()


def test_goals_that_hold_values_are_targets_and_the_names_stand_left_of_them():
    (found,) = report(
        table(
            "定量目标|评价内容|绩效目标|完成情况",
            "产出目标|数量指标|维修管网|≥12公里|12.6公里",
            "||新增泵站|≥3座|3座",
            "效益目标|社会效益|供水普及率|≥95%|96.1%",
            "自评综合得分|91||",
        )
    ).indicators
    assert [(row.level1_name, row.level2_name, row.name, row.text("target")) for row in found.lines] == [
        ("产出目标", "数量指标", "维修管网", "≥12公里"),
        ("产出目标", "数量指标", "新增泵站", "≥3座"),
        ("效益目标", "社会效益", "供水普及率", "≥95%"),
    ]
    assert found.total.number("score") == 91


def test_goals_that_hold_names_stay_names():
    (found,) = report(
        table("|评价内容|绩效目标|完成情况", "|产出目标|数量指标|指标1：维修管网|12.6公里", "|||指标2：新增泵站|3座")
    ).indicators
    assert [row.name for row in found.lines] == ["维修管网", "新增泵站"]
