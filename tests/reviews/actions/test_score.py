"""复核得分."""

from decimal import Decimal

import pytest

from filings.refused import Refused
from reviews.actions.score import adopt_all, clear_score, score
from reviews.models import ReviewScore
from reviews.queries import review_sheet
from tests.filings.samples import FACTS, NOW, trail


def give(town, filing, points, **how):
    fields = {"key": "quality", "points": Decimal(points), "reason": "", "by": town.reviewer, "now": NOW}
    return score(filing=filing, **{**fields, **how})


def test_beside_the_self_score_and_replaced_by_the_last(town):
    filing = town.reviewing()
    give(town, filing, "85")
    give(town, filing, "80", reason="一处未验收")
    assert ReviewScore.objects.get().points == Decimal(80)
    sheet = review_sheet(filing)
    assert (sheet.total, sheet.grade) == (Decimal("89.50"), "良")
    assert [row.line.self_points for row in sheet.lines] == [Decimal("9.5"), Decimal(85)]
    assert trail("filing.score")[-1].detail["points"] == "80"
    clear_score(filing=filing, key="quality", by=town.reviewer, now=NOW)
    assert (review_sheet(filing).total, review_sheet(filing).grade) == (Decimal("94.50"), "优")


@pytest.mark.parametrize(
    ("points", "how", "words"),
    [
        ("90.5", {}, "满分 90 分"),
        ("-1", {}, "0 至 90"),
        ("NaN", {}, "0 至 90"),
        ("80.1234", {"reason": "甲"}, "三位小数"),
        ("84.9", {}, "与自评 85 分不同，须写明理由"),
        ("9.6", {"key": "execution"}, "与按规则计算 9.50? 分不同，须写明理由"),
        ("1", {"key": "none"}, "不在本轮"),
        ("80", {"by": "admin", "reason": "甲"}, "财政审核"),
    ],
)
def test_refused(town, points, how, words):
    filing = town.reviewing()
    if "by" in how:
        how = {**how, "by": getattr(town, how["by"])}
    with pytest.raises(Refused, match=words):
        give(town, filing, points, **how)
    assert not ReviewScore.objects.exists()


def test_above_the_self_score_needs_a_reason_too(town):
    filing = town.reviewing()
    with pytest.raises(Refused, match=r"与按规则计算 85.00 分不同"):
        give(town, filing, "86")
    assert give(town, filing, "86", reason="佐证已补齐").points == 86


def test_adopting_the_rest(town):
    filing = town.reviewing()
    give(town, filing, "80", reason="一处未验收")
    assert adopt_all(filing=filing, source="self", by=town.reviewer, now=NOW) == 1
    assert {s.key: s.points for s in ReviewScore.objects.all()} == {"quality": Decimal(80), "execution": Decimal("9.5")}
    assert adopt_all(filing=filing, source="self", by=town.reviewer, now=NOW) == 0


def test_adopting_computed_leaves_unjudged_lines_open(town):
    filing = town.reviewing(facts={**FACTS, "score.quality.self": ""})
    assert adopt_all(filing=filing, source="computed", by=town.reviewer, now=NOW) == 1
    assert ReviewScore.objects.get().key == "execution"


def test_an_impossible_self_score_is_not_adopted(town):
    filing = town.reviewing(facts={**FACTS, "score.quality.self": "120"})
    assert adopt_all(filing=filing, source="self", by=town.reviewer, now=NOW) == 1
    assert ReviewScore.objects.get().key == "execution"


def test_an_unknown_source_is_refused(town):
    filing = town.reviewing()
    with pytest.raises(Refused, match="请选择"):
        adopt_all(filing=filing, source="other", by=town.reviewer, now=NOW)
