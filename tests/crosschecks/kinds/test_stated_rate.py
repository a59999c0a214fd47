"""F05、F06: rates filed or written in prose against the figures."""

from __future__ import annotations

import pytest

from blueprints.expressions import parse_expression
from crosschecks.kinds.stated_rate import Params
from crosschecks.params import ParamError
from tests.crosschecks.samples import book, check, findings, jinzhong, only, paths, xiqu

RATE = check("F05", rate="derived.execution_rate")
PROSE = check("F05", rate="derived.execution_rate", texts=("text.funds_usage", "text.benefit"), word="执行率")
FUNDS = {"received.county": "2536.08", "spent.county": "2364.01"}


def filed(figure, **more):
    return book(year=2022, funds=FUNDS, statements={"figure.execution_rate": figure, **more})


def prose(text):
    return book(year=2022, funds=FUNDS, statements={"text.funds_usage": text})


def test_another_figure_filed():
    found = only(findings(xiqu(), filed("95.00%"), RATE))
    assert found.message == "预算执行率应为93.22%，填报95%。"
    assert found.arithmetic == "2364.01万元÷2536.08万元＝93.22%，填报95%"
    assert paths(found) == ["figure.execution_rate", "funds.spent.all", "funds.received.all"]
    assert found.places[0].quote == "95.00%"


@pytest.mark.parametrize("figure", ["93.22%", "93.22", "93.21", "93.2%", "93%", "93.7", "", "见正文"])
def test_right_as_precisely_as_typed(figure):
    assert bool(findings(xiqu(), filed(figure), RATE)) is (figure == "93.7")


@pytest.mark.parametrize("figure", ["94%", "93.3%", "93.24%", "93.200%", "0.9322"])
def test_wrong_as_precisely_as_typed(figure):
    assert findings(xiqu(), filed(figure), RATE)


def test_without_decimals_half_a_point_is_allowed():
    even = {"received.county": "1000", "spent.county": "995"}
    facts = book(year=2022, funds=even, statements={"figure.execution_rate": "100%"})
    assert findings(xiqu(), facts, RATE) == ()
    facts = book(year=2022, funds={**even, "spent.county": "994.9"}, statements={"figure.execution_rate": "100%"})
    assert findings(xiqu(), facts, RATE)


def test_no_figures_nothing_to_say():
    facts = book(year=2022, statements={"figure.execution_rate": "95%", "text.funds_usage": "预算执行率95%。"})
    assert findings(xiqu(), facts, RATE, PROSE) == ()


def test_prose_says_something_else():
    found = only(findings(xiqu(), prose("资金全部支付，预算执行率达到１００％，支出合规。"), PROSE))
    assert found.message == "预算执行率应为93.22%，“资金使用”中写100%。"
    assert found.arithmetic == "2364.01万元÷2536.08万元＝93.22%，“资金使用”中写100%"
    assert (found.places[0].path, found.places[0].quote) == ("text.funds_usage", "执行率达到100%")
    assert found.remedy == "请核对资金数，或将100%改为93.22%"


@pytest.mark.parametrize(
    "text",
    [
        "预算执行率93.22%。",
        "预算执行率为 93%。",
        "预算执行率较高。已支付100%。",
        "预算执行率不低于95%的目标已完成",
        "预算执行率未达到95%",
        "预算执行率须达95%以上",
        "2021年预算执行率95%。",
        "上年预算执行率95%。",
        "预算执行率在各单位之间差别较大，最高95%",
        "到位率100%",
        "",
    ],
)
def test_prose_that_says_the_same_or_nothing_about_it(text):
    assert findings(xiqu(), prose(text), PROSE) == ()


def test_every_statement_is_looked_at():
    facts = filed("", **{"text.funds_usage": "执行率90%；2022年预算执行率91%。", "text.benefit": "执行率达92%。"})
    found = findings(xiqu(), facts, PROSE)
    assert [finding.places[0].quote for finding in found] == ["执行率90%", "执行率91%", "执行率达92%"]


def test_negative_rates_are_read_with_their_sign():
    assert only(findings(xiqu(), prose("执行率-5%"), PROSE)).message.endswith("中写-5%。")


def test_arrival_rate_is_f06():
    funds = {"initial.municipal": "2536.08", "issued.all": "2364.01"}
    facts = book(year=2020, funds=funds, statements={"text.funds_usage": "资金到位率100%，支付及时。"})
    asked = check("F06", rate="derived.arrival_rate", texts="text.funds_usage", word="资金到位率")
    found = only(findings(jinzhong(), facts, asked))
    assert (found.rule, found.arithmetic) == ("F06", "2364.01万元÷2536.08万元＝93.22%，“项目资金使用情况”中写100%")


def test_a_rate_that_is_no_derived_figure():
    asked = check("F05", rate="funds.spent.all / funds.received.all", texts="text.funds_usage", word="执行率")
    found = only(findings(xiqu(), prose("执行率100%"), asked))
    assert (found.message, paths(found)) == (
        "执行率应为93.22%，“资金使用”中写100%。",
        ["text.funds_usage", "funds.spent.all", "funds.received.all"],
    )


@pytest.mark.parametrize("more", [{"texts": ("text.benefit",)}, {"word": "执行率"}])
def test_prose_and_word_go_together(more):
    with pytest.raises(ParamError, match="texts 与 word"):
        Params(parse_expression("derived.execution_rate"), **more)
