"""事实的叫法: every path in the words of its form."""

from __future__ import annotations

import pytest

from composing.lint import empty_book
from factbook.labels import label_of
from tests.blueprints.accounts import accounts
from tests.composing.samples import JINZHONG, PANZHIHUA, SUINING, form, jinzhong_book, suining_book


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("funds.spent.fiscal", "预算执行情况·财政资金·预算执行数"),
        ("funds.received.central", "资金·中央财政·实际到位"),
        ("funds.other.strange", "资金·strange·other"),
        ("derived.execution_rate", "预算执行率"),
        ("parameter.execution_floor", "年度参数 execution_floor"),
        ("text.goal", "项目年度目标"),
        ("text.unasked", "text.unasked"),
        ("score.total.self", "合计得分"),
        ("score.execution.self", "预算执行率 自评得分"),
        ("score.execution.reason", "预算执行率 扣分原因"),
        ("score.nobody.self", "nobody 自评得分"),
        ("indicators", "绩效指标"),
        ("indicators.r3", "绩效指标 第3行"),
        ("indicators.r3.actual", "绩效指标 第3行 完成值"),
        ("indicators.gone.actual", "绩效指标 已移除的行 完成值"),
        ("indicators.r1.progress", "绩效指标 第1行 完成进度"),
        ("rows.indicators", "绩效指标 行的次序"),
        ("project.name", "项目名称"),
        ("year", "年度"),
        ("grade.self", "自评等次"),
        ("anything", "anything"),
    ],
)
def test_suining(path, label):
    assert label_of(form(SUINING), suining_book(), path) == label


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("list.evaluators.p2.post", "评价人员 第2行 职称/职务"),
        ("list.evaluators.p9.word", "评价人员 已移除的行 word"),
        ("list.unknown.p1.name", "unknown 已移除的行 name"),
        ("score.finance_rules.self", "财务管理·管理制度健全性 自评得分"),
        ("score.total.reason", "合计 扣分原因"),
        ("grade.self", "评价结果等次"),
        ("derived.none", "derived.none"),
    ],
)
def test_jinzhong(path, label):
    assert label_of(form(JINZHONG), jinzhong_book(), path) == label


def test_a_filed_figure_has_the_derived_name():
    assert label_of(form(PANZHIHUA), suining_book(), "figure.arrival_rate") == "资金到位率"


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("figure.basic_spent", "支出·基本支出·决算数"),
        ("figure.project_budget", "figure.project_budget"),
        ("figure.spent_prior", "上年支出"),
        ("prior.figure.basic_spent", "上年 支出·基本支出·决算数"),
        ("prior.year", "上年度"),
        ("total.spending", "支出结构 合计"),
        ("share.spending.project", "支出结构 项目支出 占比"),
        ("compare.spent", "支出比上年"),
        ("compare.spent.than", "支出比上年"),
        ("total.none", "total.none"),
    ],
)
def test_accounts(path, label):
    assert label_of(accounts(), empty_book(accounts()), path) == label
