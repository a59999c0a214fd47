"""勾稽热力: counted from what was frozen, by rule; what is still with the unit only when asked for."""

from __future__ import annotations

from crosschecks.finding import Severity
from filings.actions.waive import explain
from filings.models import Snapshot
from reviews.heat import heat, rule_name
from tests.filings.samples import NOW, finding
from tests.reviews.batch import another, sent

WARNING = finding(Severity.WARNING, rule="F14")


def test_findings_are_counted_as_they_were_submitted(town, findings):
    findings += [
        finding(Severity.HINT, rule="I08"),
        finding(Severity.HINT, rule="I08", quote="乙"),
        finding(Severity.HINT, rule="S01"),
    ]
    done = sent(town, another(town))
    findings.clear()  # what the checks would say today is not what was submitted
    (row,) = heat([done]).rows
    assert heat([done]).rules == ("S01", "I08")
    assert {rule: cell.count for rule, cell in row.cells.items()} == {"I08": 2, "S01": 1}
    assert (row.open, row.live) == (3, False)


def test_what_was_explained_is_settled(town, findings):
    findings.append(WARNING)
    filing = another(town)
    explain(filing=filing, fingerprint=WARNING.fingerprint, reason="年底才下达", by=town.filler, now=NOW)
    done = sent(town, filing)
    (row,) = heat([done]).rows
    cell = row.cells["F14"]
    assert (cell.count, cell.settled, cell.severity, row.open) == (1, 1, None, 0)


def test_one_severity_at_a_time(town, findings):
    findings += [finding(Severity.HINT, rule="I08"), finding(Severity.HINT, rule="S01")]
    done = sent(town, another(town))
    assert heat([done], severity="error").rules == ()
    assert heat([done], severity="hint").rules == ("S01", "I08")


def test_the_gravest_open_finding_colours_the_cell(town, findings):
    findings += [finding(Severity.HINT), finding(Severity.ERROR, quote="乙")]
    draft = another(town)
    (row,) = heat([draft], live=True).rows
    assert row.cells["S01"].severity is Severity.ERROR
    assert row.live


def test_drafts_are_left_out_until_asked_for(town, findings):
    findings.append(finding(Severity.HINT))
    draft, done = another(town), sent(town, another(town))
    seen = heat([draft, done])
    assert ([row.filing for row in seen.rows], seen.unseen) == ([done], 1)
    asked = heat([draft, done], live=True)
    assert ([(row.filing, row.live) for row in asked.rows], asked.unseen) == ([(draft, True), (done, False)], 0)


def test_no_more_than_a_page_full_is_worked_out_live(town, monkeypatch):
    monkeypatch.setattr("reviews.heat.MOST_LIVE", 1)
    drafts = [another(town), another(town)]
    seen = heat(drafts, live=True)
    assert (len(seen.rows), seen.unseen) == (1, 1)


def test_the_facts_of_a_submission_are_not_fetched(town, findings, count_queries):
    """Two queries of findings and waivers, whatever the number of filings."""
    findings.append(finding(Severity.HINT))
    one = [sent(town, another(town))]
    few = count_queries(lambda: heat(one))
    many = [*one, *(sent(town, another(town)) for _ in range(4))]
    assert count_queries(lambda: heat(many)) == few == 1
    assert Snapshot.objects.count() == 5


def test_rules_are_called_by_name():
    assert rule_name("F14") == "执行率偏低须说明"
    assert rule_name("B01") == "活数据"
    assert rule_name("B02") == "查核范围"
    assert rule_name("Z99") == "Z99"
