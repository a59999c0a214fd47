"""特殊情形: the 遂宁 table without an adjusted budget, with a budget of nothing and with money carried over; the 仁和 outlines."""

from __future__ import annotations

from decimal import Decimal

import pytest

from composing.compose import compose
from documents.tree import Heading, Paragraph, Table

pytestmark = pytest.mark.django_db  # makes the test database; the facts are loaded once, by conftest

TABLE, REPORT = "510904/2024/project-table", "510411/2023/project-report"
UNADJUSTED, ZERO, CARRIED = "51090424T000011121001", "51090424T000011121002", "51090423T000011121003"


@pytest.fixture
def blocks_of(cases):
    def made(form, project, only):
        case = cases[form, project]
        document = compose(case.blueprint, case.book, case.sheet)
        return [block for part in document.parts for block in part.blocks if isinstance(block, only)]

    return made


@pytest.fixture
def lines_of(blocks_of):
    """Printed lines of the funds matrix: label, three amounts, rate, points, score."""

    def made(project):
        (table,) = blocks_of(TABLE, project, Table)
        rows = [[cell.content.text for cell in row.cells] for row in table.rows]
        first = next(n for n, row in enumerate(rows) if row[0] == "总额")
        return [row[:7] for row in rows[first : first + 5]]

    return made


def execution(cases, project):
    return cases[TABLE, project].sheet.line("execution").award


def rules(cases, project):
    return {finding.rule for finding in cases[TABLE, project].findings}


def test_without_an_adjusted_budget_the_rate_is_not_known(cases, lines_of):
    award = execution(cases, UNADJUSTED)
    assert (award.status, award.points) == ("unknown", None)
    assert "未填调整后预算数" in award.because.cap
    assert lines_of(UNADJUSTED)[0] == ["总额", "12.00", "", "11.40", "", "10", ""]
    sheet = cases[TABLE, UNADJUSTED].sheet
    assert (sheet.self_total, sheet.of_total, sheet.grade) == (Decimal(90), Decimal(100), "")


def test_nothing_of_nothing_is_not_applicable_and_no_full_marks(cases, lines_of):
    award = execution(cases, ZERO)
    assert (award.status, award.points) == ("not_applicable", None)
    assert "替代依据" in award.because.needs_reason
    assert lines_of(ZERO)[:2] == [
        ["总额", "8.00", "0.00", "0.00", "0.00%", "10", ""],
        ["其中：财政资金", "8.00", "0.00", "0.00", "0.00%", "/", "/"],
    ]
    assert cases[TABLE, ZERO].sheet.grade == ""
    assert "F13" not in rules(cases, ZERO)  # the reason is there


def test_money_carried_over_stands_under_other_funds_and_is_scored(cases, lines_of):
    award = execution(cases, CARRIED)
    assert (award.status, award.points) == ("scored", Decimal("8.00"))
    lines = lines_of(CARRIED)
    assert lines[0] == ["总额", "0.00", "15.00", "12.00", "80.00%", "10", "8"]
    assert lines[4] == ["其他资金", "0.00", "15.00", "12.00", "80.00%", "/", "/"]
    sheet = cases[TABLE, CARRIED].sheet
    assert (sheet.self_total, sheet.grade) == (Decimal(98), "优")


OUTLINES = {
    "23-R-02": (
        "1．项目主要内容。",
        "2．计划实现的具体绩效目标（定性和定量目标）以及项目实施进度计划等。",
        "（三）项目资金申报相符性。",
        "（一）资金计划、到位及使用情况。",
    ),
    "22-R-04": ("（三）项目资金申报相符性。", "（一）资金到位及使用情况。"),
    "23-R-07": ("（一）资金到位及使用情况。",),
}
OPTIONAL = {heading for outline in OUTLINES.values() for heading in outline}


@pytest.mark.parametrize("project", OUTLINES)
def test_what_was_not_written_has_no_heading(project, blocks_of):
    headings = [block.text for block in blocks_of(REPORT, project, Heading)]
    assert tuple(text for text in headings if text in OPTIONAL) == OUTLINES[project]
    assert [text for text in headings if "、" in text[:2]] == [
        "一、项目概况",
        "二、项目实施及管理情况",
        "三、项目绩效情况",
        "四、问题及建议",
    ]


@pytest.mark.parametrize(
    ("project", "said"),
    [
        ("23-R-01", ["使用资金0万元，完成预算的0%。", "剩余资金90万元由财政追减收回。"]),
        ("23-R-02", ["使用资金55.07万元，完成预算的100%。"]),
        ("23-R-09", ["使用资金0万元，完成预算的0%。", "年末结转下年使用12.1万元。"]),
    ],
)
def test_only_what_happened_to_the_money_is_said(project, said, blocks_of):
    starts = ("使用资金", "年末结转", "剩余资金")
    texts = [block.text for block in blocks_of(REPORT, project, Paragraph)]
    assert [text for text in texts if text.startswith(starts)] == said
