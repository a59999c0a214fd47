"""F17 金额缺项: projects that lack a figure are named for every sum."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, lines, one, said, table
from tests.crosschecks.unit import found, project, unit_book

WHOLE = project("甲", initial="1", adjusted="1", spent="1")


def test_projects_that_lack_a_figure():
    (missing,) = found("F17", unit_book(WHOLE, project("乙", initial="12", spent="11.4")))
    assert missing.message == "“乙”没有填调整后预算数，“各项目调整后预算数合计”不能计算。"
    assert missing.arithmetic == "2个项目中1个没有填调整后预算数"
    assert [place.path for place in missing.places] == ["projects.sum.adjusted"]


def test_all_there_or_no_projects():
    assert found("F17", unit_book(WHOLE)) == []
    assert found("F17", unit_book()) == []


# --- any paper ---


def report(received: str, used: str) -> str:
    return (
        "2023年乡村图书室建设项目支出绩效自评报告\n一、概况\n新建图书室8个。\n二、实施情况\n（一）资金计划及到位。\n"
        f"{received}\n（二）资金使用。\n{used}\n（三）组织实施。\n由文化站负责。\n"
    )


def test_sections_on_money_without_an_amount():
    text = report("资金于2023年5月下达到位。", "资金已全部用于购置图书。")
    told = one(text, "F17")
    assert told.message == "“资金计划及到位”、“资金使用”没有写明金额。"
    assert (lines(told), findable(text, told.places)) == ([6, 8], True)


@pytest.mark.parametrize(
    "text",
    [
        report("资金48万元于2023年5月到位。", "资金已全部用于购置图书。"),
        report("无。", "无。"),
        report("2023年12月资金到位。", "资金结转到2024年使用。"),
        report("资金到位情况见下表。", "资金已全部用于购置图书。"),
    ],
)
def test_an_amount_or_nothing_to_tell(text):
    assert said(text, "F17") == []


def funds(*rows: str) -> str:
    return "项目支出绩效自评表\n（2023年度）\n\n" + table("项目资金（万元）|预算数|到位数|执行数", *rows)


def test_a_total_without_its_sources():
    text = funds("资金总额|90|90|88", "中央资金|60||60", "县级资金|30||28")
    told = one(text, "F17")
    assert told.message == "到位资金90万元缺少来源分项。"
    assert told.arithmetic == "合计90，2项来源都空着"


@pytest.mark.parametrize(
    "rows",
    [
        ("资金总额|90|90|88", "中央资金|60|60|60", "县级资金|30|30|28"),
        ("资金总额|90|90|88", "中央资金|||", "县级资金|||"),  # the form is not split at all
        ("资金总额|90||88", "中央资金|60||60", "县级资金|30||28"),
        ("资金总额|90|90|88",),
    ],
)
def test_sources_told_or_not_asked(rows):
    assert said(funds(*rows), "F17") == []
