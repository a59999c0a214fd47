"""互补的占比: shares that make up a whole by their names, and those that may overlap."""

from __future__ import annotations

import pytest

from crosschecks.reports.complements import complements
from tests.crosschecks.papers import report


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("男性占48.2%，女性占52.8%。", 1),
        ("男性占48.2%，女性占51.8%。", 0),
        ("财政资金占比60%，社会资金占比25%，居民自筹占比20%。", 1),
        ("财政资金占比60%，社会资金占比25%。", 0),
        ("女性占55%，35岁以下占50%。", 0),
        ("男性约占48%，女性占55%。", 0),
        ("服务满意占95%，效率满意占92%。", 0),
    ],
)
def test_shares_of_one_whole(text, count):
    assert len(list(complements(report("一、概况\n" + text)))) == count
