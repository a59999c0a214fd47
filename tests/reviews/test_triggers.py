"""审核的防改."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from audit import ddl
from reviews import triggers
from reviews.actions.decide import return_
from reviews.actions.remark import remark
from reviews.actions.score import score
from reviews.models import Decision, Remark, ReviewScore
from tests.filings.samples import NOW

pytestmark = pytest.mark.both


def refused(statement, words):
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        statement()


@pytest.fixture
def decided(town):
    filing = town.reviewing()
    remark(filing=filing, key="text.goal", label="年度目标", text="请核对。", by=town.reviewer, now=NOW)
    score(filing=filing, key="quality", points=Decimal(80), reason="甲", by=town.reviewer, now=NOW)
    Remark.objects.update(text="审核中可以改。")
    ReviewScore.objects.update(points=81)
    return_(filing=filing, reason="见意见", by=town.reviewer, now=NOW)
    return filing


def test_nothing_is_missing(db):
    assert triggers.missing_triggers(connection) == []


def test_delivered_and_decided_stay(decided, town):
    refused(lambda: Remark.objects.update(text="改"), "已送达单位")
    refused(lambda: Remark.objects.update(key="改"), "已送达单位")
    refused(lambda: Remark.objects.all().delete(), "已送达单位")
    refused(lambda: ReviewScore.objects.update(points=1), "复核得分不能再变")
    refused(lambda: ReviewScore.objects.all().delete(), "复核得分不能再变")
    refused(lambda: Decision.objects.update(reason="改"), "只能新增")
    refused(lambda: Decision.objects.all().delete(), "只能新增")
    late = {"filing": decided, "round": 1, "by": town.reviewer, "at": NOW}
    refused(lambda: Remark.objects.create(**late, text="迟到的意见"), "只有审核中")
    refused(lambda: ReviewScore.objects.create(**late, key="execution", points=1), "只有审核中")


def test_answers_only_while_returned(town):
    filing = town.reviewing()
    made = remark(filing=filing, key="", label="", text="请核对。", by=town.reviewer, now=NOW)
    given = {"reply": "done", "answered_by": town.filler, "answered_at": NOW}
    refused(lambda: Remark.objects.filter(pk=made.pk).update(**given), "只有退回期间")
    return_(filing=filing, reason="见意见", by=town.reviewer, now=NOW)
    assert Remark.objects.filter(pk=made.pk).update(**given) == 1


def test_control_without_triggers_a_delivered_remark_changes(decided):
    ddl.remove(connection, triggers.TRIGGERS)
    assert Remark.objects.update(text="改") == 1
    assert Decision.objects.update(reason="改") == 1
