"""S04 得分范围: no line above its full marks or below 0."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.schema import PointNode, RuleDef
from tests.crosschecks.papers import said
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

ASKED = check("S04", of=("execution", "indicators"))


def test_above_full_marks():
    found = only(findings(suining(), book(row("r1", weight="10", score="10.5")), ASKED))
    assert (found.message, found.arithmetic) == ("“指标甲r1”得分10.5分超出分值10分。", "10.5分＞10分")
    assert paths(found) == ["indicators.r1.score"]
    assert found.remedy == "请填0至10分之间的得分"


def test_below_nothing():
    found = only(findings(suining(), book(scores={"execution": "-1"}), ASKED))
    assert (found.message, found.arithmetic) == ("“预算执行率”得分-1分为负。", "-1分＜0分")
    assert paths(found) == ["score.execution.self"]


@pytest.mark.parametrize("score", ["10", "0", "10.00", "", "待定"])
def test_within_or_unknown(score):
    assert findings(suining(), book(row("r1", weight="10", score=score)), ASKED) == ()


def test_a_row_without_weight_is_unknown():
    assert findings(suining(), book(row("r1", score="10")), ASKED) == ()


def test_other_nodes_are_not_looked_at():
    assert findings(suining(), book(row("r1", weight="1", score="9")), check("S04", of="execution")) == ()


@pytest.mark.parametrize(("penalty", "found"), [("yes", 0), ("no", 1)])
def test_deductions_go_below_nothing(penalty, found):
    rule = RuleDef("deduct", {"faults": "figure.faults", "each": "2", "penalty": penalty})
    form = replace(suining(), points=(PointNode("off", "扣分项", Decimal(0), rule),))
    facts = book(scores={"off": "-4"}, statements={"figure.faults": "2"})
    assert len(findings(form, facts, check("S04", of="off"))) == found


def test_a_deduction_without_its_minus_sign():
    rule = RuleDef("deduct", {"faults": "figure.faults", "each": "1", "penalty": "yes"})
    form = replace(suining(), points=(PointNode("off", "扣分项", Decimal(0), rule),))
    found = only(findings(form, book(scores={"off": "2"}), check("S04", of="off")))
    assert (found.message, found.arithmetic) == ("“扣分项”是扣分项，填报2分会加到总分里。", "2分＞0分")
    assert found.remedy == "扣分请填负数，如 -2；没有扣分的留空"


@pytest.mark.parametrize(("score", "count"), [("51", 1), ("50", 0)])
def test_a_score_in_prose_beyond_its_full_marks(score, count):
    assert len(said(f"三、自评\n产出指标满分50分，自评得分{score}分。", "S04")) == count
