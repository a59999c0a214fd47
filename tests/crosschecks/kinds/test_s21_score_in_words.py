"""S21 文中得分等于表中得分."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

TABLE = "村级卫生室改造项目支出绩效自评表\n（2023年度）\n\n" + table(
    "项目名称|村级卫生室改造",
    "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
    "产出指标|数量指标|改造卫生室数量|≥12个|12个|60|60",
    "效益指标|社会效益|服务半径达标率|≥90%|88%|40|38.5",
    "总分||||||98.5",
)


def paper(words: str) -> str:
    return f"{TABLE}\n\n村级卫生室改造项目绩效自评报告\n一、自评结论\n{words}\n"


def test_words_and_table_differ():
    text = paper("经逐项打分，项目自评得分为95.8分，等次为优。")
    found = one(text, "S21")
    assert found.message == "正文得分95.8分与自评表98.5分不一致。"
    assert found.arithmetic == "95.8≠98.5，相差2.7"
    assert quotes(found) == ["项目自评得分为95.8分", "98.5"]
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "words",
    [
        "经逐项打分，项目自评得分为98.50分，等次为优。",
        "产出指标自评得分60分，效益指标自评得分38.5分。",
        "预算执行率自评得分10分。",
        "上年综合得分96分，今年有所提高。",
        "2022年项目综合得分91分。",
        "财政部门复评，综合得分97分。",
        "自评满分100分。",
        "自评得分情况良好，群众打分95分。",
    ],
)
def test_the_same_or_something_else(words):
    assert said(paper(words), "S21") == []


def test_a_total_told_with_fewer_decimals():
    hundredths = TABLE.replace("98.5", "98.46").replace("38.5", "38.46")
    words = "\n\n村级卫生室改造项目绩效自评报告\n一、自评结论\n项目自评得分{}分。\n"
    assert said(hundredths + words.format("98.5"), "S21") == []
    assert one(hundredths + words.format("98.4"), "S21").arithmetic == "98.4≠98.46，相差0.06"
    assert one(hundredths + words.format("98"), "S21").arithmetic == "98≠98.46，相差0.46"


def test_two_tables_of_two_projects_say_nothing_of_each_other():
    other = TABLE.replace("98.5", "88").replace("38.5", "28").replace("村级卫生室", "乡镇文化站")
    assert said(f"{TABLE}\n\n{other}\n\n部门绩效评价报告\n综合得分95分。", "S21") == []


def filed(words: str):
    rows = row("a", weight="90", target="10", actual="10", unit="个", relation="≥", score="90")
    return book(rows, scores={"execution": "10", "total": "100"}, statements={"text.conclusion": words})


def test_on_a_form():
    asked = check("S21", texts="text.conclusion")
    found = only(findings(suining(), filed("自评得分98分，完成较好。"), asked))
    assert found.message == "正文得分98分与自评表100分不一致。"
    assert (paths(found), found.places[0].quote) == (["text.conclusion", "score.total.self"], "自评得分98分")
    assert findings(suining(), filed("自评得分100分，完成较好。"), asked) == ()
    assert findings(suining(), book(statements={"text.conclusion": "自评得分98分"}), asked) == ()


@pytest.mark.parametrize(("told", "count"), [("48", 1), ("49.5", 0), ("49.50", 0)])
def test_a_part_told_in_words(told, count):
    rows = (
        "一级指标|三级指标|目标值|完成值|分值|得分",
        "产出指标|站点数量|10个|10个|50|49.5",
        "效益指标|服务人数|300人|310人|50|50",
        "总分||||100|99.5",
    )
    assert len(said(f"一、评价结论\n产出指标得分{told}分。\n" + table(*rows), "S21")) == count


@pytest.mark.parametrize(("told", "count"), [("96.5", 1), ("99.5", 0)])
def test_a_table_without_a_row_of_totals(told, count):
    rows = (
        "一级指标|三级指标|目标值|完成值|分值|得分",
        "产出指标|站点数量|10个|10个|50|49.5",
        "效益指标|服务人数|300人|310人|40|40",
        "满意度指标|老人满意度|90%|92%|10|10",
    )
    assert len(said(f"一、评价结论\n综合得分{told}分。\n" + table(*rows), "S21")) == count
