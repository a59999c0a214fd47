"""F13 年中调整须说明."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, suining

ASKED = check("F13", before="funds.initial.all", after="funds.adjusted.all", reason="score.execution.reason")


def facts(initial, adjusted, reason=""):
    return book(funds={"initial.fiscal": initial, "adjusted.fiscal": adjusted}, scores={"execution": ("10", reason)})


def test_a_small_change_is_a_warning():
    found = only(findings(suining(), facts("3.75", "3.88"), ASKED))
    assert found.message == "预算由3.75万元调整为3.88万元（追加3.47%），请说明理由。"
    assert found.arithmetic == "3.88万元－3.75万元＝0.13万元，0.13万元÷3.75万元＝3.47%"
    assert (found.severity, found.pending) == (Severity.WARNING, True)
    assert paths(found) == ["score.execution.reason", "funds.initial.all", "funds.adjusted.all"]


def test_a_reduction():
    found = only(findings(suining(), facts("10.00", "8.72"), ASKED))
    assert found.message == "预算由10.00万元调整为8.72万元（调减12.80%），请说明理由。"
    assert found.arithmetic == "8.72万元－10.00万元＝－1.28万元，1.28万元÷10.00万元＝12.80%"


@pytest.mark.parametrize(
    ("adjusted", "severity"), [("12", "error"), ("8", "error"), ("11.99", "warning"), ("0", "error")]
)
def test_a_fifth_makes_it_an_error(adjusted, severity):
    assert only(findings(suining(), facts("10", adjusted), ASKED)).severity == severity


def test_from_nothing_is_large_and_divides_by_nothing():
    found = only(findings(suining(), facts("0.00", "147.39"), ASKED))
    assert found.message == "预算由0.00万元调整为147.39万元（原为0），请说明理由。"
    assert found.arithmetic == "147.39万元－0.00万元＝147.39万元，原为0，不能计算比例"
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("initial", "adjusted"), [("10", "10.00"), ("", "10"), ("10", ""), ("0", "0"), ("10", "100000元")]
)
def test_unchanged_or_unknown(initial, adjusted):
    assert findings(suining(), facts(initial, adjusted), ASKED) == ()


def test_explained():
    assert findings(suining(), facts("10", "20", "新增对象，年中追加"), ASKED) == ()
    assert findings(suining(), facts("10", "20", "无"), ASKED)


def test_the_form_may_set_another_bound():
    asked = check(
        "F13", before="funds.initial.all", after="funds.adjusted.all", reason="score.execution.reason", large="3%"
    )
    assert only(findings(suining(), facts("3.75", "3.88"), asked)).severity is Severity.ERROR


# --- on paper ---

FORM = table(
    "预算执行情况|预算数（万元）|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因",
    "|总额|{}|{}|{}|{}|10|{}|1.执行率未达到90%的需说明原因（100字以内）；2.年中发生预算调整的，应单独说明理由。{}",
    "|其中：财政资金|{}|{}|{}||/|/|",
)


def paper(before, after, reason="", words="按计划实施。"):
    rows = FORM.format(before, after, after, "100%", "10", reason, before, after, after)
    return f"甲项目支出绩效自评表\n{rows}\n概况\n{words}\n"


@pytest.mark.parametrize(
    ("before", "after", "grave"), [("80.00", "118.00", True), ("0.00", "30.00", True), ("80.00", "84.00", False)]
)
def test_a_changed_budget_without_a_reason(before, after, grave):
    text = paper(before, after)
    found = one(text, "F13")
    assert (found.severity is Severity.ERROR) is grave
    assert findable(text, found.places)
    assert found.places[0].quote.startswith("1.执行率")


def test_arithmetic_of_a_change_on_paper():
    assert one(paper("80.00", "118.00"), "F13").arithmetic == "118－80＝38万元，追加47.50%"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("上级追加公共卫生补助。", "按计划实施。"),
        ("", "9月因新生入学，区财政追加38.00万元。"),
        ("", "年中调剂资金用于应急抢修。"),
    ],
)
def test_a_reason_in_the_table_or_the_prose(reason, words):
    assert said(paper("80.00", "118.00", reason, words), "F13") == []


@pytest.mark.parametrize("words", ["严格按照规定进行预算调整。", "追加收回指标的得4分。"])
def test_rules_about_changes_are_no_reason(words):
    assert len(said(paper("80.00", "118.00", "", words), "F13")) == 1


def test_an_unchanged_budget():
    assert said(paper("80.00", "80.00"), "F13") == []
