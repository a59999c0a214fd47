"""体检的子进程: says what the same rules say here, leaves out what it is told to, and hands on what went wrong in a rule."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from checkups import child, examining
from checkups.result import findings_of, to_json
from crosschecks import papers
from crosschecks.kinds.registry import KINDS
from crosschecks.papers import check_paper
from crosschecks.profile import NATIONAL
from documents.readers import confine, limits
from documents.readers.refused import Stopped
from documents.readers.text import parse_text
from filings.frozen import encode

TEXT = "一、标准\n每亩补700元—200元。\n二、资金\n支出30万元，其中：甲20万元、乙15万元。\n"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "8f3a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_through_the_child_it_is_the_same(report):
    paper = parse_text(TEXT, "报告.txt")
    found = examining.examined(report, name="报告.txt", without=())
    assert found == to_json(paper, check_paper(paper))
    assert {finding.rule for finding in findings_of(found)} == {"T07", "U05"}


def test_rules_left_out(report):
    found = examining.examined(report, name="报告.txt", without={"U05", "S01"})
    assert {finding.rule for finding in findings_of(found)} == {"T07"}


def test_a_profile_goes_along(report):
    told = "绩效自评报告\n一、资金\n全年预算100万元，支出85万元，预算执行率85%。\n"
    report.write_text(told, encoding="utf-8")
    low = replace(NATIONAL, low_execution=Decimal("0.80"))
    found = [findings_of(examining.examined(report, name="报告.txt", profile=each)) for each in (NATIONAL, low)]
    assert [{finding.rule for finding in each} & {"F14"} for each in found] == [{"F14"}, set()]


def test_a_slip_of_a_rule_is_handed_on_with_its_place(report, monkeypatch, caplog):
    def slip(dossier, profile):
        raise ZeroDivisionError

    monkeypatch.setattr(papers, "KINDS", {**KINDS, "U05": replace(KINDS["U05"], paper=slip)})
    monkeypatch.setattr(papers.logger, "filters", [])  # tests let slips out, production logs them
    told = child.checked(str(report), ".txt", "报告.txt", "", json.dumps(encode(NATIONAL)))
    assert [finding["rule"] for finding in told["findings"]] == ["T07"]
    assert [words in told["log"][0] for words in ("规则U05没有查完", "in slip")] == [True, True]
    monkeypatch.setattr(examining, "have_read", lambda *args, **words: dict(told))
    examining.examined(report, name="报告.txt", without=())
    assert "规则U05没有查完" in caplog.records[-1].getMessage()
    assert papers.logger.handlers == []


SPIN = (
    "import sys; sys.path.insert(0, sys.argv[1]); from checkups import child; from documents.readers import limits; "
    "limits.CHECKING_CPU_SECONDS = 1; child.papers.check_paper = lambda paper, profile, without: sum(iter(int, 1)); child.main(*sys.argv[3:])"
)


def test_a_paper_that_keeps_a_rule_busy_for_ever_is_put_aside(report, monkeypatch):
    monkeypatch.setattr(confine, "BOOT", SPIN)
    with pytest.raises(Stopped, match="没有查完，或所需的内存超过上限，已停止"):
        examining.examined(report, name="报告.txt", without=())


def test_checking_has_more_to_spend_than_reading(monkeypatch):
    spent = {}
    monkeypatch.setattr(child, "serve", lambda work, **means: spent.update(means))
    child.main("a", ".txt", "a.txt", "", "{}")
    assert spent == {"memory": limits.CHECKING_MEMORY, "cpu": limits.CHECKING_CPU_SECONDS}
    assert spent["memory"] > limits.MEMORY
    assert spent["cpu"] > limits.CPU_SECONDS
