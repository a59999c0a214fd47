"""R01 有差距须写问题."""

from __future__ import annotations

from decimal import Decimal

import pytest

from blueprints.expressions import parse_expression
from crosschecks.finding import Severity
from crosschecks.kinds.r01_gap_without_problem import Params
from crosschecks.params import ParamError
from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

RATE = {"rate": "derived.execution_rate", "below": "90%"}
ASKED = check("R01", problems="text.problems", of="indicators", **RATE)


def facts(problems, *, spent="100", actual="100", score="10"):
    line = row("r1", relation="≥", target="100", unit="人", actual=actual, weight="10", score=score)
    funds = {"adjusted.fiscal": "100", "spent.fiscal": spent}
    return book(line, funds=funds, statements={"text.problems": problems})


def test_everything_short_and_no_problem():
    found = only(findings(suining(), facts("无", spent="80", actual="90"), ASKED))
    assert found.message == "存在未完成事项，“存在问题”不应为“无”。"
    assert found.arithmetic == "预算执行率80.00%＜90%；“指标甲r1”9分＜10分"
    assert paths(found) == ["text.problems", "funds.spent.all", "funds.adjusted.all", "indicators.r1.score"]
    assert not found.pending


def test_not_written_yet():
    found = only(findings(suining(), facts("", spent="80"), ASKED))
    assert (found.message, found.pending) == ("存在未完成事项，“存在问题”不应为“空”。", True)


def test_points_the_unit_itself_took_off():
    assert only(findings(suining(), facts("无", score="8"), ASKED)).arithmetic == "“指标甲r1”8分＜10分"


@pytest.mark.parametrize(
    "given",
    [facts("无"), facts("对象核实不及时", spent="80", actual="90"), facts("无", spent="", actual="", score=""), book()],
)
def test_nothing_short_told_or_unknown(given):
    assert findings(suining(), given, ASKED) == ()


def test_either_side_alone():
    rate = check("R01", problems="text.problems", **RATE)
    rows = check("R01", problems="text.problems", of="indicators")
    assert findings(suining(), facts("无", actual="90"), rate) == ()
    assert findings(suining(), facts("无", spent="80"), rows) == ()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "of 或 rate"),
        ({"rate": parse_expression("derived.x")}, "rate 与 below"),
        ({"below": Decimal(1), "of": ("a",)}, "rate 与 below"),
    ],
)
def test_what_a_form_must_say(more, told):
    with pytest.raises(ParamError, match=told):
        Params("text.problems", **more)


# --- papers ---

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
FUNDS = "项目资金（万元）|年初预算数|全年预算数|全年执行数|执行率"
REPORT = "2023年度渔业增殖放流项目支出绩效自评报告\n二、项目实施情况\n（一）资金使用情况\n{}\n四、问题及建议\n（一）存在的问题。\n{}\n"


def sheet(spent: str, problems: str, label: str = "存在问题") -> str:
    return HEAD + table(f"{label}|{problems}", FUNDS, f"年度资金总额|80.00|80.00|{spent}|")


def test_a_table_with_money_left():
    text = sheet("60.00", "无")
    found = one(text, "R01")
    assert found.message == "存在未完成事项，“存在问题”不应为“无”。"
    assert (found.arithmetic, found.severity) == ("预算执行率75.00%", Severity.ERROR)
    assert findable(text, found.places)


@pytest.mark.parametrize(
    ("money", "severity"),
    [("因资金到位较晚，未启动该项目。", Severity.ERROR), ("项目资金结转到2024年使用。", Severity.WARNING)],
)
def test_a_report_whose_project_was_not_begun(money, severity):
    text = REPORT.format(money, "无")
    found = one(text, "R01")
    assert (found.severity, findable(text, found.places)) == (severity, True)


def test_other_matters_only_hint():
    assert one(sheet("60.00", "无", "其他需说明的问题"), "R01").severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        sheet("79.00", "无"),
        sheet("60.00", "采购较晚，尾款跨年支付"),
        sheet("60.00", ""),
        REPORT.format("项目支出80万元，执行率100%。", "无"),
        REPORT.format("因资金到位较晚，未启动该项目。", "资金到位较晚。"),
    ],
)
def test_nothing_short_or_told(text):
    assert said(text, "R01") == []


def test_a_form_without_a_place_for_problems():
    rows = ("三级指标|目标值|完成值|分值|得分|偏差原因", "站点数量|10个|9个|50|45|{}", "老人满意度|90%|92%|50|50|")
    form = table(*rows) + "\n\n" + table("其他需说明的问题|无")
    found = one(form.format(""), "R01")
    assert (found.severity, "没有说明原因" in found.message) == (Severity.WARNING, True)
    assert said(form.format("用地未落实"), "R01") == []
