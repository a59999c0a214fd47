"""T09 上年数与上年填报一致."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosschecks.finding import Severity
from tests.blueprints.accounts import accounts
from tests.crosschecks.papers import findable, one, said
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
        "支出约1260万元，较上年增加110万元，增长8.73%。",
        "合格率93.4%，较2022年的91.9%提高1.5个百分点。",
    ],
)
def test_changes_that_do_or_that_nobody_can_reckon(words):
    assert said(f"甲局2023年度部门决算说明\n一、概况\n2023年{words}\n", "T09") == []
