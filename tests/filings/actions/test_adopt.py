"""采用新表样: explicitly, on an open filing, what was shown; facts stay."""

import pytest

from filings.actions.adopt import adopt, plan_adoption
from filings.actions.upload import activate, upload
from filings.models import Filing
from filings.refused import Refused
from filings.snapshot import live_case
from tests.filings.samples import NOW, SMALL, trail

NEW = (
    SMALL.replace("  - {ask: text.result, label: 完成情况, widget: prose, required: true}\n", "")
    .replace("label: 年度目标, widget: prose", "label: 总目标, widget: prose, limit: 200")
    .replace("of: 10,", "of: 20,")
    .replace("of: 90,", "of: 80,")
)


@pytest.fixture
def newer(town):
    kept = upload(locality=town.locality, data=NEW.encode(), name="a.yaml", by=town.admin, now=NOW)
    activate(upload=kept, by=town.admin, now=NOW)
    return kept


def take(town, filing, newer, **more):
    told = {"filing": filing, "digest": newer.digest, "version": filing.version, "by": town.admin, "now": NOW}
    adopt(**{**told, **more})


def test_what_changes_in_words(town, newer):
    plan = plan_adoption(town.filled())
    said = {(change.kind_label, change.label, change.old, change.new) for change in plan.changes}
    assert ("去掉", "完成情况", "必填", "") in said
    assert ("改变", "年度目标 → 总目标", "必填", "必填，200字以内") in said
    assert ("改变", "预算执行", "10分", "20分") in said
    assert plan.lost == ["完成情况"]


def test_facts_are_kept(town, newer):
    filing = town.filled()
    take(town, filing, newer)
    assert plan_adoption(filing) is None
    case = live_case(Filing.objects.get(pk=filing.pk))
    assert case.blueprint.digest == newer.digest
    assert case.book.raw("text.goal") == "全年办理业务不少于一万件。"
    assert case.book.raw("text.result") == "全年办理业务10236件。"
    (event,) = trail("filing.adopt")
    assert event.detail["to"] == newer.digest


@pytest.mark.parametrize("stage", ["handed", "confirmed", "submitted", "reviewing"])
def test_only_while_open(town, stage):
    filing = getattr(town, stage)()
    before = filing.blueprint_id
    kept = upload(locality=town.locality, data=NEW.encode(), name="a.yaml", by=town.admin, now=NOW)
    activate(upload=kept, by=town.admin, now=NOW)
    with pytest.raises(Refused, match="只有填报中或已退回"):
        take(town, filing, kept)
    assert Filing.objects.get(pk=filing.pk).blueprint_id == before
    assert trail("filing.adopt", "refused")


def test_only_the_administrator_and_only_what_was_shown(town, newer):
    filing = town.filled()
    for person in (town.filler, town.head, town.reviewer):
        with pytest.raises(Refused, match="管理员"):
            take(town, filing, newer, by=person)
    with pytest.raises(Refused, match="刚刚变过"):
        take(town, filing, newer, digest="0" * 64)
    with pytest.raises(Refused, match="已被他人处理"):
        take(town, filing, newer, version=filing.version + 7)
    take(town, filing, newer)
    with pytest.raises(Refused, match="刚刚变过"):
        take(town, filing, newer)
