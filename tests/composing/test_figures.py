"""事实的印法: path by path."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.expressions import parse_expression
from blueprints.schema import Derived, FieldEntry, PointNode, PrintStyle, Section
from composing.figures import fact_key, filled, full_marks, printed, score_key, text_at
from composing.lint import empty_sheet
from documents.tree import Number, Text
from factbook.book import SelfScore
from scoring.sheet import NodeTotal
from tests.composing.small import blueprint, book_of, inputs
from values.money import MoneyUnit, parse_money


def funded(raw: str, **more):
    return book_of(funds={("spent", "fiscal"): parse_money(raw, MoneyUnit.WAN)}, **more)


def test_amounts_in_the_unit_of_the_form():
    yuan = inputs(funded("2.76"), print=PrintStyle("元", 0, grouping=True))
    assert printed(yuan, "funds.spent.fiscal") == Number(Decimal(27600), "27,600", "#,##0")


def test_a_total_left_blank_is_the_sum_below():
    assert text_at(inputs(funded("2.76")), "funds.spent.all") == "2.76"


@pytest.mark.parametrize("raw", ["约3万", "—", "未下达"])
def test_words_in_a_money_cell_stay_words(raw):
    assert printed(inputs(funded(raw)), "funds.spent.fiscal") == Text(raw)


def test_nothing_typed_prints_nothing():
    assert printed(inputs(), "funds.spent.fiscal") == Text("")


RATE = Derived("rate", "执行率", parse_expression("funds.spent.all / funds.adjusted.all"), "percent", filed=True)


def rate_inputs(raw: str):
    book = book_of(
        funds={
            ("spent", "all"): parse_money("2364.01", MoneyUnit.WAN),
            ("adjusted", "all"): parse_money("2536.08", MoneyUnit.WAN),
        },
        statements={"figure.rate": raw},
    )
    return inputs(book, derived=(RATE,))


@pytest.mark.parametrize(("raw", "text"), [("", "93.22%"), ("93.2%", "93.2%"), ("九成", "九成")])
def test_a_filed_rate_wins_over_the_computed_one(raw, text):
    assert text_at(rate_inputs(raw), "derived.rate") == text


def test_a_derived_figure_in_another_shape():
    assert text_at(rate_inputs(""), "derived.rate")[-1] == "%"
    assert printed(rate_inputs(""), "derived.rate", "number").value == Decimal("2364.01") / Decimal("2536.08")
    left = Derived("left", "结余", parse_expression("funds.spent.all - 10万"), "money")
    assert text_at(inputs(funded("27.6"), derived=(left,)), "derived.left") == "17.60"


def test_an_unknown_derived_figure_prints_nothing():
    assert text_at(inputs(), "derived.execution_rate") == ""
    assert text_at(inputs(), "derived.nobody") == ""


def test_text_shape_takes_the_number_away():
    assert printed(inputs(funded("2.76")), "funds.spent.fiscal", "text") == Text("2.76")


def test_a_figure_is_typed_and_a_text_is_not():
    given = inputs(book_of(statements={"figure.staff": "12", "text.goal": "12"}))
    assert printed(given, "figure.staff") == Number(Decimal(12), "12", "0")
    assert printed(given, "text.goal") == Text("12")
    assert printed(given, "text.goal", "number") == Number(Decimal(12), "12", "0")


def dated(widget: str):
    asked = Section("sign", "落款", (FieldEntry("sign.date", "填报日期", widget=widget),))
    return inputs(book_of(statements={"sign.date": "2025-03-05"}), sections=(asked,))


def test_a_day_is_printed_in_chinese_wherever_it_stands():
    assert filled(dated("date"), "填报日期：{sign.date}") == "填报日期：2025年3月5日"
    assert printed(dated("date"), "sign.date") == Text("2025年3月5日")
    assert printed(dated("date"), "sign.date", "text") == Text("2025-03-05")  # a form that wants it as kept says so


def test_what_is_not_asked_as_a_day_stays_as_typed():
    assert filled(dated("line"), "填报日期：{sign.date}") == "填报日期：2025-03-05"


def test_the_days_of_a_project_are_days():
    given = inputs(book_of(identity={"project.starts": "2024-02-01", "project.ends": ""}))
    assert filled(given, "{project.starts}起，{project.ends}止") == "2024年2月1日起，止"


def test_codes_keep_their_zeros():
    assert printed(inputs(book_of(identity={"supervisor.code": "077"})), "supervisor.code") == Text("077")


def test_scores_as_typed_or_added_up():
    sheet = replace(
        empty_sheet(),
        self_total=Decimal("99.80"),
        of_total=Decimal(100),
        nodes={"execution": NodeTotal(None, None, None)},
    )
    given = inputs(book_of(scores={"execution": SelfScore("9.50")}), sheet)
    assert [text_at(given, path) for path in ("score.execution.self", "score.execution.of")] == ["9.50", "10"]
    assert [text_at(given, path) for path in ("score.total.self", "score.total.of")] == ["99.80", "100"]
    assert [text_at(given, path) for path in ("score.nobody.self", "score.nobody.of")] == ["", ""]


def test_a_filed_total_is_printed_as_filed():
    sheet = replace(empty_sheet(), self_total=Decimal("99.80"))
    assert text_at(inputs(book_of(scores={"total": SelfScore("100")}), sheet), "score.total.self") == "100"


def test_the_grade_is_the_filed_or_the_derived_one():
    assert text_at(inputs(sheet=replace(empty_sheet(), grade_derived="良")), "grade.self") == "良"
    assert text_at(inputs(sheet=replace(empty_sheet(), grade_derived="良", grade_filed="优")), "grade.self") == "优"


def test_parameters_and_year():
    given = inputs(book_of(parameters={"floor": Decimal(90)}))
    assert filled(given, "{year}年，{parameter.floor}分，{parameter.none}") == "2024年，90分，"


def test_a_title_cannot_quote_itself():
    assert text_at(inputs(title="自评表（{year}）{title}"), "title") == "自评表（2024）"


def test_values_are_never_read_as_templates():
    given = inputs(book_of(statements={"text.goal": "{text.manager}", "text.manager": "秘密"}))
    assert filled(given, "目标：{text.goal}") == "目标：{text.manager}"


def test_printed_points_override_the_real_ones():
    node = PointNode("a", "甲", of=Decimal(56), printed="65", because="原表如此")
    assert full_marks(inputs(), node) == Number(Decimal(65), "65", "0")
    sheet = replace(empty_sheet(), nodes={"b": NodeTotal(Decimal(20), None, None)})
    assert full_marks(inputs(sheet=sheet), PointNode("b", "乙")).text == "20"
    assert full_marks(inputs(), PointNode("b", "乙")) == Text("")


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("derived.rate", "figure.rate"),
        ("derived.other", "derived.other"),
        ("text.goal", "text.goal"),
        ("parameter.floor", ""),
        ("score.execution.of", ""),
        ("year", ""),
        ("", ""),
    ],
)
def test_where_a_fact_is_filled_in(path, key):
    assert fact_key(blueprint(derived=(RATE,)), path) == key


def test_only_leaves_have_a_score_of_their_own():
    leaf = PointNode("a", "甲")
    assert [score_key(node) for node in (leaf, PointNode("b", "乙", children=(leaf,)), PointNode("c", "丙", from_table="indicators"))] == [
        "score.a.self", "", "",
    ]  # fmt: skip


def test_a_day_in_chinese_words():
    given = inputs(book_of(statements={"sign.day": "2023-03-28"}))
    assert printed(given, "sign.day", "date").text == "2023年3月28日"
    assert printed(given, "sign.day").text == "2023-03-28"


def test_a_form_may_print_amounts_without_idle_zeros():
    given = inputs(book_of(funds={("spent", "all"): parse_money("149", MoneyUnit.WAN)}))
    assert printed(given, "funds.spent.all").text == "149.00"
    trimming = replace(given.blueprint, print=replace(given.blueprint.print, trim=True))
    assert printed(replace(given, blueprint=trimming), "funds.spent.all").text == "149"
