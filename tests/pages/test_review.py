"""审核页: nothing a reviewer typed is lost; the bureau's total is told only when the bureau has scored."""

from __future__ import annotations

import html
from decimal import Decimal

import pytest
from django.urls import reverse

from documents.text import anchor
from filings.models import FalseAlarm
from filings.snapshot import case_of
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


def first_finding(filing):
    return case_of(filing).findings[0]  # S06 of the weights: the first row stands for it


def test_findings_stand_beside_their_field_and_lead_into_the_paper(world, as_user, reviewing):
    found = first_finding(reviewing)
    page = as_user(world.reviewer).get(reverse("review", args=[reviewing.pk])).content.decode()
    spot = html.unescape(page.split('class="beside"')[1].split("</section>")[0])
    assert found.message in spot
    for place in found.places:
        assert place.label in spot
        assert f'href="{reverse("preview", args=[reviewing.pk])}#{anchor(place.path)}"' in spot
    assert 'name="paper"' in page
    beside = page.split('class="beside"')[1].split('id="')[1].split('"')[0]
    rows = {row.split('"')[0]: row for row in page.split('<tr id="line.')[1:]}
    assert f'href="#{beside}"' in rows["a0000001"]
    assert "勾稽" not in rows["execution"]


def test_a_false_alarm_is_told_from_the_review_page_and_seen_there(world, as_user, reviewing):
    filing = reviewing
    client = as_user(world.reviewer)
    posted = {"fingerprint": first_finding(filing).fingerprint, "reason": "文件原名如此", "back": "review"}
    answer = client.post(reverse("finding-false-alarm", args=[filing.pk]), posted)
    assert answer.url == f"{reverse('review', args=[filing.pk])}#findings"
    assert "文件原名如此" in client.get(answer.url).content.decode()
    assert FalseAlarm.objects.get().by == world.reviewer


def test_a_finding_is_taken_over_as_a_remark_at_its_place(world, as_user, reviewing):
    found = first_finding(reviewing)
    client, url = as_user(world.reviewer), reverse("review", args=[reviewing.pk])
    page = client.get(url, {"about": found.fingerprint}).content.decode()
    assert '<option value="indicators.a0000001.weight" selected>' in page
    box = html.unescape(page.split('id="remark-text"')[1].split("</textarea>")[0])
    assert found.message in box
    assert " selected>" not in client.get(url, {"about": "没有的"}).content.decode()


def test_an_error_is_waived_from_the_review_page_while_the_unit_has_the_filing(world, as_user):
    filing = worlds.start(world.projects[0], world.filler)
    worlds.fill(filing, world.filler)
    error = next(finding for finding in case_of(filing).findings if finding.severity == "error")
    client = as_user(world.admin)
    assert "放行这一处" in client.get(reverse("review", args=[filing.pk])).content.decode()
    posted = {"fingerprint": error.fingerprint, "reason": "批复文件即如此", "back": "review"}
    answer = client.post(reverse("finding-waive", args=[filing.pk]), posted)
    assert answer.url == f"{reverse('review', args=[filing.pk])}#findings"
    assert "批复文件即如此" in client.get(answer.url).content.decode()


def test_what_was_submitted_cannot_be_waived_any_more(world, as_user, reviewing):
    page = as_user(world.admin).get(reverse("review", args=[reviewing.pk])).content.decode()
    assert "放行这一处" not in page
    assert "写成审核意见" not in page  # an administrator writes no remarks


def test_a_form_leads_back_to_pages_of_ours_only(world, as_user, filing):
    posted = {"fingerprint": "无", "reason": "无", "back": "https://example.com/"}
    assert as_user(world.filler).post(reverse("finding-explain", args=[filing.pk]), posted).url == reverse(
        "check", args=[filing.pk]
    )
