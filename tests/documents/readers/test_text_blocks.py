"""文本的分块: rows with tabs, one cell a line, lines inside a cell, prose that only looks like a table, charts."""

from __future__ import annotations

from documents.readers.paper import PaperChart, PaperTable, PaperText
from documents.readers.text_blocks import PARAGRAPH, blocks_of


def told(text: str):
    """Texts as they are, tables as rows of (text, line)."""
    found = []
    for block in blocks_of(text.split("\n")):
        if isinstance(block, PaperTable):
            found.append([[(cell.text, cell.spot.line) for cell in row] for row in block.rows()])
        elif isinstance(block, PaperText):
            found.append((block.text, block.spot.line))
        else:
            assert isinstance(block, PaperChart)
            found.append(block)
    return found


def test_one_row_a_line():
    text = "表一\n名称\t金额\n\n甲\t3\n\t合计\t3\n后文"
    assert told(text) == [
        ("表一", 1),
        [[("名称", 2), ("金额", 2)], [("甲", 4), ("3", 4)], [("", 5), ("合计", 5), ("3", 5)]],
        ("后文", 6),
    ]


def test_bars_part_cells_too():
    assert told("|名称|金额|\n|---|---|\n|甲|3|") == [[[("名称", 1), ("金额", 1)], [("甲", 3), ("3", 3)]]]


def test_one_cell_a_line_with_lines_inside_a_cell():
    text = "\t名称\n\t说明\n\n\t甲\n\t第一行\n第二行\n\n第三行\n\t完\n\n\n\n说明文字"
    assert told(text) == [
        [[("名称", 1), ("说明", 2)], [("甲", 4), ("第一行\n第二行\n\n第三行", 5), ("完", 9)]],
        ("说明文字", 13),
    ]


def test_an_empty_cell_is_a_lone_tab():
    assert told("\t甲\n\t\n\t丙\n\n\t\n\t乙") == [[[("甲", 1), ("", 2), ("丙", 3)], [("", 5), ("乙", 6)]]]


def test_a_row_ends_cells_that_stand_one_a_line():
    """A row beginning with a tab once kept the reader going for ever, taking memory until the process was killed."""
    assert told("\t甲\n\t乙\t丙\n\t丁") == [("甲", 1), [[("", 2), ("乙", 2), ("丙", 2)]], ("丁", 3)]
    assert told("\t甲\n\n\t乙\t丙") == [("甲", 1), [[("", 3), ("乙", 3), ("丙", 3)]]]


def test_headings_and_titles_among_cells_are_text():
    text = "\t学校设备项目支出绩效自评表\n\n\t项目名称\n\t甲\n\n\t二、资金情况\n\n\t总额\n\t3"
    assert told(text) == [
        ("学校设备项目支出绩效自评表", 1),
        [[("项目名称", 3), ("甲", 4)]],
        ("二、资金情况", 6),
        [[("总额", 8), ("3", 9)]],
    ]


def test_prose_ends_a_table():
    assert told("\t负责人\n\t张\n\n一、概况\n\n正文。") == [
        [[("负责人", 1), ("张", 2)]],
        ("一、概况", 4),
        ("正文。", 6),
    ]


def test_indented_prose_is_prose():
    long = "这一段话只是用制表符缩进，并不是表格里的一格，因此应当作为正文读取。"
    assert told(f"\t{long}\n\t{long}") == [(long, 1), (long, 2)]
    assert told("\t（一）资金情况。\n下文") == [("（一）资金情况。", 1), ("下文", 2)]


def test_a_stray_tab_in_prose():
    long = "这一段话里夹着一个制表符，左边说完了一件事情，右边接着说另一件事情，并不是表格，也没有别的行与它并列，两边都应当读作正文。"
    assert told(f"{long}\t（三）其他情况。") == [(long, 1), ("（三）其他情况。", 1)]


def test_marks_of_other_programmes_go_and_lines_stay():
    text = "[bookmark: _Toc1]一、概况\n<p>甲</p> <p>乙</p>\t丙\t\n\n\t\n下一行的格"
    assert told(text)[0] == ("一、概况", 1)
    assert told(text)[1] == [[(f"甲{PARAGRAPH} 乙", 2), ("丙", 2), ("", 2)]]


def test_a_sentence_behind_a_figure_is_no_part_of_its_cell():
    text = "\t合计\n\t14.20\n\n\n未支付的款项待质保期满后结清。\n\n\t二、完成情况"
    assert told(text)[:2] == [[[("合计", 1), ("14.20", 2)]], ("未支付的款项待质保期满后结清。", 5)]


def test_the_year_below_a_title_among_cells_is_text_too():
    text = "\t项目支出绩效自评表\n\t（2022年度）\n\n\t项目名称\n\t甲"
    assert told(text) == [("项目支出绩效自评表", 1), ("（2022年度）", 2), [[("项目名称", 4), ("甲", 5)]]]


def test_headings_of_markdown():
    blocks = blocks_of(["## 一、项目概况", "#标签", "正文"])
    assert [(block.text, block.level) for block in blocks] == [("一、项目概况", 2), ("#标签", 0), ("正文", 0)]


def test_bold_words_of_markdown_at_the_head_of_a_paragraph():
    blocks = blocks_of(["**（三）绩效目标。** 改造小区21个。", "**注** 意", "2**3 是8"])
    assert [block.text for block in blocks] == ["（三）绩效目标。改造小区21个。", "**注** 意", "2**3 是8"]
