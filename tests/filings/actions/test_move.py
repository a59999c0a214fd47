"""流转动作: hand over, take back, send back, withdraw, start review; stale pages; what stops a filing."""

import pytest

from crosschecks.finding import Severity
from filings.actions.move import hand_over, send_back, start_review, take_back, withdraw
from filings.actions.verb import move
from filings.actions.waive import explain, waive
from filings.models import Filing, State
from filings.refused import Refused
from filings.states import transition
from tests.filings.samples import NOW, finding, later, trail


def test_hand_over(town):
    filing = town.filled()
    hand_over(filing=filing, by=town.filler, now=later(hours=1), address="10.0.0.1")
    stored = Filing.objects.get()
    assert (stored.state, stored.version, stored.changed_by, stored.changed_at) == (
        State.AWAITING,
        1,
        town.filler,
        later(hours=1),
    )
    assert filing.state == State.AWAITING
    (event,) = trail("filing.hand_over")
    assert (event.target, event.address, event.unit) == (f"filing:{filing.pk}", "10.0.0.1", town.unit.name)


def test_only_by_the_role_and_from_the_state(town):
    filing = town.filled()
    with pytest.raises(Refused, match=r"须由.*填报人办理"):
        hand_over(filing=filing, by=town.head, now=NOW)
    with pytest.raises(Refused, match="现为“填报中”"):
        withdraw(filing=filing, by=town.filler, now=NOW)
    assert [e.detail["message"][:2] for e in trail("filing.hand_over", "refused")] == ["送负"]
    assert Filing.objects.get().version == 0


@pytest.mark.parametrize(
    ("severity", "stops"), [(Severity.ERROR, True), (Severity.WARNING, True), (Severity.HINT, False)]
)
def test_findings_stop_or_inform(town, findings, severity, stops):
    filing = town.filled()
    findings.append(finding(severity))
    if stops:
        with pytest.raises(Refused, match=r"还有 1 处须处理.*年度目标与完成情况不一致，请核对") as refusal:
            hand_over(filing=filing, by=town.filler, now=NOW)
        assert [place.path for place in refusal.value.places] == ["text.goal"]
        assert Filing.objects.get().state == State.DRAFT
    else:
        hand_over(filing=filing, by=town.filler, now=NOW)


def test_many_findings_are_all_places_but_few_words(town, findings):
    findings += [finding(rule=f"S{n:02d}", path=f"text.p{n}") for n in range(8)]
    with pytest.raises(Refused, match=r"还有 8 处须处理.*另有 3 处") as refusal:
        hand_over(filing=town.filled(), by=town.filler, now=NOW)
    assert len(refusal.value.places) == 8


def test_waived_and_explained_pass(town, findings):
    filing = town.filled()
    findings += [finding(), finding(Severity.WARNING, "S02")]
    waive(filing=filing, fingerprint=findings[0].fingerprint, reason="口径不同", by=town.admin, now=NOW)
    explain(filing=filing, fingerprint=findings[1].fingerprint, reason="年中追加", by=town.filler, now=NOW)
    hand_over(filing=filing, by=town.filler, now=NOW)
    assert filing.state == State.AWAITING


def test_take_back_and_send_back(town):
    filing = town.handed()
    with pytest.raises(Refused, match="须写明理由"):
        send_back(filing=filing, by=town.head, reason="  ", now=NOW)
    send_back(filing=filing, by=town.head, reason="请补充完成情况", now=NOW)
    assert filing.state == State.DRAFT
    assert trail("filing.send_back")[0].detail["reason"] == "请补充完成情况"
    hand_over(filing=filing, by=town.filler, now=NOW)
    take_back(filing=filing, by=town.head, now=NOW)
    assert filing.state == State.DRAFT


def test_withdraw_only_before_the_review_starts(town):
    filing = town.submitted()
    start_review(filing=filing, by=town.reviewer, now=NOW)
    with pytest.raises(Refused, match="现为“审核中”"):
        withdraw(filing=filing, by=town.filler, now=NOW)


def test_withdraw_keeps_the_snapshot(town):
    filing = town.submitted()
    withdraw(filing=filing, by=town.head, now=NOW)
    assert (filing.state, filing.round, filing.snapshots.count()) == (State.DRAFT, 1, 1)


def test_a_stale_page_is_refused(town):
    filing = town.handed()
    stale = Filing.objects.get(pk=filing.pk)
    take_back(filing=filing, by=town.filler, now=NOW)
    hand_over(filing=filing, by=town.filler, now=NOW)
    with pytest.raises(Refused, match="在您打开页面之后已被"):
        take_back(filing=stale, by=town.head, now=NOW)
    with pytest.raises(Refused, match="在您打开页面之后已被"):
        take_back(filing=Filing.objects.get(), by=town.head, now=NOW, version=1)
    take_back(filing=Filing.objects.get(), by=town.head, now=NOW, version=3)


def test_control_without_the_version_a_stale_page_passes(town):
    filing = town.handed()
    stale = Filing.objects.get(pk=filing.pk)
    take_back(filing=filing, by=town.filler, now=NOW)
    hand_over(filing=filing, by=town.filler, now=NOW)
    stale.version = Filing.objects.get().version  # the check switched off
    move(stale, transition("take_back"), by=town.head, now=NOW)
    assert Filing.objects.get().state == State.DRAFT
