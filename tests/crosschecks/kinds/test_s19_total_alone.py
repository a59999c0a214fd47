"""S19 总分无明细."""

from __future__ import annotations

from tests.crosschecks.linxiang import project
from tests.crosschecks.samples import book, check, findings, jinzhong, only, paths


def test_a_total_nobody_can_reckon_again():
    found = only(findings(project(), book(year=2022, scores={"overall": "98"}), check("S19", severity="hint")))
    assert found.message == "综合得分98分没有评分明细支撑。"
    assert (found.severity, paths(found)) == ("hint", ["score.overall.self"])


def test_nothing_scored_or_scored_in_detail():
    assert findings(project(), book(year=2022), check("S19")) == ()
    assert findings(jinzhong(), book(year=2020, scores={"initiation": "3"}), check("S19")) == ()
