"""表达式: values, three-valued logic, and refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprints.expressions import ExpressionError, parse_expression


@dataclass
class Book:
    numbers: dict = field(default_factory=dict)
    texts: dict = field(default_factory=dict)

    def number(self, path):
        return self.numbers.get(path)

    def raw(self, path):
        return self.texts.get(path, "")


BOOK = Book(
    {"a": Decimal(6), "b": Decimal(4), "zero": Decimal(0)}, {"choice.kind": " 是 ", "text.goal": "有", "a": "6"}
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b * 2 - 1", Decimal(13)),
        ("(a + b) / 4", Decimal("2.5")),
        ("a - b - 1", Decimal(1)),
        ("-a + 10", Decimal(4)),
        ("90%", Decimal("0.9")),
        ("1.5万", Decimal(15000)),
        ("2亿", Decimal(200_000_000)),
        ("abs(b - a)", Decimal(2)),
        ("min(a, b, 5)", Decimal(4)),
        ("max(a, b)", Decimal(6)),
        ("a / zero", None),
        ("zero / zero", None),
        ("a + nothing", None),
        ("a > b", True),
        ("a ≤ b", False),
        ("a = 6", True),
        ("a ≠ 6", False),
        ("a / nothing < 90%", None),
        ("not a > b", False),
        ("not nothing > 1", None),
        ("a > b and b > a", False),
        ("b > a or a > b", True),
        ("nothing > 1 and b > a", False),
        ("nothing > 1 and a > b", None),
        ("nothing > 1 or a > b", True),
        ("nothing > 1 or b > a", None),
        ("blank(nothing)", True),
        ("blank(a)", False),
        ("blank(text.goal)", False),
        ("known(a)", True),
        ("known(text.goal)", False),
        ('choice.kind == "是"', True),
        ("choice.kind != '是'", False),
        ('"是" == choice.kind', True),
        ('choice.other == "是"', None),
    ],
)
def test_values(text, value):
    result = parse_expression(text).evaluate(BOOK)
    assert result == value
    assert type(result) is type(value)


def test_an_expression_tells_its_paths_and_shape():
    expression = parse_expression('blank(text.goal) and funds.spent.all < a or choice.kind == "是"')
    assert expression.paths == {"text.goal", "funds.spent.all", "a", "choice.kind"}
    assert (expression.shape, parse_expression("a+1").shape) == ("condition", "number")
    assert str(expression) == expression.text
    assert [parse_expression(text).holds(BOOK) for text in ("a > b", "b > a", "nothing > b")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("", 1, "这里要数、位置或括号，却是结尾"),
        ("1 +", 4, "却是结尾"),
        ("1 2", 3, "“2”是多余的"),
        ("a $ b", 3, "不认识“$”"),
        ("(a", 3, "应为“)”，却是结尾"),
        ("sum(a)", 1, "没有“sum”这个函数，可用的有：blank、known、abs、min、max"),
        ("blank(1)", 1, "参数要一个位置"),
        ("blank(a, b)", 1, "只要一个参数，却有2个"),
        ("a and b > 1", 1, "这里要条件，却是数"),
        ("b > 1 and a", 11, "这里要条件，却是数"),
        ("(a > b) + 1", 1, "这里要数，却是条件"),
        ("1 + (a > b)", 5, "这里要数，却是条件"),
        ("-(a > b)", 2, "这里要数，却是条件"),
        ("not a", 5, "这里要条件，却是数"),
        ('a < "x"', 1, "文字只能与一个位置用 == 或 != 比较"),
        ('1 == "x"', 1, "文字只能与一个位置"),
        ('"x"', 1, "只有一段文字"),
        ("and", 1, "“and”不能单独用在这里"),
        ("Funds.a", 1, "只用小写字母"),
        ("(" * 30 + "a" + ")" * 30, 22, "套得太深"),
        ("a" * 501, 501, "表达式太长"),
        ("__import__('os')", 1, "没有“__import__”这个函数"),
    ],
)
def test_refusals_say_where_and_why(text, column, message):
    with pytest.raises(ExpressionError, match="表达式第") as caught:
        parse_expression(text)
    assert caught.value.column == column
    assert message in str(caught.value)


@given(st.text(alphabet='ab.()+-*/<>=!"%万 andortk1,', max_size=60))
def test_any_text_is_understood_or_refused(text):
    try:
        expression = parse_expression(text)
    except ExpressionError:
        return
    assert expression.evaluate(BOOK) is None or isinstance(expression.evaluate(BOOK), Decimal | bool)


def test_a_fact_by_itself_is_told_from_what_is_worked_out():
    assert [parse_expression(text).fact for text in ("figure.a", "figure.a + 1", "3")] == ["figure.a", "", ""]


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("figure.a == 0", {"figure.a"}),
        ("figure.a == 0 and figure.b == 0 and figure.c > 0", {"figure.a", "figure.b"}),
        ("figure.a == 0 or figure.b == 0", set()),
        ("not figure.a == 0", set()),
        ("figure.a == 1", set()),
    ],
)
def test_what_must_be_0_where_a_condition_holds(text, paths):
    assert parse_expression(text).zeros == paths
