"""U08 完成值照抄目标."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table


def form(target: str, actual: str) -> str:
    rows = table(
        "一级指标|二级指标|三级指标|年度指标值|实际完成值", f"产出指标|质量指标|校车年检合格率|{target}|{actual}"
    )
    return f"项目支出绩效自评表\n（2023年度）\n\n{rows}\n"


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≥95%", "≥95%"), ("≥95%", "95%以上"), ("建立健全校车安全管理制度", "建立健全校车安全管理制度")],
)
def test_a_bound_or_the_same_words(target, actual):
    text = form(target, actual)
    found = one(text, "U08")
    assert quotes(found) == [actual, target]
    assert findable(text, found.places)


@pytest.mark.parametrize(
    ("target", "actual"), [("≥95%", "98.2%"), ("95%", "95%"), ("优", "优"), ("按时完成", "按时完成"), ("≥95%", "")]
)
def test_a_value_or_a_grade(target, actual):
    assert said(form(target, actual), "U08") == []
