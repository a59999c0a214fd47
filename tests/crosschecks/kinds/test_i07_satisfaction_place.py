"""I07 满意度位置."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, one, quotes, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

HEAD = "项目支出绩效自评表\n（2023年度）\n\n"
COLUMNS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
ASKED = check("I07", of="indicators")


def rows(*told: str) -> str:
    return HEAD + table(COLUMNS, *told)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("效益指标|社会效益指标|渔民满意度|≥90%|93%|10|10", "渔民满意度"),
        ("效益指标|社会效益指标|指标1：||渔民满意率93%|10|10", "渔民满意率93%"),
    ],
)
def test_satisfaction_among_the_benefits(line, told):
    found = one(rows(line), "I07")
    assert (found.message, found.arithmetic) == ("满意度填在“社会效益指标”行。", f"社会效益指标：{told}")
    assert quotes(found)[0] == told
    assert findable(rows(line), found.places)


@pytest.mark.parametrize(
    "line",
    [
        "满意度指标|服务对象满意度指标|渔民满意度|≥90%|93%|10|10",
        "效益指标|服务对象满意度指标|渔民满意度|≥90%|93%|10|10",
        "效益指标|社会效益指标|渔民增收|明显|明显，渔民普遍感到满意度提高|10|10",
        "产出指标|数量指标|开展调查次数|≥2次|2次|10|10",
    ],
)
def test_in_its_place_or_only_mentioned(line):
    assert said(rows(line), "I07") == []


def test_a_filing():
    facts = book(row("r1", level1="效益指标", level2="社会效益指标", name="渔民满意度", target="90%"))
    found = only(findings(suining(), facts, ASKED))
    assert found.message == "满意度填在“社会效益指标”行。"
    assert paths(found) == ["indicators.r1.name", "indicators.r1.level2"]


@pytest.mark.parametrize(
    "fields", [{"level1": "满意度指标"}, {"name": "放流次数", "actual": "满意度93%"}, {"name": "", "actual": "6"}]
)
def test_a_filing_in_order(fields):
    facts = book(row("r1", **{"level1": "效益指标", "level2": "其他", "name": "渔民满意度", "target": "9", **fields}))
    assert findings(suining(), facts, ASKED) == ()
