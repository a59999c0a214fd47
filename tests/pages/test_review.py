"""审核页: nothing a reviewer typed is lost; the bureau's total is told only when the bureau has scored."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from reviews.models import Decision, ReviewScore
from reviews.queries import review_sheet
from tests.pages import world as worlds


@pytest.fixture
def reviewing(world):
    filing = worlds.start(world.projects[0], world.filler)
    worlds.to_review(filing, filler=world.filler, head=world.head, reviewer=world.reviewer)
    filing.refresh_from_db()
    return filing


def line_of(filing):
    return next(row.line for row in review_sheet(filing).lines if row.line.of and row.line.self_points)


def test_adopting_a_column_first_saves_what_was_typed(world, as_user, reviewing):
    line = line_of(reviewing)
    points = line.self_points - 1
    posted = {f"points.{line.key}": str(points), f"reason.{line.key}": "佐证不足，扣1分", "adopt": "self"}
    as_user(world.reviewer).post(reverse("review-scores", args=[reviewing.pk]), posted)
    given = {row.key: row.points for row in ReviewScore.objects.filter(filing=reviewing)}
    assert given[line.key] == points
    assert len(given) > 1


def test_a_refused_line_comes_back_as_typed_and_nothing_is_adopted_over_it(world, as_user, reviewing):
    line = line_of(reviewing)
    posted = {f"points.{line.key}": "很多", f"reason.{line.key}": "待核", "adopt": "self"}
    answer = as_user(world.reviewer).post(reverse("review-scores", args=[reviewing.pk]), posted)
    assert answer.status_code == 409
    assert "很多" in answer.content.decode()
    assert not ReviewScore.objects.filter(filing=reviewing).exists()


def test_a_return_without_any_score_tells_no_total(world, as_user, reviewing):
    client = as_user(world.reviewer)
    assert "尚未复核" in client.get(reverse("review", args=[reviewing.pk])).content.decode()
    client.post(reverse("review-return", args=[reviewing.pk]), {"reason": "请补充", "version": reviewing.version})
    decision = Decision.objects.get(filing=reviewing)
    assert (decision.total, decision.grade) == (None, "")


def test_a_return_after_scoring_tells_the_total(world, as_user, reviewing):
    line = line_of(reviewing)
    client = as_user(world.reviewer)
    posted = {f"points.{line.key}": str(line.self_points - 1), f"reason.{line.key}": "佐证不足"}
    client.post(reverse("review-scores", args=[reviewing.pk]), posted)
    client.post(reverse("review-return", args=[reviewing.pk]), {"reason": "请补充", "version": reviewing.version})
    total = review_sheet(reviewing).total
    assert total is not None
    assert Decision.objects.get(filing=reviewing).total == Decimal(total)


def test_target_and_actual_stand_in_the_row_and_deductions_are_explained_openly(world, as_user, reviewing):
    page = as_user(world.reviewer).get(reverse("review", args=[reviewing.pk])).content.decode()
    rows = {row.split('"')[0]: row for row in page.split('<tr id="line.')[1:]}
    late = rows["a0000002"]
    assert "指标值 <b>≥98%</b> → 完成值 <b>96%</b>" in late
    assert "<details open>" in late  # 29.39 of 30
    assert "指标值 <b>≥120人</b> → 完成值 <b>123人</b>" in rows["a0000001"]
    assert "<details>" in rows["a0000001"]  # full marks need no reason
    assert "指标值" not in rows["execution"]
