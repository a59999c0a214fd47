"""指标层级的识读."""

from __future__ import annotations

import pytest

from crosschecks.reports.levels import groups_of, is_framed, kind_of
from tests.crosschecks.papers import report, table


@pytest.mark.parametrize(
    ("level", "kind"),
    [
        ("产出指标", "产出"),
        ("项目产出指标", "产出"),
        ("数量指标", "数量"),
        ("经济成本指标", "成本"),
        ("生态效益", "生态效益"),
        ("可持续影响指标", "可持续影响"),
        ("社会公众或服务对象满意度", "满意度"),
        ("到馆读者满意度指标", "满意度"),
        ("效益指标（30分）", "效益"),
        ("履职效能", ""),
        ("成本费用管理制度", ""),
        ("", ""),
    ],
)
def test_kinds(level, kind):
    assert kind_of(level) == kind


def test_groups():
    assert groups_of(["质量", "社会效益", ""]) == {"产出", "效益"}
    assert groups_of(["满意度", "产出"]) == {"产出", "满意度"}


def test_the_national_frame():
    national = table("一级指标|二级指标|三级指标|指标值|完成值", "产出指标|数量指标|培训人数|300人|310人")
    own = table("一级指标|二级指标|三级指标|指标值|完成值", "履职效能|工作实绩|培训人数|300人|310人")
    assert [is_framed(report(text).indicators[0]) for text in (national, own)] == [True, False]
