"""F14 执行率偏低须说明."""

from __future__ import annotations

from decimal import Decimal

import pytest

from blueprints.expressions import parse_expression
from crosschecks.finding import Severity
from crosschecks.kinds.f14_low_execution import Params
from crosschecks.params import ParamError
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
