"""表样初稿: loads and lints at once, copies nothing that somebody filled in, marks every guess."""

from __future__ import annotations

import pytest

from documents.readers.paper import Paper, PaperCell, PaperTable, PaperText
from documents.readers.refused import Refused
from filings.drafting.draft import draft
from filings.drafting.grid import units
from filings.drafting.guess import is_value, known_path, squeeze
from filings.linting import errors_of, read_form

FORM = "510999/2025/try"


def table(*rows, widths=(10, 20, 10, 20)):
    """Rows of (text, across, down)."""
    cells, taken = [], set()
    for number, row in enumerate(rows):
        column = 0
        for text, across, down in row:
            while (number, column) in taken:
                column += 1
            cells.append(PaperCell(text, column, number, across, down))
            taken |= {(r, c) for r in range(number, number + down) for c in range(column, column + across)}
            column += across
    return PaperTable(widths, len(rows), tuple(cells))


FILLED = table(
    [("项目名称", 1, 1), ("某某补助项目", 3, 1)],
    [("基本情况", 1, 2), ("年度目标", 1, 1), ("完成情况", 2, 1)],
    [("", 1, 1), ("全年办结12345件。" * 8, 2, 1)],
    [("预算数", 1, 1), ("1,234.50", 1, 1), ("执行数", 1, 1), ("1,200.00", 1, 1)],
)


def made(*blocks, subject="project"):
    text = draft(Paper(tuple(blocks)), form=FORM, name="试表", source="表.docx", subject=subject)
    form, problems = read_form(text, name="try")
    assert errors_of(problems) == []
    return text, form


def test_a_table_is_drafted_and_lints():
    text, form = made(PaperText("项目支出绩效自评表"), FILLED)
    assert form.title == "项目支出绩效自评表"
    grid = form.parts[0].nodes[1]
    assert grid.rows[0].cells[1].path == "project.name"
    assert grid.rows[1].label == "基本情况"
    assert [entry.label for section in form.sections for entry in section.entries] == [
        "年度目标",
        "完成情况",
        "预算数",
        "执行数",
    ]
    assert text.count("# 待核") >= 5


def test_what_stands_beside_a_label_is_not_copied():
    text, _ = made(PaperText("表"), FILLED)
    for value in ("某某补助项目", "12345", "1,234.50"):
        assert value not in text


def test_merges_that_no_group_can_say_are_marked():
    odd = table(
        [("指标", 1, 1), ("目标", 1, 1), ("说明", 2, 2)],
        [("数量", 1, 1), ("", 1, 1)],
    )
    text, form = made(odd)
    assert "blank: true" in text
    assert "与上面或左面合并" in text
    assert form.parts[0].nodes[1].columns == sum(units(odd.widths))


def test_a_row_that_ends_early_is_filled_up():
    made(table([("甲", 1, 1)], [("乙", 2, 1), ("丙", 2, 1)]))


def test_running_text_becomes_a_place_to_write():
    text, form = made(
        PaperText("自评报告"),
        PaperText("一、项目概况"),
        PaperText("甲乙丙。" * 30),
        PaperText("丁。"),
        PaperText("（一）目标"),
    )
    assert "甲乙丙" not in text
    assert [type(node).__name__ for node in form.parts[0].nodes] == [
        "TitleNode",
        "HeadingNode",
        "ProseNode",
        "HeadingNode",
        "ProseNode",
    ]
    assert [entry.label for section in form.sections for entry in section.entries] == ["项目概况", "目标"]


@pytest.mark.parametrize("nasty", ["{project.name}", '"引"号', "a: b # c", "换\n行", "- x", "!!tag", "&a", "'单'"])
def test_what_stands_on_paper_cannot_become_markup(nasty):
    _, form = made(PaperText(nasty + "表"), table([(nasty, 2, 1), ("", 2, 1)]))
    assert form.parts[0].nodes[1].rows[0].cells[0].kind == "label"


def test_many_places_come_in_sections():
    rows = [[("甲", 1, 1), ("", 1, 1), ("乙", 1, 1), ("", 1, 1)] for _ in range(20)]
    _, form = made(table(*rows))
    assert [len(section.entries) for section in form.sections] == [12, 12, 12, 4]


def test_guesses():
    assert squeeze("实 施 单 位（盖章）：") == "实施单位"
    assert known_path("项目名称", "project") == "project.name"
    assert known_path("项目名称", "department") == ""
    label = PaperCell("预算数", 0, 0)
    assert not is_value(label, None)
    for text in ("", "12", "98.5%", "2024-12-31", "/", "长" * 61):
        assert is_value(PaperCell(text, 1, 0), label)
    assert is_value(PaperCell("某局", 1, 0), PaperCell("主管部门", 0, 0))


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ((PaperText("段"),) * 601, "有601段和表"),
        ((PaperTable((1,), 401, ()),), "超过400行"),
        ((PaperTable((1,) * 61, 1, ()),), "60列"),
    ],
)
def test_a_whole_report_is_no_form(blocks, words):
    with pytest.raises(Refused, match=words):
        draft(Paper(blocks), form=FORM, name="试表", source="表.docx")
    assert draft(Paper(blocks[:600] if len(blocks) > 1 else ()), form=FORM, name="试表", source="表.docx")
