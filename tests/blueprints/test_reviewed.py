"""复核的印处: which forms have a place for what the bureau decides, and where its words may stand."""

from __future__ import annotations

import pytest

from blueprints.catalogue import catalogue
from blueprints.load import load_text
from blueprints.problems import BlueprintError
from blueprints.reviewed import is_review, prints_review, review_paths
from tests.filings.samples import GRID, REVIEWED, SMALL


def with_row(row: str):
    return load_text(SMALL.replace(GRID, GRID + f"    - cells: [{row}]\n"), name="small")


def test_our_forms():
    assert [form.id for form in catalogue().all() if prints_review(form)] == ["990201/2024/key-project-table"]


@pytest.mark.parametrize(
    "row",
    [
        "{field: score.total.review, span: 24}",
        "{field: score.execution.review, span: 24}",
        "{boxes: grade.review, options: [优, 良], span: 24}",
        '{text: "意见：{review.opinion}", span: 24}',
        '{label: 财政部门, span: 24, foot: ["{review.by}　{review.date}"]}',
    ],
)
def test_a_cell_of_any_kind_makes_a_second_paper(row):
    assert prints_review(with_row(row))
    assert not prints_review(with_row("{label: 财政复核, span: 24}"))


def test_columns_make_one():
    assert prints_review(load_text(REVIEWED, name="small"))
    only = REVIEWED.partition("    - cells:\n      - {label: 合计")[0] + SMALL.partition(GRID)[2]
    assert prints_review(load_text(only, name="small"))
    assert not prints_review(load_text(SMALL, name="small"))


def test_paths_are_those_of_the_forms_own_points():
    assert review_paths(load_text(SMALL, name="small")) == {
        "review.opinion", "review.by", "review.date", "score.execution.review", "score.quality.review",
        "score.total.review", "grade.review",
    }  # fmt: skip
    assert not is_review("score.execution.self")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- {ask: text.result", "- {ask: review.opinion"),
        ("value: funds.spent.all, over", "value: score.quality.review, over"),
        ("- {scores: [execution, quality]}", "- {ask: grade.review, label: 等次}"),
        (GRID, GRID + "    - cells: [{field: score.nobody.review, span: 24}]\n"),
        (GRID, GRID + "    - cells: [{field: review.secret, span: 24}]\n"),
    ],
)
def test_no_rule_and_no_section_knows_them(old, new):
    with pytest.raises(BlueprintError, match=r"没有|不能填报"):
        load_text(SMALL.replace(old, new), name="small")
