"""计数的比率: rates behind the numbers they are reckoned from."""

from __future__ import annotations

import pytest

from crosschecks.reports.counted_rates import wrong_counted_rates
from tests.crosschecks.papers import report, said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("发放600份，收回588份，回收率96%。", [("96%", "588份", "600份")]),
        ("发放600份，收回588份，回收率98%。", []),
        ("发放600份，收回588份，满意500份，基本满意47份，满意度93.0%。", []),
        ("抽查40户，另有12人参加座谈，合格率90%。", []),
        ("抽查600份，合格588份，完成全部整改工作之后经过再次组织的复查评定，合格率20%。", []),
    ],
)
def test_rates(words, told):
    found = report(f"一、概况\n{words}")
    (sentence,) = found.sentences
    assert [tuple(f.shown for f in triple) for triple in wrong_counted_rates(sentence, found.register)] == told


def test_a_target_in_brackets_is_no_number_counted():
    assert said("三、绩效\n开展培训36期（目标30期）；满意度94%。", "T08") == []
