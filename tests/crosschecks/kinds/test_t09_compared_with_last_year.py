"""T09 上年数与上年填报一致."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosschecks.finding import Severity
from tests.blueprints.accounts import accounts
from tests.crosschecks.papers import findable, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths

ASKED = check("T09")


def facts(typed, known="1727.58"):
    prior = book(year=2023, statements={"figure.basic_spent": known})
    return replace(book(statements={"figure.spent_prior": typed}), prior=prior)


def test_another_figure_than_last_years():
    found = only(findings(accounts(), facts("1700"), ASKED))
    assert found.message == "上年支出填1700.00万元，上年填报的是1727.58万元。"
    assert found.arithmetic == "1700.00万元≠1727.58万元"
    assert (paths(found), found.severity) == (["figure.spent_prior"], Severity.WARNING)


@pytest.mark.parametrize(("typed", "known"), [("1727.58", "1727.58"), ("", "5"), ("5", ""), ("五", "5")])
def test_the_same_or_unknown(typed, known):
    assert findings(accounts(), facts(typed, known), ASKED) == ()


def test_a_year_that_is_not_here():
    assert findings(accounts(), replace(facts("1700"), prior=None), ASKED) == ()


# --- on paper ---


@pytest.mark.parametrize(
    ("words", "sums"),
    [
        ("支出1260万元，较上年增加110万元，增长8.73%。", "上年＝1260－110＝1150；110÷1150＝9.57%"),
        ("项目预算较2022年的1150.00万元增加110.00万元，增长8.73%。", "上年1150；110÷1150＝9.57%"),
        ("运行经费138.45万元，比2022年的144.60万元减少6.15万元，下降4.52%。", "上年144.6；6.15÷144.6＝4.25%"),
        ("接待费支出5.82万元，较上年的6.05万元减少0.77万元，下降12.73%。", "5.82－6.05＝-0.23，写减少0.77万元"),
        (
            "总计2741.8万元，与2022年相比增加204.9万元，增长8.80%，2022年总计为2536.9万元。",
            "上年2536.9；204.9÷2536.9＝8.08%",
        ),
        ("举办讲座48场，听讲3160人，较2022年的2790人增加390人，增长13.98%。", "3160－2790＝370，写增加390人"),
        ("转移4918人。与2021年转移的3865人相比增加1053人，增长21.41%。", "上年3865；1053÷3865＝27.24%"),
    ],
)
def test_a_change_that_does_not_come_out(words, sums):
    text = f"甲局2023年度部门决算说明\n一、概况\n2023年{words}\n"
    found = one(text, "T09")
    assert found.arithmetic == sums
    assert findable(text, found.places)


@pytest.mark.parametrize(
    "words",
    [
        "支出1260万元，较上年增加110万元，增长9.57%。",
        "总计2846.32万元，与2022年的2613.47万元相比，收入、支出总计各增加232.85万元，增长8.91%。",
        "运行经费138.45万元，比2022年的144.60万元减少6.15万元，下降4.25%。",
        "转移4918人，户均3.7人。与2021年转移的3865人相比增加1053人，增长27.24%。",
        "候检时间由2022年的52分钟缩短到31分钟，缩短40.38%。",
        "到馆读者84.6万人次，较2022年的71.2万人次增长较快。",
        "举办讲座48场，听讲3160人，领证2920人，较2022年的2790人增加370人，增长13.26%。",
        "接待游客18.6万人次，其中南园11.2万人次、北园7.4万人次，比2022年的15.5万人次增长20%。",
        "支出约1260万元，较上年增加110万元，增长8.73%。",
        "合格率93.4%，较2022年的91.9%提高1.5个百分点。",
    ],
)
def test_changes_that_do_or_that_nobody_can_reckon(words):
    assert said(f"甲局2023年度部门决算说明\n一、概况\n2023年{words}\n", "T09") == []


@pytest.mark.parametrize(("verb", "count"), [("下降", 1), ("增长", 0)])
def test_amount_and_rate_in_two_directions(verb, count):
    assert len(said(f"一、收入\n与2022年度的1844.10万元相比，收入增加125.50万元，{verb}6.81%。", "T09")) == count


def test_a_rate_of_something_else():
    assert said("一、收入\n比上年收入增加125.50万元，结余率下降6.81%。", "T09") == []


@pytest.mark.parametrize(("verb", "count"), [("下降", 1), ("提高", 0)])
def test_points_of_a_share(verb, count):
    assert len(said(f"一、支出\n项目支出占总支出的59.78%，与上年的58.20%相比{verb}1.58个百分点。", "T09")) == count


@pytest.mark.parametrize(("rate", "count"), [("12.29%", 1), ("14.29%", 0)])
def test_a_table_of_two_rows_with_the_years_in_its_header(rate, count):
    rows = ("项目|2022年|2023年|增减额|增减率", "收入|300.00|328.00|28.00|9.33%", f"支出|280.00|320.00|40.00|{rate}")
    assert len(said("一、收支\n" + table(*rows), "T09")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("投诉量由上年的48件降至36件，降幅为33.33%。", 1),
        ("投诉量由上年的48件降至36件，降幅为25.00%。", 0),
        ("2023年支出640.00万元，2022年支出600.00万元，增长率为7.67%。", 1),
        ("2023年支出640.00万元，2022年支出600.00万元，增长率为6.67%。", 0),
        ("2022年投入300.00万元，2023年投入280.00万元，演出场次增长12%。", 0),
    ],
)
def test_other_words_for_a_change(text, count):
    assert len(said("某馆2023年度文化服务项目绩效自评报告\n一、成效\n" + text, "T09")) == count


@pytest.mark.parametrize(("first", "count"), [("8", 1), ("9", 0)])
def test_the_change_told_before_its_ends(first, count):
    assert len(said(f"一、成效\n火灾次数较上年减少3起，由{first}起下降到6起。", "T09")) == count


@pytest.mark.parametrize(("more", "count"), [("336", 1), ("346", 0)])
def test_so_many_more_than_last_year(more, count):
    assert len(said(f"一、成效\n救助5326人次，较上年4980人次多{more}人次。", "T09")) == count


@pytest.mark.parametrize(
    ("change", "message"),
    [
        # The rate is what both years make it: the amount is wrong. With the amount right it is the rate.
        ("增加1.82万人次，增长10.17%", "“门诊量”同比应增加1.72万人次，写1.82万人次。"),
        ("增加1.72万人次，增长11.07%", "“门诊量”同比应增长10.17%，写11.07%。"),
    ],
)
def test_the_figure_that_is_wrong_is_the_one_told(change, message):
    found = one(f"县中医院2024年度项目绩效自评报告\n2024年门诊量18.64万人次，比上年的16.92万人次{change}。", "T09")
    assert found.message == message
