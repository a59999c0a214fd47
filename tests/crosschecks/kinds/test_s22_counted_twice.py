"""S22 合并行不重复计分."""

from __future__ import annotations

import pytest

from tests.crosschecks.papers import findable, lines, one, said, table
from tests.crosschecks.samples import book, check, findings, only, paths, row, suining

HEAD = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
ROAD = "产出指标|数量指标|硬化村道里程|≥12公里|12.4公里|20|20"


def form(*rows: str) -> str:
    return "项目支出绩效自评表\n（2023年度）\n\n" + table(HEAD, *rows)


def test_the_same_row_twice():
    text = form(ROAD, ROAD, "产出指标|数量指标|架设路灯数量|≥60盏|60盏|20|20")
    found = one(text, "S22")
    assert found.message == "疑似重复计分行“硬化村道里程”，请核对。"
    assert (found.arithmetic, lines(found)) == ("硬化村道里程出现2次", [6, 5])
    assert findable(text, found.places)


def test_printed_again_on_the_next_page():
    assert one(form(ROAD, HEAD, ROAD), "S22").arithmetic == "硬化村道里程出现2次"


@pytest.mark.parametrize(
    "rows",
    [
        (ROAD, ROAD.replace("数量指标", "质量指标")),  # one name under two heads
        (ROAD, ROAD.replace("12.4公里", "12.5公里")),
        (ROAD, "产出指标|数量指标|架设路灯数量|≥60盏|60盏|20|20", ROAD),  # not neighbours: I04 tells repeated names
        ("产出指标|数量指标|指标1：||||", "产出指标|数量指标|指标2：||||"),
    ],
)
def test_two_indicators(rows):
    assert said(form(*rows), "S22") == []


def funds(points: str) -> str:
    rows = table(
        "项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "年度资金总额|200|200|190|10|95%|9.5",
        f"其中：财政拨款|200|200|190|{points}|95%|{points}",
    )
    return f"项目支出绩效自评表\n（2023年度）\n\n{rows}\n" + table(HEAD, ROAD)


def test_points_beside_one_of_the_sources():
    found = one(funds("10"), "S22")
    assert found.message == "疑似重复计分行“财政拨款10分”，请核对。"
    assert said(funds("—"), "S22") == []


def test_on_a_form():
    asked = check("S22", of="indicators")
    same = {"target": "10", "actual": "10", "weight": "20", "score": "20", "name": "培训期数"}
    found = only(findings(suining(), book(row("a", **same), row("b", **same)), asked))
    assert paths(found) == ["indicators.b.name", "indicators.a.name"]
    other = {**same, "actual": "11"}
    assert findings(suining(), book(row("a", **same), row("b", **other)), asked) == ()
    assert findings(suining(), book(row("a", name="甲"), row("b", name="甲")), asked) == ()
