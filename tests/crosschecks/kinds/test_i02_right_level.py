"""I02 二级归属正确."""

from __future__ import annotations

import pytest

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
COLUMNS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
ASKED = check("I02", of="indicators")


def rows(*told: str) -> str:
    return HEAD + table(COLUMNS, *told)


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("产出指标|质量指标|受益渔民人数|≥600人|612人|10|10", "数量"),
        ("产出指标|数量指标|苗种检疫合格率|100%|100%|10|10", "质量"),
        ("产出指标|数量指标|补助资金拨付及时率|100%|100%|10|10", "时效"),
        ("产出指标|质量指标|资金在规定时间拨付率|100%|100%|10|10", "时效"),
        ("产出指标|数量指标|放流完成时间|2023年7月31日前|2023年6月18日|10|10", "时效"),
        ("产出指标|时效指标|渔民转产补助标准|2000元/人|2000元/人|10|10", "成本"),
    ],
)
def test_a_name_that_tells_another_kind(line, better):
    found = one(rows(line), "I02")
    _, second, name = line.split("|")[:3]
    assert found.message == f"“{name}”列在{second}下，疑应归入{better}指标。"
    assert (found.severity, quotes(found)) == (Severity.ERROR, [name, second])
    assert findable(rows(line), found.places)


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("产出指标|质量指标|苗种投放及时率|≥95%|96%|10|10", "时效"),
        ("产出指标|数量指标|鱼苗保存率|≥80%|83%|10|10", "质量"),
    ],
)
def test_what_may_be_either_only_hints(line, better):
    found = one(rows(line), "I02")
    assert (found.arithmetic, found.severity) == (f"{line.split('|')[1]}≠{better}指标", Severity.WARNING)


@pytest.mark.parametrize(
    "line",
    [
        "产出指标|数量指标|受益渔民人数|≥600人|612人|10|10",
        "产出指标|质量指标|苗种检疫合格率|100%|100%|10|10",
        "产出指标|质量指标|违规捕捞查处人数|≤5人|2人|10|10",
        "产出指标|数量指标|任务完成率|100%|100%|10|10",
        "产出指标|质量指标|验收达到国家标准|达标|达标|10|10",
        "产出指标|时效指标|放流完成时间|2023年7月|2023年6月|10|10",
        "产出指标|时效指标|按时转产人数|≥30人|32人|10|10",
        "产出指标|质量指标|技术标准|优|优|10|10",
        "效益指标|社会效益指标|带动就业人数|≥50人|60人|10|10",
        "履职效能|质量管控|抽检人数|≥50人|60人|10|10",
    ],
)
def test_right_or_either_or_another_frame(line):
    assert said(rows(line), "I02") == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("效益指标|成本指标|渔民增收作用|明显|明显|20|20", "成本指标不属于效益指标"),
        ("满意度指标|社会效益指标|渔民满意度|≥90%|93%|10|10", "社会效益指标不属于满意度指标"),
        ("产出指标|社会效益指标|带动就业|明显|明显|10|10", "社会效益指标不属于产出指标"),
    ],
)
def test_a_second_level_of_another_first(line, why):
    assert one(rows(line), "I02").arithmetic == why


def test_a_first_level_that_is_only_inherited_says_nothing():
    """Where merges are lost, 效益指标 may have been printed in the middle of its rows."""
    assert (
        said(rows("产出指标|数量指标|投放鱼苗数量|≥3万尾|3万尾|10|10", "|社会效益指标|增收|好|好|10|10"), "I02") == []
    )


def test_a_first_level_for_two():
    assert said(rows("效益和满意度指标|社会效益指标|带动就业|≥60人|65人|10|10"), "I02") == []


# --- filings ---


def test_a_filing():
    found = only(
        findings(suining(), book(row("r1", level2="质量指标", name="受益渔民人数", target="600", unit="人")), ASKED)
    )
    assert found.message == "“受益渔民人数”列在质量指标下，疑应归入数量指标。"
    assert paths(found) == ["indicators.r1.name", "indicators.r1.level2"]


@pytest.mark.parametrize("fields", [{"name": "受益渔民人数"}, {"name": ""}, {"level2": "工作实绩", "name": "合格率"}])
def test_a_filing_in_order(fields):
    assert findings(suining(), book(row("r1", target="600", **fields)), ASKED) == ()
