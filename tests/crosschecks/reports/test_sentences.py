"""句子与标题: levels by shape, headings at the head of a paragraph, places in the file."""

from __future__ import annotations

from tests.crosschecks.papers import findable, report

TEXT = """第一部分 概况
一、项目概况
（一）资金情况。本年到位12万元。已支出10万元，其中甲6万元；乙4万元！
1．资金计划
2、举办培训班提高了养护队伍的业务能力。
3、固定资产净值20万元。
存在的主要问题
无
"""


def test_headings_by_shape():
    found = report(TEXT).headings
    assert [(h.name, h.level, h.lead) for h in found] == [
        ("概况", 1, False),
        ("项目概况", 2, False),
        ("资金情况", 3, True),
        ("资金计划", 4, False),
        ("存在的主要问题", 2, False),
    ]


def test_sentences_know_where_they_stand():
    found = report(TEXT)
    assert [(s.text.strip(), s.heading) for s in found.sentences] == [
        ("本年到位12万元。", "概况／项目概况／资金情况"),
        ("已支出10万元，其中甲6万元；乙4万元！", "概况／项目概况／资金情况"),
        ("2、举办培训班提高了养护队伍的业务能力。", "概况／项目概况／资金情况／资金计划"),
        ("3、固定资产净值20万元。", "概况／项目概况／资金情况／资金计划"),
        ("无", "概况／存在的主要问题"),
    ]
    assert findable(TEXT, tuple(sentence.place() for sentence in found.sentences))


def test_a_clause_and_its_place():
    sentence = report(TEXT).sentences[1]
    at = sentence.text.index("6万元")
    assert sentence.text[slice(*sentence.clause(at))] == "其中甲6万元"
    place = sentence.place(*sentence.clause(at))
    assert (place.quote, place.line, place.cell) == ("其中甲6万元", 3, "")


def test_a_line_inside_a_cell():
    text = "\t情况\n\t第一行写了一些养护情况。\n第二行写支出8万元，其余结转下年使用。\n\t完\n"
    sentence = next(s for s in report(text).sentences if "8万元" in s.text)
    assert (sentence.place().line, sentence.cell.row) == (3, 0)
    assert findable(text, (sentence.place(),))
