"""I03 三级指标名空."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining, xiqu

ASKED = check("I03", of="indicators")


@pytest.mark.parametrize("name", ["", " ", "指标1：", "指标1: ……", "指标 二、", "……", "—", "指标"])
def test_figures_without_a_name(name):
    facts = book(row("r0"), row("r1", name=name, target="1", actual="1", score="10"))
    found = only(findings(suining(), facts, ASKED))
    assert found.message == "绩效指标 第2行填了指标值、完成值、得分，但指标名称为空。"
    assert found.arithmetic == "指标值“1”，完成值“1”，得分“10”"
    assert paths(found) == [f"indicators.r1.{field}" for field in ("name", "target", "actual", "score")]
    assert found.pending


@pytest.mark.parametrize("name", ["参保人数", "指标1：参保人数", "指标设置合理性", "3个"])
def test_named(name):
    assert findings(suining(), book(row("r1", name=name, target="1")), ASKED) == ()


def test_no_figures_yet():
    assert findings(suining(), book(row("r1", name="", weight="10"), row("r2", name="")), ASKED) == ()


def test_a_form_that_scores_nothing():
    found = only(findings(xiqu(), book(row("r1", name="", target="达到100%"), year=2022), ASKED))
    assert found.arithmetic == "目标“达到100%”"


def test_another_node_has_no_rows():
    assert findings(suining(), book(row("r1", name="", target="1")), check("I03", of="execution")) == ()


# --- papers ---

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
COLUMNS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
NAMED = "产出指标|数量指标|指标1：投放鱼苗|≥300万尾|310万尾|20|20"


@pytest.mark.parametrize("name", ["指标2：", "……", ""])
def test_a_row_of_a_table_without_a_name(name):
    text = HEAD + table(COLUMNS, NAMED, f"|质量指标|{name}|100%|100%|20|20")
    found = one(text, "I03")
    assert found.message == "质量指标填了指标值、完成值、得分，但三级指标名称为空。"
    assert found.severity is Severity.ERROR
    assert findable(text, found.places[1:])


@pytest.mark.parametrize(
    "line",
    ["|质量指标|合格率|100%|100%|20|20", "|质量指标|指标2：||||", "|质量指标|指标2：|—||20|", "合计||||||20|20"],
)
def test_a_row_with_a_name_or_without_figures(line):
    assert said(HEAD + table(COLUMNS, NAMED, line), "I03") == []


def test_a_row_that_may_share_the_name_above_only_hints():
    found = one(HEAD + table(COLUMNS, NAMED, "|||≥6场|6场|20|20"), "I03")
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(("name", "count"), [("", 1), ("站点验收合格率", 0)])
def test_a_numbered_row_without_a_name(name, count):
    text = table("序号|绩效指标|分值|目标值|完成值|得分", "1|站点数量|50|10个|10个|50", f"2|{name}|50|100%|100%|50")
    assert [found.severity is Severity.ERROR for found in said(text, "I03")] == [True] * count
