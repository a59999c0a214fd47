"""答复, and the way back to the bureau (R08)."""

import pytest

from factbook.changes import RowPlan
from filings.actions.confirm import confirm
from filings.actions.move import hand_over, start_review, take_back, withdraw
from filings.actions.submit import submit
from filings.models import State
from filings.refused import Refused
from reviews.actions.answer import answer
from reviews.actions.decide import return_
from reviews.actions.remark import remark
from reviews.queries import remarks_to_answer, since_return
from tests.filings.samples import NOW


def reply(town, item, kind="done", text="", **how):
    return answer(remark=item, reply=kind, answer=text, **{"by": town.filler, "now": NOW, **how})


@pytest.fixture
def returned(town):
    filing = town.reviewing()
    items = [
        remark(filing=filing, key=key, label=label, text="请核对。", by=town.reviewer, now=NOW)
        for key, label in (("text.goal", "年度目标"), ("indicators", "绩效指标"))
    ]
    return_(filing=filing, reason="见意见", by=town.reviewer, now=NOW)
    return filing, items


def test_answered(town, returned):
    _, (first, _) = returned
    reply(town, first, "kept", " 已与批复一致。 ")
    stored = remarks_to_answer(returned[0]).get(pk=first.pk)
    assert (stored.reply, stored.answer, stored.answered_by, stored.answered_at) == (
        "kept",
        "已与批复一致。",
        town.filler,
        NOW,
    )


@pytest.mark.parametrize(
    ("kind", "how", "words"),
    [("kept", {}, "须写明理由"), ("maybe", {}, "选择一项"), ("done", {"by": "head"}, "填报人")],
)
def test_refused(town, returned, kind, how, words):
    if "by" in how:
        how = {"by": town.head}
    with pytest.raises(Refused, match=words):
        reply(town, returned[1][0], kind, **how)


def test_not_out_of_time(town, returned):
    filing, items = returned
    for item in items:
        reply(town, item, "kept", "见批复。")
    hand_over(filing=filing, by=town.filler, now=NOW)
    with pytest.raises(Refused, match="只有“已退回待修改”时"):
        reply(town, items[0], "kept", "再答一次。")
    take_back(filing=filing, by=town.filler, now=NOW)
    assert filing.state == State.RETURNED
    reply(town, items[0], "kept", "再答一次。")


def test_every_remark_must_be_answered(town, returned):
    filing, (first, second) = returned
    town.write(filing, {"text.goal": "全年办理业务不少于一万二千件。"})
    reply(town, first)
    with pytest.raises(Refused, match="绩效指标：请核对。”尚未答复") as refusal:
        hand_over(filing=filing, by=town.filler, now=NOW)
    assert [place.path for place in refusal.value.places] == ["indicators"]
    reply(town, second, "kept", "本年未设指标。")
    hand_over(filing=filing, by=town.filler, now=NOW)


def test_unchanged_and_done_is_refused(town, returned):
    filing, (first, second) = returned
    reply(town, first)
    reply(town, second, "kept", "本年未设指标。")
    with pytest.raises(Refused, match="答复为“已修改”，但全部内容与被退回时完全相同"):
        hand_over(filing=filing, by=town.filler, now=NOW)


def test_unchanged_and_all_kept_with_reasons_may_go(town, returned):
    filing, items = returned
    for item in items:
        reply(town, item, "kept", "与批复一致。")
    hand_over(filing=filing, by=town.filler, now=NOW)
    confirm(filing=filing, by=town.head, now=NOW)
    snapshot = submit(filing=filing, by=town.filler, now=NOW)
    assert (snapshot.round, filing.state, filing.snapshots.count()) == (2, State.SUBMITTED, 2)
    withdraw(filing=filing, by=town.filler, now=NOW)
    assert filing.state == State.RETURNED


def test_a_return_without_remarks_asks_for_a_change_or_a_note(town):
    filing = town.reviewing()
    return_(filing=filing, reason="请补充", by=town.reviewer, now=NOW)
    with pytest.raises(Refused, match="或在“重报说明”中写明"):
        hand_over(filing=filing, by=town.filler, now=NOW)
    hand_over(filing=filing, by=town.filler, now=NOW, note="已电话说明，无需修改。")
    confirm(filing=filing, by=town.head, now=NOW)
    assert submit(filing=filing, by=town.filler, now=NOW).payload["note"] == "已电话说明，无需修改。"
    start_review(filing=filing, by=town.reviewer, now=NOW)
    return_(filing=filing, reason="仍请补充", by=town.reviewer, now=NOW)
    assert filing.note == ""


def test_control_without_the_gate_an_unanswered_remark_goes_out(town, returned, monkeypatch):
    import filings.gate
    from reviews.gate import answered_gate

    monkeypatch.setattr(filings.gate, "_gates", [g for g in filings.gate._gates if g is not answered_gate])
    hand_over(filing=returned[0], by=town.filler, now=NOW)
    assert returned[0].state == State.AWAITING


def test_the_reviewer_sees_changes_beside_remarks_and_unasked_ones(town, returned):
    filing, _ = returned
    posted = {"text.goal": "新的目标。", "text.result": "顺手改的。", "indicators.a0000001.name": "件数"}
    town.write(filing, posted, rows=(RowPlan("indicators", (), ("a0000001",)),))
    since = since_return(filing)
    asked = {item.remark.key: [change.path for change in item.changes] for item in since.answered}
    assert asked == {"text.goal": ["text.goal"], "indicators": ["indicators.a0000001.name"]}
    assert [change.path for change in since.unasked] == ["text.result"]


def test_nothing_since_when_never_returned(town):
    filing = town.draft()
    since = since_return(filing)
    assert (since.answered, since.unasked, list(remarks_to_answer(filing))) == ((), (), [])
