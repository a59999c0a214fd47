"""F13 年中调整须说明."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, quotes, said, table
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


# --- any paper ---

NOTE = "1.执行率未达到90%的需说明原因（100字以内）；2.年中发生预算调整的，应单独说明理由。"


def paper(initial: str, adjusted: str, reason: str = NOTE, prose: str = "") -> str:
    rows = table(
        "年度预算数（万元）|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因",
        f"总额|{initial}|{adjusted}|{adjusted}|100%|10|10|{reason}",
    )
    return f"项目支出绩效自评表\n（2023年度）\n\n{rows}\n\n{prose}\n"


def test_on_paper_the_forms_own_note_is_no_reason():
    text = paper("240.00", "310.00")
    told = one(text, "F13")
    assert told.message == "预算由240.00万元调整为310.00万元（追加29.17%），请说明理由。"
    assert (told.severity, quotes(told)[:2]) == (Severity.ERROR, ["240.00", "310.00"])
    assert findable(text, told.places)
    assert one(paper("240.00", "246.00"), "F13").severity is Severity.WARNING
    assert one(paper("0.00", "52.00"), "F13").severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        paper("240.00", "240.00"),
        paper("240.00", "310.00", "新增两处泵站，年中追加70万元"),
        paper("240.00", "310.00", prose="二、资金情况\n因新增两处泵站，区财政追加项目资金70万元。"),
        paper("240.00", "310.00", NOTE + "3.新增两处泵站，按县长办公会纪要追加。"),
        "项目支出绩效自评表\n\n" + table("资金|年初预算|预算执行数", "总额|240|310"),
    ],
)
def test_on_paper_unchanged_or_explained(text):
    assert said(text, "F13") == []


def prose(words: str) -> str:
    return f"某中心2023年度部门绩效评价报告\n一、收支情况\n{words}\n"


def test_first_budget_and_outcome_half_apart():
    text = prose("中心2023年年初预算收入820.00万元，决算收入合计310.00万元。")
    told = one(text, "F13")
    assert told.message == "年初预算820.00万元，决算310.00万元，相差62.20%，没有说明原因。"
    assert told.arithmetic == "310.00万元－820.00万元，相差510万元，62.20%"
    assert findable(text, told.places)


@pytest.mark.parametrize(
    "words",
    [
        "中心2023年年初预算收入820.00万元，决算收入合计790.00万元。",
        "中心2023年年初预算收入820.00万元，决算收入合计310.00万元，主要是基建项目转入下年。",
        "中心2023年年初预算收入820.00万元。年中调减510.00万元，决算收入合计310.00万元。",
    ],
)
def test_close_or_explained(words):
    assert said(prose(words), "F13") == []


# --- in words ---

WORDS = "某县2023年度护岸项目支出绩效自评报告\n一、资金\n"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("年初批复预算500.00万元，年中调整为380.00万元，全年支出380.00万元。", Severity.ERROR),
        ("年初预算500.00万元，调整后预算420.00万元，实际支出420.00万元。", Severity.WARNING),
        ("年初预算500.00万元，年中调减120.00万元，调整后预算380.00万元。", Severity.ERROR),
    ],
)
def test_changed_in_words_without_a_reason(text, severity):
    found = one(WORDS + text, "F13")
    assert found.severity is severity
    assert findable(WORDS + text, found.places)


@pytest.mark.parametrize(
    "text",
    [
        "年初预算500.00万元，因部分任务取消调减120.00万元，调整后预算380.00万元。",
        "年初预算500.00万元，调整后预算580.00万元。追加80.00万元用于水毁修复。",
        "年初预算500.00万元，全年预算500.00万元，年中无调整。",
        "年初预算500.00万元，全年支出490.00万元。",
    ],
)
def test_told_why_or_not_changed(text):
    assert said(WORDS + text, "F13") == []
