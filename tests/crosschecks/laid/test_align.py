"""格与列的对齐: left-out levels, missing values, ties, work that grows with the cells."""

from __future__ import annotations

from crosschecks.laid.align import Link, align
from crosschecks.laid.costs import Columns
from crosschecks.laid.sorts import sort_of

ROLES = ("level1", "level2", "name", "target", "actual", "weight", "score", "reason")


def placed(*texts: str, roles: tuple[str, ...] = ROLES) -> list[tuple[list[str], bool]]:
    sorts = [sort_of(text) for text in texts]
    rows = align(sorts, [Link()] * len(sorts), Columns.of(roles))
    return [([roles[column] for _, column in row.cells], row.sure) for row in rows]


def test_levels_left_out_and_no_reason():
    assert placed("质量指标", "合格率", "≥95%", "97%", "10", "10", "接种及时率", "100%", "100%", "5", "5") == [
        (["level2", "name", "target", "actual", "weight", "score"], True),
        (["name", "target", "actual", "weight", "score"], True),
    ]


def test_a_lone_figure_is_points_or_score_and_nobody_knows():
    assert [sure for _, sure in placed("合格率", "≥95%", "97%", "10")] == [False]


def test_a_row_that_fits_nowhere_is_doubtful():
    assert not all(sure for _, sure in placed("10", "10", "合格率", "数量指标"))


def test_relation_value_unit_and_points_before_the_target():
    roles = ("name", "relation", "target", "unit", "weight", "actual", "score")
    assert placed("培训班", "≥", "120", "场", "8", "128", "8", roles=roles) == [(list(roles), True)]
    order = ("name", "weight", "score", "target", "actual")
    assert placed("培训班", "8", "8", "120场", "128场", "合格率", "5", "4", "100%", "80%", roles=order) == [
        (list(order), True),
        (list(order), True),
    ]


def test_no_cell_is_lost_however_many_there_are():
    one = ["质量指标", "合格率", "≥95%", "97%", "10", "10", "措施待完善，下年改进"]
    rows = placed(*one * 300)
    assert len(rows) == 300
    assert all(sure and len(columns) == len(one) for columns, sure in rows)
