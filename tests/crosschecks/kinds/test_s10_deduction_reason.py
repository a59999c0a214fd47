"""S10 扣分须有原因: lost points are explained."""

from __future__ import annotations

import pytest

from tests.crosschecks.samples import book, check, findings, jinzhong, only, paths, row, suining

ASKED = check("S10", of=("execution", "indicators"))


@pytest.mark.parametrize("reason", ["", "无", "0", "—", "  "])
def test_lost_points_without_a_reason(reason):
    found = only(findings(suining(), book(row("r1", weight="10", score="8.5", reason=reason)), ASKED))
    assert (found.message, found.arithmetic) == ("“指标甲r1”扣1.5分，请填写偏差原因及改进措施。", "10分－8.5分＝1.5分")
    assert paths(found) == ["indicators.r1.reason", "indicators.r1.score"]
    assert found.pending


def test_a_leaf_keeps_its_reason_beside_its_score():
    found = only(findings(suining(), book(scores={"execution": "9.32"}), ASKED))
    assert paths(found) == ["score.execution.reason", "score.execution.self"]
    assert findings(suining(), book(scores={"execution": ("9.32", "上级资金年底才到账")}), ASKED) == ()


@pytest.mark.parametrize("score", ["10", "11", "", "暂未评"])
def test_full_marks_or_no_score_need_none(score):
    assert findings(suining(), book(row("r1", weight="10", score=score)), ASKED) == ()


def test_lines_without_points_are_skipped():
    assert findings(jinzhong(), book(year=2020, scores={"economic": "0.00"}), check("S10", of="effect")) == ()


def test_a_row_without_weight_is_unknown():
    assert findings(suining(), book(row("r1", score="3")), ASKED) == ()
