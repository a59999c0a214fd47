"""表头的识别: heads in any order, broken over lines, with words nobody knows among them."""

from __future__ import annotations

import pytest

from crosschecks.laid.heads import heads_at, heads_of
from crosschecks.laid.piece import Piece


def pieces(text: str) -> list[Piece]:
    return [Piece(line, number) for number, line in enumerate(text.split("|"), 1)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("三级指标|得分|分值|完成值|目标值|备注", ("name", "score", "weight", "actual", "target", "reason")),
        (
            "一级指标|二级|指标|三级指标|指标值|全年|完成值|分值",
            ("level1", "level2", "name", "target", "actual", "weight"),
        ),
        ("一级指标|指标依据|三级指标|指标值|完成值", None),
        ("一级指标|三级指标|指标依据|指标值|完成值", ("level1", "name", "other", "target", "actual")),
        ("一级指标|分值|二级指标|分值|得分", ("level1", "level1_weight", "level2", "weight", "score")),
        ("指标|年初预算数|全年预算数（A）|全年执行数|（B）|执行率", ("source", "initial", "adjusted", "spent", "rate")),
        ("项目资金|（万元）|年初预算数|调整后预算数|执行数", ("source", "initial", "adjusted", "spent")),
        ("一级指标|二级指标|三级指标", None),
        ("预期目标|实际完成情况", None),
    ],
)
def test_heads(text, roles):
    found = heads_at(pieces(text), 0)
    assert (found.roles if found else None) == roles


def test_what_covers_all_rows_is_no_column():
    found = heads_at(pieces("绩效指标|一级指标|三级指标|目标值|完成值"), 0)
    assert (found.section.text, found.roles) == ("绩效指标", ("level1", "name", "target", "actual"))


def test_cells_of_one_row_do_not_go_on_in_the_next():
    assert heads_of(["一级指标", "三级指标", "目标", "完成值"]) == ("level1", "name", "target", "actual")
    assert heads_of(["一级指标", "三级指标", "目标", "值", "完成值"]) is not None
    assert heads_of(["一级指标", "三级指标", "目标值", "完成值", "质量指标"]) is None
    assert heads_of(["一级指标", "", "目标值", "完成值"]) is None
