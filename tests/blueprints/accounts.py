"""决算小表: a small form that compares two years, breaks down and draws."""

from __future__ import annotations

from blueprints.load import load_text
from blueprints.schema import Blueprint

ACCOUNTS = """\
id: "077001/2024/accounts"
name: 决算小表
title: 决算小表（{year}年度）
subject: department
source: 测试
print: {unit: 万元, decimals: 2, in_text: whole}
derived:
- {key: spent_prior, label: 上年支出, value: prior.total.spending, shape: money, filed: true}
- {key: done, label: 完成预算, value: figure.basic_spent, over: figure.basic_budget, when_zero: 100%}
- {key: verdict, label: 与预算相比, value: figure.basic_spent - figure.basic_budget, shape: relation}
comparisons:
- {key: spent, label: 支出比上年, now: total.spending, then: derived.spent_prior}
breakdowns:
- key: spending
  label: 支出结构
  items:
  - {key: basic, label: 基本支出, value: figure.basic_spent}
  - {key: project, label: 项目支出, value: figure.project_spent}
- {key: classes, label: 功能结构, records: functions, name: class, value: actual}
tables:
- figures: costs
  label: 支出
  columns:
  - {column: spent, label: 决算数}
  - {column: budget, label: 预算数}
  - {column: people, label: 人数, shape: number}
  rows:
  - {row: basic, label: 基本支出, hint: 含人员经费}
  - {row: project, label: 项目支出, columns: [spent]}
- figures: before
  label: 上年
  columns: [{column: prior, label: 上年决算数}]
  rows: [{row: spent, label: 支出合计}]
- records: functions
  label: 功能分类
  columns:
  - {field: class, label: 类}
  - {field: item, label: 项}
  - {field: budget, label: 预算数, shape: money}
  - {field: actual, label: 决算数, shape: money}
  computed:
  - {key: rate, label: 完成预算, value: actual, over: budget, when_zero: 100%}
  - {key: verdict, label: 与预算相比, value: actual - budget, shape: relation}
sections:
- key: all
  title: 全部
  entries:
  - {table: costs}
  - {table: before}
  - {table: functions}
  - {ask: text.reason, label: 原因, widget: prose}
parts:
- name: 说明
  nodes:
  - title
  - {heading: 支出, level: 1}
  - sentence: "{year}年支出{total.spending}万元[，与{prior.year}年相比{compare.spent}][，主要原因是{text.reason}]。"
  - sentence: "基本支出{figure.basic_spent}万元，占{share.spending.basic}，{figure.basic_people}人，完成预算{derived.done}，决算数{derived.verdict}预算数。"
  - {clauses: classes, before: 其中：, each: "{name}{amount}万元，占{share}"}
  - {clauses: functions, listed: true, each: "{class}{item}：{actual}万元[，完成预算{rate}，决算数{verdict}预算数]"}
  - {boilerplate: 口径：与决算报表相同。, listed: true}
  - chart: bar
    caption: 图1：支出变动情况
    categories: [支出]
    series:
    - {label: "{year}年", values: [total.spending]}
    - {label: "{prior.year}年", values: [derived.spent_prior]}
  - {chart: pie, caption: 图2：功能结构, breakdown: classes}
"""


def spoil(old: str, new: str) -> str:
    """ACCOUNTS with one place changed, which must be there."""
    assert old in ACCOUNTS, old
    return ACCOUNTS.replace(old, new, 1)


def accounts(text: str = ACCOUNTS) -> Blueprint:
    """The form, loaded."""
    return load_text(text, name="accounts.yaml")
