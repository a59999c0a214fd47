"""F14 执行率偏低须说明."""

from __future__ import annotations

from decimal import Decimal

import pytest

from blueprints.expressions import parse_expression
from crosschecks.finding import Severity
from crosschecks.kinds.f14_low_execution import Params
from crosschecks.params import ParamError
from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, suining

BASE = {"rate": "derived.execution_rate", "below": "90%", "reason": "score.execution.reason"}
ASKED = check("F14", **BASE, measures_below="60%", measures="text.measures", limit="10")
SOURCES = ["funds.spent.all", "funds.adjusted.all"]


def facts(spent, reason="", measures="", adjusted="100"):
    return book(
        funds={"adjusted.fiscal": adjusted, "spent.fiscal": spent},
        scores={"execution": ("", reason)},
        statements={"text.measures": measures},
    )


def test_below_ninety_needs_a_reason():
    found = only(findings(suining(), facts("89.99"), ASKED))
    assert found.message == "预算执行率89.99%，低于90%，请说明原因。"
    assert found.arithmetic == "89.99万元÷100.00万元＝89.99%＜90%"
    assert (found.severity, found.pending) == (Severity.ERROR, True)
    assert paths(found) == ["score.execution.reason", *SOURCES]
    assert found.remedy == "写明原因（原因10字以内）"


def test_below_sixty_needs_measures_too():
    found = only(findings(suining(), facts("59"), ASKED))
    assert found.message == "预算执行率59.00%，低于60%，请说明原因和改进措施。"
    assert paths(found) == ["score.execution.reason", "text.measures", *SOURCES]
    found = only(findings(suining(), facts("59", "资金到账晚", "无"), ASKED))
    assert found.message == "预算执行率59.00%，低于60%，请说明改进措施。"
    assert (paths(found)[0], found.remedy) == ("text.measures", "写明改进措施")


def test_nothing_spent_needs_both_even_without_a_bound_for_measures():
    found = only(findings(suining(), facts("0"), check("F14", **BASE, measures="text.measures")))
    assert found.message == "预算执行率为0，请专项说明原因和改进措施。"
    assert found.arithmetic == "0.00万元÷100.00万元＝0.00%＜90%"


def test_without_measures_only_the_reason_is_asked():
    assert only(findings(suining(), facts("0"), check("F14", **BASE))).message == "预算执行率为0，请专项说明原因。"


@pytest.mark.parametrize(
    ("spent", "adjusted"), [("90", "100"), ("100", "100"), ("", "100"), ("50", ""), ("0", "0"), ("120", "100")]
)
def test_high_enough_or_unknown(spent, adjusted):
    assert findings(suining(), facts(spent, adjusted=adjusted), ASKED) == ()


def test_explained():
    assert findings(suining(), facts("89", "资金到账晚"), ASKED) == ()
    assert findings(suining(), facts("59", "资金到账晚", "提前做好用款计划"), ASKED) == ()


def test_a_reason_longer_than_the_form_allows_is_a_hint():
    assert findings(suining(), facts("89", "上级资金十二月才下达"), ASKED) == ()
    found = findings(suining(), facts("89", "上级资金十二月下旬才下达"), ASKED)
    assert [(f.severity, f.message) for f in found] == [
        (Severity.HINT, "“预算执行率 扣分原因”共12字，表样要求10字以内。")
    ]
    assert paths(found[0]) == ["score.execution.reason"]


def test_measures_bound_needs_its_place():
    with pytest.raises(ParamError, match="measures_below"):
        Params(parse_expression("derived.x"), Decimal(1), "text.a", measures_below=Decimal("0.6"))


# --- any paper ---

NOTE = "执行率未达到90%的需说明原因（100字以内）。"


def paper(spent: str, reason: str = NOTE, prose: str = "") -> str:
    rows = table(
        "年度预算数（万元）|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因",
        f"总额|500.00|500.00|{spent}|/|10|8|{reason}",
    )
    return f"项目支出绩效自评表\n（2023年度）\n\n{rows}\n\n{prose}\n"


def test_on_paper_low_without_a_word():
    text = paper("436.00")
    told = one(text, "F14")
    assert told.message == "执行率87.20%，请说明原因。"
    assert (told.arithmetic, quotes(told)[:2]) == ("436.00÷500.00＝87.20%", ["436.00", "500.00"])
    assert findable(text, told.places)


def test_on_paper_very_low_needs_measures_too():
    assert one(paper("120.00"), "F14").message == "执行率24.00%，请说明原因和改进措施。"
    caused = "一、资金使用\n因招标流标，资金当年没有支付。"
    assert one(paper("120.00", prose=caused), "F14").message == "执行率24.00%，请说明改进措施。"
    both = f"{caused}\n二、改进措施\n提前开展招标，按月督办。"
    assert said(paper("120.00", prose=both), "F14") == []


@pytest.mark.parametrize(
    "text",
    [
        paper("450.00"),
        paper("436.00", "设备尾款待验收后支付"),
        paper("436.00", prose="一、资金使用\n由于冬季停工，部分工程款未支付。"),
        paper("436.00", "/", prose="一、资金使用\n受汛期影响，支出进度偏慢。"),
    ],
)
def test_on_paper_high_enough_or_explained(text):
    assert said(text, "F14") == []


def words(sentence: str) -> str:
    return f"2023年古树保护项目支出绩效自评报告\n一、资金使用情况\n{sentence}\n四、问题及建议\n（一）存在的问题。\n无\n（二）相关建议。\n无\n"


def test_in_prose():
    assert one(words("项目支出42万元，预算执行率70%。"), "F14").message == "执行率70.00%，请说明原因。"
    nothing = words("因资金12月下达，使用资金0万元，完成预算的0%。")
    assert one(nothing, "F14").message == "执行率0.00%，请说明改进措施。"


@pytest.mark.parametrize(
    "sentence",
    [
        "项目支出58万元，预算执行率96.67%。",
        "项目支出42万元，预算执行率70%，主要原因是苗木验收延后。",
        "目标为预算执行率不低于85%。",
        "上年预算执行率80%。",
        "上半年支出进度45%。",
    ],
)
def test_in_prose_high_enough_explained_or_something_else(sentence):
    assert said(words(sentence), "F14") == []


def test_amounts_without_a_rate():
    text = "某县2023年度护岸项目支出绩效自评报告\n一、资金\n全年预算500.00万元，实际支出{}万元。\n二、成效\n群众满意。"
    assert one(text.format("380.00"), "F14").arithmetic == "380.00万元÷500.00万元＝76.00%"
    assert said(text.format("480.00"), "F14") == []


@pytest.mark.parametrize(
    "text",
    [
        "未执行部分系招标节约形成。",
        "执行率偏低，项目前期工作滞后，影响支付进度。",
        "剩余资金待审计后支付。",
    ],
)
def test_causes_told_in_other_words(text):
    assert (
        said(f"某县2023年度护岸项目支出绩效自评报告\n一、资金\n全年预算500万元，支出380万元，执行率76%。{text}", "F14")
        == []
    )
