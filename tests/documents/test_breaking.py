"""断行: labels of the three forms, in the widths their forms give them."""

import pytest

from documents.breaking import broken


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("满意度指标", 4.4, ["满意度", "指标"]),
        ("服务对象满意度指标", 5.6, ["服务对象", "满意度指标"]),
        ("绩效指标（90分）", 4.4, ["绩效指标", "（90分）"]),
        ("预算执行情况（10分）", 4.4, ["预算执行", "情况", "（10分）"]),
        ("项目基本情况", 4.4, ["项目基本", "情况"]),
        ("项目基本情况", 3.2, ["项目", "基本", "情况"]),
        ("未完成原因分析", 3.9, ["未完成", "原因", "分析"]),
        ("调整后预算数", 4.4, ["调整后", "预算数"]),
        ("项目资金情况（万元）", 8.5, ["项目资金情况", "（万元）"]),
        ("实施单位 （盖章）", 6, ["实施单位", "（盖章）"]),
        ("1.项目年度目标完成情况", 8.2, ["1.项目年度", "目标完成情况"]),
    ],
)
def test_labels_break_between_words(text, room, lines):
    assert broken(text, room).split("\n") == lines


def test_what_fits_stays_on_one_line():
    assert broken("满意度指标", 5.2) == "满意度指标"


def test_line_ends_of_the_form_are_kept():
    assert broken("绩效\n指标（90分）合计得分", 3) == "绩效\n指标（90分）合计得分"


def test_a_piece_no_line_can_hold_leaves_the_text_alone():
    assert broken("编号51090424T000011111850", 5) == "编号51090424T000011111850"


def test_a_title_keeps_years_and_words_whole():
    lines = broken("2022年困难群众城乡居民养老保险市级代缴补助资金项目支出绩效自评报告", 20.1).split("\n")
    assert lines == ["2022年困难群众城乡居民养老保险市级", "代缴补助资金项目支出绩效自评报告"]


@pytest.mark.parametrize("room", [2.2, 3.2, 4.4, 6.0, 9.0])
@pytest.mark.parametrize(
    "text", ["财政资金（含上年结转，万元）", "完成率100%以上（“优”）的指标；其余", "社会公众或服务对象满意度"]
)
def test_nothing_is_lost_and_no_mark_begins_a_line(text, room):
    made = broken(text, room)
    assert made.replace("\n", "") == text
    assert not any(line[0] in "）；，”%" for line in made.split("\n"))
