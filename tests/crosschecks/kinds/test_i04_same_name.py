"""I04 指标重名."""

from __future__ import annotations

from tests.crosschecks.papers import findable, lines, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
COLUMNS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
FIRST = "产出指标|数量指标|指标1：投放鱼苗|≥300万尾|310万尾|20|20"
ASKED = check("I04", of="indicators")


def test_one_name_under_two_levels():
    text = HEAD + table(COLUMNS, FIRST, "|质量指标|指标1：投放鱼苗|合格|合格|20|20")
    found = one(text, "I04")
    assert found.message == "指标“投放鱼苗”重复出现2次（数量指标、质量指标）。"
    assert (found.arithmetic, lines(found)) == ("“投放鱼苗”×2", [5, 6])
    assert findable(text, found.places)


def test_the_same_row_on_the_next_page():
    assert said(HEAD + table(COLUMNS, FIRST, "产出指标|数量指标|指标1：投放鱼苗|≥300万尾|310万尾|20|20"), "I04") == []


def test_names_that_differ_or_say_nothing():
    rows = ("|质量指标|苗种合格率|100%|100%|20|20", "|时效指标|时间|7月|7月|5|5", "|成本指标|时间|7月|7月|5|5")
    assert said(HEAD + table(COLUMNS, FIRST, *rows), "I04") == []


def test_the_common_frame_has_one_name_twice():
    rows = ("一级指标|二级指标|三级指标|分值|得分", "过程|业务管理|管理制度健全性|5|5", "|财务管理|管理制度健全性|5|5")
    assert said(HEAD + table(*rows), "I04") == []


def test_a_filing():
    facts = book(row("a", name="投放鱼苗", target="1"), row("b", name="投放鱼苗 ", level2="质量指标", target="2"))
    found = only(findings(suining(), facts, ASKED))
    assert found.message == "指标“投放鱼苗”重复出现2次（数量指标、质量指标）。"
    assert paths(found) == ["indicators.a.name", "indicators.b.name"]


def test_a_filing_in_order():
    facts = book(
        row("a", name="投放鱼苗"),
        row("b", name="放流场次"),
        row("c", name="", target="1"),
        row("d", name="", target="1"),
    )
    assert findings(suining(), facts, ASKED) == ()
