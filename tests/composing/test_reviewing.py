"""复核的印法: points, reasons and opinion at the places a form keeps for them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.load import load_text
from blueprints.printing import GridNode, MatrixColumn, MatrixRow, RecordsColumn, RecordsRow, ScoresRow
from composing.figures import fact_key, filled, text_at
from composing.grid import table_of
from composing.inputs import Inputs
from composing.lint import empty_book
from factbook.book import IndicatorFact, SelfScore
from scoring.engine import score
from scoring.reviewed import Review
from tests.composing.samples import SUINING, form
from tests.composing.small import texts
from tests.filings.samples import SMALL

POINTS = {"execution": Decimal("9.5"), "quality": Decimal(80)}
REVIEW = Review(POINTS, {"quality": "一处未验收"}, Decimal("89.5"), "良", "同意。", "卞知秋", "2025-04-01")


def given(review: Review | None = REVIEW, **changes) -> Inputs:
    made = replace(load_text(SMALL, name="small"), **changes)
    book = replace(empty_book(made), scores={"execution": SelfScore("9.5"), "quality": SelfScore("85")})
    return Inputs(made, book, score(made, book), review)


def test_every_word_of_the_review():
    template = "{score.execution.review}＋{score.quality.review}＝{score.total.review}（{grade.review}），{review.opinion}{review.by}，{review.date}"
    assert filled(given(), template) == "9.5＋80＝89.5（良），同意。卞知秋，2025年4月1日"
    assert filled(given(None), template) == "＋＝（），，"


def test_they_are_no_place_of_a_fact():
    assert fact_key(given().blueprint, "score.quality.review") == ""
    assert fact_key(given().blueprint, "score.quality.self") == "score.quality.self"


def test_a_node_adds_its_lines_up_and_says_nothing_while_one_is_unknown():
    made = given()
    whole = replace(made.blueprint.points[0], key="whole", label="合计", rule=None, children=made.blueprint.points)
    tree = replace(made, blueprint=replace(made.blueprint, points=(whole,)))
    assert text_at(tree, "score.whole.review") == "89.5"
    missing = replace(REVIEW, points={"quality": Decimal(80)})
    assert text_at(replace(tree, review=missing), "score.whole.review") == ""


def test_columns_of_a_score_table():
    columns = [RecordsColumn(word, 4, word) for word in ("level3", "self", "review", "review_reason")]
    row = ScoresRow((), tuple(columns), header=False)
    assert texts(table_of(given(), GridNode(16, (row,)))) == [
        ["预算执行", "9.5", "9.5", ""],
        ["完成质量", "85", "80", "一处未验收"],
    ]


def test_a_column_of_the_funds():
    columns = (
        MatrixColumn("axis", "来源", 4),
        MatrixColumn("score", "自评", 4, node="execution"),
        MatrixColumn("review", "复核", 4, node="execution"),
    )
    assert texts(table_of(given(), GridNode(12, (MatrixRow("funds", columns),))))[1] == ["总额", "9.5", "9.5"]


@pytest.mark.parametrize(("review", "told"), [(True, ["甲", "8", "虚报"]), (False, ["甲", "", ""])])
def test_columns_of_indicator_rows(review, told):
    made = form(SUINING)
    book = replace(
        empty_book(made), indicators=(IndicatorFact("r1", "产出指标", "数量指标", "甲", weight="10", score="9"),)
    )
    result = replace(REVIEW, points={"r1": Decimal(8)}, reasons={"r1": "虚报"}) if review else None
    inputs = Inputs(made, book, score(made, book), result)
    columns = tuple(RecordsColumn(word, 4, word) for word in ("name", "review", "review_reason"))
    row = RecordsRow("indicators", columns, header=False)
    assert texts(table_of(inputs, GridNode(12, (row,)))) == [told]
