"""表格的还原: one table in every layout is read to the same rows, places point to the line of the cell, and nothing is read into lists."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crosschecks.laid.lay import laid
from crosschecks.reports.indicators import IndicatorTable
from documents.readers.paper import PaperText
from documents.readers.text import parse_text
from tests.crosschecks.laid.layouts import FUND_LAYOUTS, FUNDS, LAYOUTS, ROWS, down
from tests.crosschecks.papers import findable, report, said
from tests.crosschecks.test_hostile_texts import counted

TITLE = "某校2019年校舍维修项目绩效自评表\n\n"
AFTER = "\n\n自评结论\n项目按计划实施，自评得分合计九十分以内，各项指标大多完成。\n"


def rows_of(table: IndicatorTable) -> list[tuple[str | Decimal | None, ...]]:
    return [
        (
            row.level1_name,
            row.level2_name,
            row.name,
            row.measure("target").number,
            row.measure("actual").number,
            row.number("weight"),
            row.number("score"),
            row.text("reason").strip("—"),
        )
        for row in table.lines
    ]


def plain(text: str) -> Decimal | None:
    digits = "".join(char for char in text if char in "0123456789.")
    return Decimal(digits) if digits and "年" not in text else None


EXPECTED = [
    (*row[:3], plain(row[3]), plain(row[4]), Decimal(row[5]), Decimal(row[6]), row[7].replace("，", "，"))
    for row in ROWS
]


@pytest.mark.parametrize("name", LAYOUTS)
def test_indicators_are_the_same_in_every_layout(name):
    (table,) = report(TITLE + LAYOUTS[name]() + AFTER).indicators
    assert rows_of(table) == EXPECTED
    assert (table.total.number("weight"), table.total.number("score")) == (90, 87)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_cell_is_found_in_its_line(name):
    text = TITLE + LAYOUTS[name]() + AFTER
    (table,) = report(text).indicators
    roles = ("target", "actual", "weight", "score")
    assert all(findable(text, (row.place(role),)) for row in table.lines for role in roles)
    assert len({row.place("actual").line for row in table.lines}) == len(ROWS)


@pytest.mark.parametrize("name", FUND_LAYOUTS)
def test_funds_are_the_same_in_every_layout(name):
    text = TITLE + FUND_LAYOUTS[name]() + AFTER
    (table,) = report(text).funds
    stages = ("initial", "adjusted", "spent", "rate")
    assert [[row.cells[stage].parsed.value for stage in stages] for row in table.rows] == [
        [Decimal(row[at].rstrip("%")) for at in (1, 2, 3, 5)] for row in FUNDS
    ]
    assert [row.is_all for row in table.rows] == [True, False, False]
    assert all(findable(text, (table.place(row, stage),)) for row in table.rows for stage in stages)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_score_beyond_its_points_is_told_in_every_layout(name):
    text = TITLE + LAYOUTS[name]() + AFTER
    wrong = text.replace("94.5%", "94.6%").replace("９４．５％", "９４．６％")
    assert said(text, "S04") == []
    assert [f.rule for f in said(_with(text, name), "S04")] == ["S04"]
    assert wrong != text  # the text holds the row that is changed


def _with(text: str, name: str) -> str:
    """The score of 新购课桌椅 raised from 10 to 12."""
    (table,) = report(text).indicators
    row = next(row for row in table.lines if row.name == "新购课桌椅")
    cell = row.cells["score"]
    lines = text.split("\n")
    at = cell.spot.line - 1
    old, new = ("１０", "１２") if "width" in name else ("10", "12")
    head, _, tail = lines[at].rpartition(old)
    lines[at] = head + new + tail
    return "\n".join(lines)


# --- what is no table, or no plain one ---


def test_a_row_that_can_be_read_in_two_ways_is_left_unread_and_nothing_is_added_up():
    heads = ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分"]
    rows = [
        ["产出指标", "数量指标", "修缮校舍", "≥3栋", "3栋", "30", "30"],
        ["产出指标", "数量指标", "6", "6", "6", "6"],
        ["效益指标", "社会效益指标", "受益学生", "≥50人", "60人", "40", "40"],
    ]
    (table,) = report(TITLE + down([heads, *rows, ["合计", "100", "100"]], between=1)).indicators
    assert [row.name for row in table.lines] == ["修缮校舍", "受益学生"]
    assert table.grid.torn
    assert said(TITLE + down([heads, *rows, ["合计", "100", "100"]], between=1), "S01") == []
    # The same table without the doubtful row is added up.
    rows[1] = ["产出指标", "质量指标", "合格率", "100%", "100%", "6", "6"]
    rows.append(["满意度指标", "满意度指标", "师生满意度", "≥90%", "95%", "10", "10"])
    assert len(said(TITLE + down([heads, *rows, ["合计", "100", "100"]], between=1), "S01")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "产出指标\n数量指标\n质量指标\n",
        "一、绩效目标\n二、实际完成情况\n三、自评得分\n",
        "张三\n李四\n王五\n2019年3月1日\n",
        "一级指标\n二级指标\n三级指标\n本单位按照财政部门的要求设置了上述各级指标并逐项自评。\n",
    ],
)
def test_lists_of_short_lines_stay_lines(text):
    paper = parse_text(TITLE + text)
    assert laid(paper).blocks == paper.blocks
    assert all(isinstance(block, PaperText) for block in paper.blocks)


@pytest.mark.parametrize(
    "unit",
    ["一级指标\n三级指标\n目标值\n分值\n得分\n", "年初预算数\n执行数\n执行率\n得分\n", "甲　乙\n", "甲乙\n5\n6\n"],
)
def test_four_times_the_lines_are_not_sixteen_times_the_work(unit):
    def calls(times: int) -> int:
        paper = parse_text("一级指标\n三级指标\n目标值\n分值\n得分\n" + unit * times)
        return counted(("还原", lambda: laid(paper)))["还原"]

    few, many = calls(100), calls(400)
    assert few < many < 8 * few


def test_work_that_grows_with_the_square_is_seen():
    few, many = (
        counted(("每两个", lambda n=n: [str.strip("") for _ in range(n) for _ in range(n)]))["每两个"]
        for n in (30, 120)
    )
    assert many > 8 * few
