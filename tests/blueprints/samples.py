"""表样样例: a small complete form, and how to spoil it one line at a time."""

from __future__ import annotations

from blueprints.load import load_text

SMALL = """\
id: "077001/2024/small"
name: 小表
title: 小表（{year}年度）
subject: project
source: 测试
print: {unit: 元, decimals: 0}
frame:
  levels:
  - {key: output, label: 产出指标, children: [数量指标]}
derived:
- {key: rate, label: 执行率, value: funds.spent.all / funds.adjusted.all}
tables:
- funds: funds
  label: 资金
  stages:
  - {stage: adjusted, label: 预算}
  - {stage: spent, label: 支出, sources: [fiscal, other]}
  sources:
  - {source: all, label: 总额, total: true}
  - {source: fiscal, label: 财政}
  - {source: other, label: 其他}
- records: indicators
  label: 指标
  columns:
  - {field: level1, label: 一级}
  - {field: name, label: 名称}
  - {field: weight, label: 权重}
  - {field: score, label: 得分}
sections:
- key: words
  title: 文字
  entries:
  - {ask: text.goal, label: 目标, widget: prose}
  - {ask: choice.kind, label: 类别, widget: boxes, choices: [甲, 乙]}
  - {table: funds}
  - {table: indicators}
  - {scores: [execution]}
points:
- {key: execution, label: 执行率, of: 10, rule: {kind: ratio, value: funds.spent.all, over: funds.adjusted.all}}
- {key: rows, label: 指标, of: 90, from_table: indicators, rule: {kind: by_relation}}
grades: [{name: 优, at_least: 90}, {name: 差}]
checks:
- {rule: S01, of: rows, total: 90}
- {rule: F01, table: funds, total: all, parts: [fiscal, other]}
parts:
- name: 小表
  nodes:
  - title
  - {heading: 目标, level: 1, when: known(funds.spent.all)}
  - {prose: text.goal, empty: 无}
  - grid: 12
    rows:
    - cells:
      - {label: 项目, span: 4}
      - {text: "{project.name}", span: 8}
    - cells: [{boxes: choice.kind, options: [甲, 乙], span: 10}, {blank: yes, span: 2}]
    - group: 资金
      span: 2
      rows:
      - matrix: funds
        columns:
        - {axis: true, label: 来源, span: 2}
        - {stage: adjusted, label: 预算, span: 2}
        - {stage: spent, label: 支出, span: 2}
        - {rate: spent, over: adjusted, label: 率, span: 2}
        - {score: execution, label: 得分, span: 2}
    - records: indicators
      columns:
      - {label: 一级, span: 3, field: level1, merge: true}
      - {label: 名称, span: 3, text: "{n}.{name}"}
      - {label: 权重, span: 3, field: weight}
      - {label: 得分, span: 3, field: score}
    - scores: all
      columns: [{label: 项, span: 6, field: level3}, {label: 分, span: 6, field: self}]
"""


def spoil(old: str, new: str) -> str:
    """SMALL with one place changed, which must be there."""
    assert SMALL.count(old) >= 1, old
    return SMALL.replace(old, new, 1)


def small():
    """The small form, loaded."""
    return load_text(SMALL, name="small.yaml")
