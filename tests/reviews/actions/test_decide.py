"""审核决定."""

from decimal import Decimal

import pytest

from filings.models import Filing, State
from filings.outcome import outcomes
from filings.refused import Refused
from reviews.actions.decide import approve, return_
from reviews.actions.score import score
from reviews.models import Decision
from tests.filings.samples import FACTS, NOW, later, trail


def test_approve_counts_review_points_where_given(town):
    filing = town.reviewing()
    score(filing=filing, key="quality", points=Decimal("80.5"), reason="一处未验收", by=town.reviewer, now=NOW)
    decision = approve(filing=filing, by=town.reviewer, now=later(days=2))
    assert (filing.state, decision.kind, decision.total, decision.grade) == (
        State.APPROVED,
        "approved",
        Decimal("90.00"),
        "优",
    )
    assert decision.scores["quality"] == {
        "label": "完成质量",
        "of": "90",
        "self": "85",
        "computed": "85.00",
        "review": "80.500",
        "reason": "一处未验收",
    }
    assert decision.scores["execution"]["review"] is None
    outcome = outcomes([filing.pk])[filing.pk]
    assert (outcome.round, outcome.review.total, outcome.review.grade, outcome.at) == (
        1,
        Decimal(90),
        "优",
        later(days=2),
    )
    assert trail("filing.approve")[0].detail["total"] == "90.00"


def test_return_needs_its_reason(town):
    filing = town.reviewing()
    with pytest.raises(Refused, match="须写明理由"):
        return_(filing=filing, reason=" ", by=town.reviewer, now=NOW)
    decision = return_(filing=filing, reason="目标没有量化", by=town.reviewer, now=NOW)
    stored = Filing.objects.get()
    assert (stored.state, stored.returned_round, decision.round) == (State.RETURNED, 1, 1)
    assert outcomes([filing.pk]) == {}


@pytest.mark.parametrize("decide", [approve, return_])
def test_only_by_the_bureau_and_while_reviewing(town, decide):
    filing = town.submitted()
    reason = {"reason": "甲"}
    with pytest.raises(Refused, match="只有“审核中”时"):
        decide(filing=filing, by=town.reviewer, now=NOW, **reason)
    with pytest.raises(Refused, match="财政审核"):
        decide(filing=filing, by=town.admin, now=NOW, **reason)
    assert not Decision.objects.exists()


def test_two_reviewers_at_once_leave_one_decision(town):
    filing = town.reviewing()
    stale = Filing.objects.get()
    approve(filing=filing, by=town.reviewer, now=NOW)
    with pytest.raises(Refused, match="已有审核决定"):
        return_(filing=stale, reason="甲", by=town.reviewer, now=NOW)
    assert Decision.objects.get().kind == "approved"


def test_a_line_without_any_points_stops_a_rescored_approval(town):
    filing = town.reviewing(facts={**FACTS, "score.quality.self": "", "score.execution.self": ""})
    score(filing=filing, key="execution", points=Decimal("9.5"), reason="", by=town.reviewer, now=NOW)
    with pytest.raises(Refused, match="还有 1 行既无自评得分也无复核得分（“完成质量”）"):
        approve(filing=filing, by=town.reviewer, now=NOW)
    score(filing=filing, key="quality", points=Decimal(70), reason="", by=town.reviewer, now=NOW)
    assert approve(filing=filing, by=town.reviewer, now=NOW).total == Decimal("79.50")


def test_without_any_score_there_is_no_total(town):
    filing = town.reviewing(facts={**FACTS, "score.quality.self": "", "score.execution.self": ""})
    decision = approve(filing=filing, by=town.reviewer, now=NOW)
    assert (decision.total, decision.grade) == (None, "")
