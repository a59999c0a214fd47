"""资金的阶段: the stage of an amount in prose, whose part of it, and rates beside their amounts."""

from __future__ import annotations

import re

import pytest

from crosschecks.reports.stages import BUDGETS, SPENT, Stage, stage_of, together, wrong_rates
from tests.crosschecks.papers import report


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("2023年年初预算为30万元", Stage("initial", "")),
        ("全年预算数30万元", Stage("adjusted", "")),
        ("控制在预算30万元以内", Stage("planned", "")),
        ("支出预算为30万元", Stage("planned", "支出")),
        ("支出决算为30万元", Stage("spent", "")),
        ("实际到位资金30万元", Stage("received", "")),
        ("县级配套到位30万元", Stage("received", "县级配套")),
        ("资金30万元全部到位", Stage("received", "")),
        ("年初结转和结余30万元", Stage("carried_in", "")),
        ("结余30万元", Stage("carried", "")),
        ("未到位的30万元", None),
        ("较上年支出30万元", None),
        ("共有职工30人", None),
    ],
)
def test_stage(words, stage):
    (figure,) = report(words + "。").register.figures
    assert stage_of(figure) == stage


def test_parts_do_not_speak_of_other_parts():
    assert together(Stage("spent", ""), Stage("planned", "县级"))
    assert not together(Stage("spent", "市级"), Stage("planned", "县级"))


RATE = re.compile("执行率(?:为)?$")


def wrong(text: str) -> list[str]:
    read = report(text)
    return [found.rate.shown for s in read.sentences for found in wrong_rates(s, read.register, RATE, SPENT, BUDGETS)]


@pytest.mark.parametrize(
    "text",
    ["预算120万元，支出108万元，执行率为95%。", "支出108万元，控制在预算120万元以内，执行率95%。"],
)
def test_no_pair_gives_the_rate(text):
    assert wrong(text) == ["95%"]


@pytest.mark.parametrize(
    "text",
    [
        "预算120万元，支出108万元，执行率为90%。",
        "年初预算100万元，全年预算120万元，支出108万元，执行率90%。",
        "预算约120万元，支出108万元，执行率为95%。",
        "市级预算120万元，县级支出108万元，执行率为95%。",
        "预算120万元，执行率为95%。",
    ],
)
def test_rates_left_alone(text):
    assert wrong(text) == []
