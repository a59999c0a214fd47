"""活数据的检查: no text leaves with a hole where a figure was meant to stand."""

from __future__ import annotations

from crosschecks.bound import RULE, unbound_findings
from crosschecks.finding import Place, Severity
from factbook.book import FactBook, IndicatorFact
from factbook.bound import BoundFact, BoundFacts
from tests.factbook.samples import blueprint
from values.money import MoneyUnit

RATE = BoundFact("derived.rate", "预算执行率", "比率", "93.22%")
DAYS = BoundFact("figure.days", "办理天数", "填报数", "")
TWINS = (BoundFact("indicators.a1.actual", "人数", "指标", "1"), BoundFact("indicators.a2.actual", "人数", "指标", "2"))
FACTS = BoundFacts((RATE, DAYS, *TWINS))


def found(text, path="text.goal"):
    book = FactBook(2024, MoneyUnit.WAN, statements={path: text})
    return unbound_findings(blueprint(), book, {}, FACTS)


def test_bound_values_and_kept_braces_are_no_trouble():
    assert found(rf"执行率{RATE.token}，也就是{{{{预算执行率}}}}；\{{{{原样}}}}") == ()


def test_a_fact_the_form_does_not_have():
    (finding,) = found("代缴{{代缴人数}}人，再说一次{{代缴人数}}。")
    assert (finding.rule, finding.severity, finding.pending) == (RULE, Severity.ERROR, False)
    assert finding.places == (Place("text.goal", "text.goal", "{{代缴人数}}"),)
    assert "“代缴人数”在本表中找不到" in finding.message
    assert "插入数据" in finding.remedy


def test_a_name_that_two_facts_share():
    (finding,) = found("共{{人数}}人")
    assert "不止一处" in finding.message


def test_a_fact_nobody_filled_in_may_still_come():
    (finding,) = found("用了{{办理天数}}天")
    assert (finding.severity, finding.pending) == (Severity.ERROR, True)
    assert [place.path for place in finding.places] == ["text.goal", "figure.days"]
    assert finding.remedy == "请先填写“办理天数”，或改用文字说明"


def test_reasons_are_read_and_figures_are_not():
    book = FactBook(
        2024,
        MoneyUnit.WAN,
        statements={"figure.days": "{{甲}}"},
        indicators=(IndicatorFact("a1", name="{{甲}}", reason="{{乙}}"),),
    )
    assert [f.places[0].quote for f in unbound_findings(blueprint(), book, {}, FACTS)] == ["{{乙}}"]
