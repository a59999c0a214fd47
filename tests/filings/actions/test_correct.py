"""一键修改与撤销."""

from __future__ import annotations

import pytest

from crosschecks.finding import Finding, Fix, Place, Severity
from factbook.models import FactChange
from filings.actions.correct import correct, corrections, undo_correction
from filings.refused import Refused
from filings.snapshot import live_case
from projects.models import Subject
from tests.filings.samples import NOW, trail

TYPED, PROPER = "某民发[2023]15号", "某民发〔2023〕15号"
GOAL = f"依据{TYPED}办理业务。"
FIXED = f"依据{PROPER}办理业务。"


@pytest.fixture
def told(findings):
    place = Place("text.goal", "年度目标", TYPED)
    findings.append(Finding("N02", Severity.WARNING, "括号。", "→", (place,), fix=Fix(place, TYPED, PROPER)))
    return findings[0]


@pytest.fixture
def filing(town):
    return town.filled(facts={"text.goal": GOAL, "text.result": "全部办结。"})


def version(filing):
    return Subject.objects.get(pk=filing.subject_id).version


def goal(filing):
    return live_case(filing).book.raw("text.goal")


def press(town, filing, told, **how):
    given = {"fingerprint": told.fingerprint, "version": version(filing), "by": town.filler, "now": NOW}
    return correct(filing=filing, **{**given, **how})


@pytest.mark.both
def test_written_with_history_and_audit(town, filing, told):
    press(town, filing, told)
    assert goal(filing) == FIXED
    change = FactChange.objects.latest("pk")
    assert (change.path, change.old, change.new) == ("text.goal", GOAL, FIXED)
    assert (change.origin, change.section, change.by) == ("勾稽修改 N02", "goals", town.filler)
    (event,) = trail("filing.correct")
    assert event.detail == {"rule": "N02", "path": "text.goal", "old": TYPED, "new": PROPER}


@pytest.mark.both
def test_refused_when_the_text_changed_meanwhile(town, filing, told):
    seen = version(filing)
    town.write(filing, {"text.goal": f"{GOAL}另行补充。"})
    with pytest.raises(Refused, match="已有改动，没有动任何内容"):
        press(town, filing, told, version=seen)
    assert goal(filing) == f"{GOAL}另行补充。"
    assert [e.detail["message"] for e in trail("filing.correct", "refused")]
    # The control: the same press on the page as it is now goes through.
    press(town, filing, told)
    assert goal(filing) == f"{FIXED}另行补充。"


@pytest.mark.both
def test_another_fact_may_have_changed(town, filing, told):
    seen = version(filing)
    town.write(filing, {"text.result": "基本办结。"})
    press(town, filing, told, version=seen)
    assert (goal(filing), live_case(filing).book.raw("text.result")) == (FIXED, "基本办结。")


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"fingerprint": "0" * 64}, "已不存在"),
        ({"version": None}, "缺少有效的版本号"),
        ({"version": 99}, "缺少有效的版本号"),
        ({"by": "head"}, "填报人"),
    ],
)
def test_refused(town, filing, told, how, words):
    if "by" in how:
        how = {"by": getattr(town, how["by"])}
    with pytest.raises(Refused, match=words):
        press(town, filing, told, **how)
    assert goal(filing) == GOAL


def test_refused_when_the_words_stand_there_twice(town, filing, told):
    town.write(filing, {"text.goal": GOAL * 2})
    with pytest.raises(Refused, match="请到填报页自行改正"):
        press(town, filing, told)


def test_refused_once_handed_over(town, told):
    filing = town.filled(facts={"text.goal": GOAL, "text.result": "全部办结。"})
    filing.state = "awaiting"
    filing.save(update_fields=["state"])
    with pytest.raises(Refused, match="内容已锁定"):
        press(town, filing, told)


@pytest.mark.both
def test_undone_from_the_history(town, filing, told):
    press(town, filing, told)
    (change,) = corrections(filing).values()
    undo_correction(filing=filing, change=change, by=town.filler, now=NOW)
    assert goal(filing) == GOAL
    assert FactChange.objects.latest("pk").origin == "撤销勾稽修改 N02"
    assert list(corrections(filing)) == [change.pk]  # taking back is no correction itself
    (event,) = trail("filing.correct_undo")
    assert (event.detail["old"], event.detail["new"]) == (FIXED, GOAL)


@pytest.mark.both
def test_not_undone_over_a_later_change(town, filing, told):
    press(town, filing, told)
    (change,) = corrections(filing).values()
    town.write(filing, {"text.goal": f"{FIXED}另行补充。"})
    with pytest.raises(Refused, match="已有改动"):
        undo_correction(filing=filing, change=change, by=town.filler, now=NOW)
    assert goal(filing) == f"{FIXED}另行补充。"
