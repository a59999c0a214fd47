"""资金矩阵."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.expressions import parse_expression
from blueprints.printing import MatrixColumn, MatrixRow
from blueprints.schema import Derived, FundsTable, RecordsTable, SourceDef, StageDef
from documents.tree import Number
from factbook.book import SelfScore
from tests.composing.small import book_of, grid, inputs, texts
from values.money import MoneyUnit, parse_money

TABLE = FundsTable(
    "funds",
    "资金",
    (StageDef("adjusted", "预算"), StageDef("spent", "执行", ("all", "fiscal"))),
    (SourceDef("all", "总额", total=True), SourceDef("fiscal", "财政资金"), SourceDef("other", "其他资金")),
)
COLUMNS = (
    MatrixColumn("axis", "来源", 2),
    MatrixColumn("stage", "预算", 2, stage="adjusted"),
    MatrixColumn("stage", "执行", 2, stage="spent"),
    MatrixColumn("rate", "执行率", 2, stage="spent", over="adjusted", when_zero="0.00%"),
    MatrixColumn("points", "权重", 1, node="execution"),
    MatrixColumn("score", "得分", 1, node="execution", otherwise="—"),
    MatrixColumn("field", "原因", 2, path="score.execution.reason", note="填表说明"),
)
RATE = Derived("rate", "执行率", parse_expression("funds.spent.all / funds.adjusted.all"), filed=True)


def drawn(amounts: dict[tuple[str, str], str], *, columns=COLUMNS, derived=(), **facts):
    funds = {place: parse_money(raw, MoneyUnit.WAN) for place, raw in amounts.items()}
    given = inputs(book_of(funds=funds, **facts), tables=(TABLE,), derived=derived)
    return grid(given, MatrixRow("funds", columns))


AMOUNTS = {("adjusted", "fiscal"): "4", ("spent", "fiscal"): "3", ("adjusted", "other"): "0", ("spent", "other"): "0"}


def test_a_line_for_every_source():
    scores = {"execution": SelfScore("7.5", "进度慢")}
    assert texts(drawn(AMOUNTS, scores=scores)) == [
        ["来源", "预算", "执行", "执行率", "权重", "得分", "原因"],
        ["总额", "4.00", "3.00", "75.00%", "10", "7.5", "填表说明\n进度慢"],
        ["财政资金", "4.00", "3.00", "75.00%", "/", "—"],
        ["其他资金", "0.00", "", "0.00%", "/", "—"],
    ]


def test_the_reason_fills_its_column():
    assert drawn(AMOUNTS).rows[1].cells[-1].rowspan == 3


def test_keys_are_the_facts():
    keys = [[cell.key for cell in row.cells] for row in drawn(AMOUNTS).rows[1:3]]
    assert keys == [
        ["", "funds.adjusted.all", "funds.spent.all", "", "", "score.execution.self", "score.execution.reason"],
        ["", "funds.adjusted.fiscal", "funds.spent.fiscal", "", "", ""],
    ]


def test_an_amount_the_form_does_not_ask_has_no_key():
    assert drawn(AMOUNTS).rows[3].cells[2].key == ""


@pytest.mark.parametrize(
    ("amounts", "rate"),
    [
        ({}, ""),
        ({("spent", "all"): "1"}, ""),
        ({("spent", "all"): "0", ("adjusted", "all"): "0"}, "0.00%"),
        ({("spent", "all"): "1", ("adjusted", "all"): "0"}, ""),
        ({("spent", "all"): "2364.01", ("adjusted", "all"): "2536.08"}, "93.22%"),
    ],
)
def test_rates(amounts, rate):
    assert texts(drawn(amounts))[1][3] == rate


def test_the_filed_rate_stands_on_the_total_only():
    table = drawn(AMOUNTS, derived=(RATE,), statements={"figure.rate": "74.9%"})
    assert [row[3] for row in texts(table)[1:]] == ["74.9%", "75.00%", "0.00%"]
    assert table.rows[1].cells[3].key == "figure.rate"
    assert table.rows[1].cells[3].content == Number(Decimal("0.749"), "74.9%", "0.0%")


def test_a_blank_filed_rate_is_computed():
    assert texts(drawn(AMOUNTS, derived=(RATE,)))[1][3] == "75.00%"


def test_another_rate_is_not_taken_for_this_one():
    other = replace(RATE, value=parse_expression("funds.spent.all / funds.initial.all"))
    assert texts(drawn(AMOUNTS, derived=(other,), statements={"figure.rate": "1%"}))[1][3] == "75.00%"


def test_a_score_of_a_node_the_form_does_not_have_is_blank():
    columns = (*COLUMNS[:5], replace(COLUMNS[5], node="nobody"), COLUMNS[6])
    assert texts(drawn(AMOUNTS, columns=columns))[1][5] == ""


def test_without_a_funds_table_there_are_no_sources():
    given = inputs(tables=(RecordsTable("funds", "资金", ()),))
    assert texts(grid(given, MatrixRow("funds", COLUMNS))) == [[column.label for column in COLUMNS]]


def test_a_reason_without_a_note():
    columns = (*COLUMNS[:6], replace(COLUMNS[6], note=""))
    assert texts(drawn(AMOUNTS, columns=columns, scores={"execution": SelfScore("", "进度慢")}))[1][6] == "进度慢"
