"""放行与说明."""

import pytest

from crosschecks.finding import Severity
from filings.actions.move import hand_over
from filings.actions.waive import ask, explain, waive
from filings.gate import stand
from filings.models import Waiver
from filings.overview import pleas
from filings.refused import Refused
from tests.filings.samples import NOW, finding, later, trail


def give(town, action, told, **how):
    by = town.admin if action is waive else town.filler
    fields = {"fingerprint": told.fingerprint, "reason": "口径不同，见附件。", "by": by, "now": NOW}
    return action(filing=how.pop("filing"), **{**fields, **how})


@pytest.mark.parametrize(("action", "severity"), [(waive, Severity.ERROR), (explain, Severity.WARNING)])
def test_given(town, findings, action, severity):
    filing = town.filled()
    findings.append(finding(severity))
    assert stand(filing, findings)[0].blocks
    given = give(town, action, findings[0], filing=filing)
    assert (given.rule, given.kind, given.reason) == ("S01", action.__name__, "口径不同，见附件。")
    assert not stand(filing, findings)[0].blocks
    assert trail(f"filing.{action.__name__}")[0].detail["fingerprint"] == findings[0].fingerprint


def test_holds_only_while_the_figures_stay(town, findings):
    filing = town.filled()
    findings.append(finding())
    give(town, waive, findings[0], filing=filing)
    findings[0] = finding(arithmetic="1≠3")
    assert stand(filing, findings)[0].blocks
    findings[0] = finding(quote="乙")
    assert stand(filing, findings)[0].blocks


def test_an_explanation_covers_no_error(town, findings):
    filing = town.filled()
    told = finding(Severity.ERROR)
    Waiver.objects.create(
        filing=filing, fingerprint=told.fingerprint, rule="S01", kind="explain", reason="甲", by=town.filler, at=NOW
    )
    assert stand(filing, [told])[0].blocks


def test_the_later_one_is_shown(town, findings):
    filing = town.filled()
    findings.append(finding())
    give(town, waive, findings[0], filing=filing)
    give(town, waive, findings[0], filing=filing, reason="更正的理由", now=later(hours=1))
    assert stand(filing, findings)[0].waiver.reason == "更正的理由"


@pytest.mark.parametrize(
    ("action", "severity", "how", "words"),
    [
        (waive, Severity.WARNING, {}, "不属于可放行的级别"),
        (explain, Severity.ERROR, {}, "不属于可说明的级别"),
        (waive, Severity.ERROR, {"reason": " "}, "须写明理由"),
        (waive, Severity.ERROR, {"fingerprint": "0" * 64}, "已不存在"),
        (waive, Severity.ERROR, {"by": "filler"}, "管理员"),
        (explain, Severity.WARNING, {"by": "head"}, "填报人"),
    ],
)
def test_refused(town, findings, action, severity, how, words):
    filing = town.filled()
    findings.append(finding(severity))
    if "by" in how:
        how = {"by": getattr(town, how["by"])}
    with pytest.raises(Refused, match=words):
        give(town, action, findings[0], filing=filing, **how)
    assert Waiver.objects.count() == 0


def test_not_after_submission(town, findings):
    filing = town.submitted()
    findings.append(finding())
    with pytest.raises(Refused, match="内容已冻结"):
        give(town, waive, findings[0], filing=filing)


def test_asked_for_until_given(town, findings):
    filing = town.filled()
    findings.append(finding())
    given = give(town, ask, findings[0], filing=filing)
    held = stand(filing, findings)[0]
    assert (held.blocks, held.asked) == (True, given)  # a plea is no waiver
    assert [(plea.filing, plea.asked) for plea in pleas(town.admin)] == [(filing, given)]
    assert pleas(town.filler) == pleas(town.reviewer) == []
    give(town, waive, findings[0], filing=filing)
    assert pleas(town.admin) == []
    hand_over(filing=filing, by=town.filler, now=NOW)


def test_a_plea_ends_when_the_figures_change(town, findings):
    filing = town.filled()
    findings.append(finding())
    give(town, ask, findings[0], filing=filing)
    findings[0] = finding(arithmetic="1≠3")
    assert pleas(town.admin) == []
    assert stand(filing, findings)[0].asked is None


def test_a_plea_covers_nothing_even_when_the_error_turns_into_a_warning(town, findings):
    filing = town.filled()
    findings.append(finding())
    give(town, ask, findings[0], filing=filing)
    assert stand(filing, [finding(Severity.WARNING)])[0].blocks


@pytest.mark.parametrize(("severity", "by"), [(Severity.WARNING, "filler"), (Severity.ERROR, "head")])
def test_only_the_filler_asks_and_only_for_an_error(town, findings, severity, by):
    filing = town.filled()
    findings.append(finding(severity))
    with pytest.raises(Refused):
        give(town, ask, findings[0], filing=filing, by=getattr(town, by))
    assert pleas(town.admin) == []
