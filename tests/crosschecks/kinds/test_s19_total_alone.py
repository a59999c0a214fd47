"""S19 总分无明细."""

from __future__ import annotations

import pytest

from tests.crosschecks.linxiang import project
from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, jinzhong, only, paths


def test_a_total_nobody_can_reckon_again():
    found = only(findings(project(), book(year=2022, scores={"overall": "98"}), check("S19", severity="hint")))
    assert found.message == "综合得分98分没有评分明细支撑。"
    assert (found.severity, paths(found)) == ("hint", ["score.overall.self"])


def test_nothing_scored_or_scored_in_detail():
    assert findings(project(), book(year=2022), check("S19")) == ()
    assert findings(jinzhong(), book(year=2020, scores={"initiation": "3"}), check("S19")) == ()


# --- any paper ---

ALONE = "部门整体支出绩效评价自评报告\n（2023年度）\n\n" + table(
    "一级指标|二级指标|指标内容|实际完成值",
    "产出指标|数量指标|修缮古桥数量|6座",
    "效益指标|社会效益|游客满意度|96%",
    "绩效自评综合得分|95",
    "评价等次|优",
)


def test_a_total_on_paper():
    found = one(ALONE, "S19")
    assert found.message == "综合得分95分没有评分明细支撑。"
    assert (quotes(found), findable(ALONE, found.places)) == (["95"], True)


def test_scored_lines_or_no_total():
    scored = ALONE.replace("指标内容\t实际完成值", "指标内容\t实际完成值\t分值\t得分")
    scored = scored.replace("6座", "6座\t60\t60").replace("96%", "96%\t40\t35")
    assert said(scored, "S19") == []
    assert said(ALONE.replace("绩效自评综合得分\t95\n", ""), "S19") == []
    assert said("2023年古桥修缮项目支出绩效自评报告\n四、结论\n自评综合得分95分。\n", "S19") == []


@pytest.mark.parametrize(("rows", "count"), [(3, 0), (0, 1)])
def test_points_in_rows_without_a_header_are_detail(rows, count):
    detail = ["产出指标（30分）|站点数量|10个|10个|30|30"] * rows
    assert len(said(table("项目名称|养老服务", *detail, "总分||||100|98"), "S19")) == count
