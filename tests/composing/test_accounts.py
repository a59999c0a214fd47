"""决算的话: what the small form of accounts says of its figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.load import load_text
from composing.charting import chart
from composing.comparing import compared, compared_with, relation
from composing.compose import compose
from composing.figures import printed
from composing.inputs import Inputs
from composing.lint import empty_book, empty_sheet
from composing.said import as_said
from documents.charts import is_empty
from documents.tree import Chart, ChartKind, Number, Paragraph, Text
from factbook.book import FactBook, ListRow
from tests.blueprints.accounts import ACCOUNTS, accounts

FORM = accounts()
ROWS = (
    {"class": "社会保障和就业支出", "item": "死亡抚恤", "budget": "734.44", "actual": "734.44"},
    {"class": "住房保障支出", "item": "住房公积金", "budget": "36", "actual": "36.57"},
    {"class": "社会保障和就业支出", "item": "离退休", "budget": "0", "actual": "0"},
    {"class": "卫生健康支出", "item": "医疗", "budget": "", "actual": "8.5"},
)
NOW = {"basic_spent": "1296.95", "basic_budget": "1296.95", "project_spent": "16.55", "basic_people": "28"}


def given(now=NOW, then=None, rows=ROWS, reason="", form=FORM) -> Inputs:
    statements = {f"figure.{key}": text for key, text in now.items()} | {"text.reason": reason}
    lists = {"functions": tuple(ListRow(f"r{n}", cells) for n, cells in enumerate(rows))}
    prior = FactBook(2023, empty_book(form).money_unit, statements=then) if then is not None else None
    identity = {"year": "2024"}
    book = replace(empty_book(form), identity=identity, statements=statements, lists=lists, prior=prior)
    return Inputs(form, book, empty_sheet())


def paragraphs(inputs: Inputs) -> list[str]:
    document = compose(inputs.blueprint, inputs.book, inputs.sheet)
    return [block.text for block in document.parts[0].blocks if isinstance(block, Paragraph)]


def test_everything_known():
    assert paragraphs(given(then={"figure.basic_spent": "1727.58"}, reason="抚恤金减少。")) == [
        "2024年支出1313.50万元，与2023年相比减少414.08万元，下降23.97%，主要原因是抚恤金减少。",
        "基本支出1296.95万元，占98.74%，28人，完成预算100%，决算数等于预算数。",
        "其中：社会保障和就业支出734.44万元，占94.22%；住房保障支出36.57万元，占4.69%；卫生健康支出8.50万元，占1.09%。",
        "1.社会保障和就业支出死亡抚恤：734.44万元，完成预算100%，决算数等于预算数。",
        "2.住房保障支出住房公积金：36.57万元，完成预算101.58%，决算数大于预算数。",
        "3.社会保障和就业支出离退休：0万元，完成预算100%，决算数等于预算数。",
        "4.卫生健康支出医疗：8.50万元。",
        "5.口径：与决算报表相同。",
    ]


def test_without_a_year_before_the_comparison_alone_is_left_out():
    assert paragraphs(given())[0] == "2024年支出1313.50万元。"
    assert paragraphs(given(reason="新设单位"))[0] == "2024年支出1313.50万元，主要原因是新设单位。"


def test_nothing_known_nothing_said():
    assert paragraphs(given(now={}, rows=())) == ["1.口径：与决算报表相同。"]


def test_last_years_figure_as_typed():
    assert "比2023年" not in paragraphs(given({**NOW, "spent_prior": "1300"}))[0]
    assert "增加13.50万元，增长1.04%" in paragraphs(given({**NOW, "spent_prior": "1300"}))[0]


@pytest.mark.parametrize(
    ("now", "then", "bare", "than"),
    [
        ("51.33", "48.55", "增加2.78万元，增长5.73%", "比2023年增加2.78万元，增长5.73%"),
        ("0", "0.71", "减少0.71万元，下降100%", "比2023年减少0.71万元，下降100%"),
        ("5", "5", "持平", "与2023年持平"),
        ("5.001", "5", "持平", "与2023年持平"),
        ("5", "0", "增加5万元", "比2023年增加5万元"),
        ("0", "0", "持平", "与2023年持平"),
        ("", "5", "", ""),
        ("5", "五", "", ""),
    ],
)
def test_more_less_or_the_same(now, then, bare, than):
    seen = given({"basic_spent": now, "spent_prior": then})
    comparison = FORM.comparisons[0]
    assert (compared(seen, comparison), compared_with(seen, comparison, "2023年")) == (bare, than)
    assert printed(seen, "compare.spent").text == bare
    assert printed(seen, "compare.spent.than").text == than


def test_the_other_year_in_the_forms_own_words():
    form = load_text(ACCOUNTS.replace("then: derived.spent_prior}", "then: derived.spent_prior, than: 上年}"), name="x")
    assert printed(given({"basic_spent": "5", "spent_prior": "4"}, form=form), "compare.spent.than").text == (
        "比上年增加1万元，增长25%"
    )


def test_relation():
    assert [relation(Decimal(n)) for n in (-1, 0, 2)] == ["小于", "等于", "大于"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1,313.50", "1313.50"),
        ("0.00", "0"),
        ("100.00%", "100%"),
        ("98.74%", "98.74%"),
        ("8.50", "8.50"),
        ("7.00", "7"),
    ],
)
def test_whole_figures_lose_their_decimals(text, said):
    assert as_said(given(), Number(Decimal(0), text, "0.00")) == said
    assert as_said(given(), Text(text)) == text


def test_figures_by_their_column():
    seen = given({"basic_spent": "12969500元", "basic_people": "28人", "basic_budget": "未批"})
    texts = [printed(seen, f"figure.{key}").text for key in ("basic_spent", "basic_people", "basic_budget")]
    assert texts == ["1296.95", "28人", "未批"]
    assert printed(seen, "prior.figure.basic_spent").text == ""
    earlier = given(then={"figure.basic_spent": "5", "figure.basic_people": "30"})
    assert [printed(earlier, f"prior.{path}").text for path in ("figure.basic_spent", "total.spending", "year")] == [
        "5.00",
        "5.00",
        "2023",
    ]


def charts(inputs: Inputs) -> list[Chart]:
    nodes = [node for node in inputs.blueprint.parts[0].nodes if hasattr(node, "caption")]
    return [chart(inputs, node) for node in nodes]


def test_charts_show_the_figures_of_the_sentences():
    bar, pie = charts(given(then={"figure.basic_spent": "1727.58"}))
    assert (bar.kind, bar.title, bar.categories, bar.unit) == (ChartKind.BAR, "图1：支出变动情况", ("支出",), "万元")
    assert [(s.name, [v.text for v in s.values]) for s in bar.series] == [
        ("2024年", ["1313.50"]),
        ("2023年", ["1727.58"]),
    ]
    assert (pie.kind, pie.categories) == (ChartKind.PIE, ("社会保障和就业支出", "住房保障支出", "卫生健康支出"))
    assert [share.text for share in pie.shares] == ["94.22%", "4.69%", "1.09%"]
    assert [value.text for value in pie.series[0].values] == ["734.44", "36.57", "8.50"]
    assert sum(share.value for share in pie.shares) == 1


def test_charts_of_nothing():
    bar, pie = charts(given(now={}, rows=()))
    assert (bar.series[1].values, is_empty(bar), is_empty(pie), pie.categories) == ((None,), True, True, ())
    zero = charts(given(rows=({"class": "甲", "actual": "0"},)))[1]
    assert (zero.categories, [s.text for s in zero.shares], is_empty(zero)) == (("甲",), ["0%"], True)


def test_a_chart_may_be_optional():
    text = ACCOUNTS.replace("breakdown: classes}\n", "breakdown: classes, when: total.classes > 0}\n")
    form = load_text(text, name="x")
    counts = []
    for rows in (ROWS, ({"class": "甲", "actual": "0"},)):
        document = compose(form, given(rows=rows, form=form).book, empty_sheet())
        counts.append(sum(isinstance(block, Chart) for block in document.parts[0].blocks))
    assert counts == [2, 1]
