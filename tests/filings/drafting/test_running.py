"""表格以外的文字: title, year, lines of labels, and a second paper behind the table."""

from __future__ import annotations

from documents.readers.paper import PaperText
from tests.filings.drafting.test_draft import made, table

GRID = table([("甲", 1, 1), ("", 3, 1)])


def kinds(part):
    return [type(node).__name__ for node in part.nodes]


def test_the_title_stands_below_the_number_of_the_annex():
    _, form = made(PaperText("附件2"), PaperText("某县2024年度自评表"), PaperText("（2024年度）"), GRID)
    assert (form.title, form.subtitle) == ("某县{year}年度自评表", "（{year}年度）")
    assert kinds(form.parts[0]) == ["BoilerplateNode", "TitleNode", "GridNode"]


def test_labels_set_apart_by_blanks_are_a_line():
    _, form = made(PaperText("表"), PaperText("填报单位（盖章）：　　　填报日期：　　金额单位：元"), GRID)
    assert form.parts[0].nodes[1].parts == (
        "填报单位（盖章）：{department.name}",
        "填报日期：{sign.date}",
        "金额单位：元",
    )
    assert form.print.unit == "元"


def test_a_title_behind_the_table_begins_another_part():
    _, form = made(PaperText("自评表"), GRID, PaperText("某县自评说明"), PaperText("一、概况"), PaperText("二、打算"))
    first, second = form.parts
    assert [[entry.label for entry in section.entries] for section in form.sections] == [["甲"], ["概况", "打算"]]
    assert kinds(first) == ["TitleNode", "GridNode"]
    assert kinds(second) == ["TitleNode", "HeadingNode", "ProseNode", "HeadingNode", "ProseNode"]
