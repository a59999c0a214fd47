"""采用新表样: explicitly, on an open filing, what was shown; facts stay."""

import pytest

from factbook.changes import RowPlan
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
    assert plan.lost.labels == ("完成情况",)


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


SHORTER = (
    SMALL.replace("  - {source: all, label: 总额}", "  - {source: all, label: 总额}\n  - {source: fiscal, label: 财政}")
    .replace("  - {field: name, label: 三级指标, required: true}\n", "  - {field: name, label: 指标, required: true}\n")
    .replace("  - {field: target, label: 指标值, required: true}\n", "")
)
LONGER = SMALL.replace(
    "  - {source: all, label: 总额}",
    "  - {source: all, label: 总额}\n  - {source: fiscal, label: 财政}\n  - {source: other, label: 其他资金}",
)


def test_rows_and_columns_that_vanish_are_named_and_kept(town):
    town.text = LONGER
    facts = {"funds.spent.fiscal": "80", "funds.spent.other": "15", "funds.adjusted.other": "0"}
    filing = town.filled(facts=facts)
    cells = {f"indicators.{uid}.{word}": "5件" for uid in ("a0000001", "a0000002") for word in ("name", "target")}
    rows = RowPlan("indicators", (), ("a0000001", "a0000002"))
    town.write(filing, cells, section="indicators", rows=(rows,))
    kept = upload(locality=town.locality, data=SHORTER.encode(), name="a.yaml", by=town.admin, now=NOW)
    activate(upload=kept, by=town.admin, now=NOW)
    lost = plan_adoption(filing).lost
    assert lost.labels == ("预算执行情况·其他资金·预算数", "预算执行情况·其他资金·执行数", "绩效指标·指标值（2 行）")
    assert lost.amounts == ("预算执行情况·其他资金·执行数",)  # it still counts in a total left blank
    take(town, filing, kept)
    book = live_case(Filing.objects.get(pk=filing.pk)).book
    assert book.raw("funds.spent.other") == "15"
    assert [row.target for row in book.indicators] == ["5件", "5件"]


def test_control_a_version_that_asks_the_same_loses_nothing(town):
    kept = upload(
        locality=town.locality,
        data=SMALL.replace("测试用表样", "另一处").encode(),
        name="a.yaml",
        by=town.admin,
        now=NOW,
    )
    activate(upload=kept, by=town.admin, now=NOW)
    plan = plan_adoption(town.filled())
    assert (plan.changes, plan.lost.labels, plan.lost.amounts) == ([], (), ())
