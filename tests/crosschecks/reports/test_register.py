"""关键数字登记表: names, shares, changes, years."""

from __future__ import annotations

import pytest

from crosschecks.reports.register import key_of
from tests.crosschecks.papers import report


def figures(text: str):
    return report("一、概况\n" + text).register.figures


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2024年全年共发放校舍维修补助12万元。", "发放校舍维修补助"),
        ("其中：公路养护支出为36.5万元。", "公路养护支出"),
        ("截至2024年12月底，在校学生人数达到1430人。", "在校学生人数"),
        ("因公出国（境）费支出0万元。", "因公出国（境）费支出"),
        ("项目总投资：36万元。", "项目总投资"),
    ],
)
def test_what_names_a_figure(text, label):
    assert figures(text)[0].label == label


def test_a_name_that_names_nothing_has_no_key():
    first, second = figures("发放种粮补贴148户，金额12万元。")
    assert (first.key, second.key) == ("发放种粮补贴", "")


def test_shares_and_changes_belong_to_the_figure_before():
    found = figures("机关运行经费51.33万元，占12.5%，比2023年增加2.78万元，增长5.73%，下降不是事实。")
    assert [(f.role, f.owner.label if f.owner else "", f.down) for f in found] == [
        ("amount", "", False),
        ("share", "机关运行经费", False),
        ("change", "机关运行经费", False),
        ("change", "机关运行经费", False),
    ]
    assert figures("较上年减少0.7万元。")[0].down


def test_other_years():
    this, last = figures("2024年收入30万元，上年收入28万元。")
    assert (this.year, this.last, last.last) == (2024, False, True)


def test_what_is_counted():
    assert [f.after for f in figures("实施8个项目，受益300户。")] == ["项目", ""]


def test_found_by_name():
    register = report("一、概况\n公路养护支出36万元。\n二、完成\n公路养护支出35万元。").register
    assert [f.shown for f in register.by_key["公路养护支出", "元"]] == ["36万元", "35万元"]


def test_words_that_name_nothing_by_themselves():
    assert key_of("支出决算") == ""
    assert key_of("执行率") == ""
    assert key_of("航道维护支出决算") == "航道维护支出决算"
