"""F14 执行率偏低须说明."""

from __future__ import annotations

from decimal import Decimal

import pytest

from blueprints.expressions import parse_expression
from crosschecks.finding import Severity
from crosschecks.kinds.f14_low_execution import Params
from crosschecks.params import ParamError
from tests.crosschecks.papers import findable, one, said, table
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


# --- on paper ---

FORM = table(
    "预算执行情况|预算数（万元）|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因",
    "|总额|{}|{}|{}|{}|10|{}|1.执行率未达到90%的需说明原因（100字以内）；2.年中发生预算调整的，应单独说明理由。{}",
    "|其中：财政资金|{}|{}|{}||/|/|",
)


def paper(spent, reason="", words="按计划实施。"):
    rows = FORM.format("100.00", "100.00", spent, f"{spent}%", "8", reason, "100.00", "100.00", spent)
    return f"甲项目支出绩效自评表\n{rows}\n概况\n{words}\n"


def test_a_low_rate_without_a_reason():
    text = paper("83.60")
    found = one(text, "F14")
    assert found.message == "预算执行率83.60%，低于90%，没有说明原因。"
    assert found.arithmetic == "83.6÷100＝83.60%＜90%"
    assert findable(text, found.places)
    assert "改进措施" in one(paper("40.00"), "F14").message


@pytest.mark.parametrize(
    ("spent", "reason", "words"),
    [
        ("95.00", "", "按计划实施。"),
        ("83.60", "质保金待验收后支付。", "按计划实施。"),
        ("83.60", "", "支出进度偏慢，主要原因是结算审计未完成。"),
    ],
)
def test_high_enough_or_explained(spent, reason, words):
    assert said(paper(spent, reason, words), "F14") == []


def test_without_a_column_of_reasons_it_only_hints():
    text = "甲项目支出绩效自评表\n" + table(
        "资金来源|全年预算数（万元）|全年执行数（万元）", "县级|100.00|70.00", "合计|100.00|70.00"
    )
    assert one(text, "F14").severity is Severity.WARNING
