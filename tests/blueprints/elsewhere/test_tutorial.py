"""照教程做的表: the form with which docs/how-to/add-a-locality.md was followed to the letter; invented county, invented figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from blueprints.catalogue import misplaced
from blueprints.load import load_file
from composing.compose import compose
from documents.writers import WRITERS
from factbook.book import FactBook, IndicatorFact, SelfScore
from filings.linting import problems_of
from scoring.engine import score
from tests.documents.reading import pdf_pages, text_of
from values.money import MoneyUnit, parse_money

FORM = Path(__file__).parent / "990305/2024/project-table.yaml"
FUNDS = {
    "initial": {"superior": "120", "municipal": "60", "county": "60", "unit": "0"},
    "adjusted": {"superior": "120", "municipal": "60", "county": "65", "unit": "0"},
    "received": {"superior": "120", "municipal": "60", "county": "65", "unit": "0"},
    "spent": {"superior": "115.2", "municipal": "60", "county": "60", "unit": "0"},
}
ROWS = [
    ("产出指标", "数量指标", "修复灌溉渠系长度", "≥", "18", "公里", "18", "100%", "45", "45"),
    ("效益指标", "社会效益指标", "受益农户", "≥", "3100", "户", "3120", "101%", "25", "25"),
    ("满意度指标", "服务对象满意度指标", "农户满意度", "≥", "95", "%", "96", "101%", "10", "10"),
    ("管理指标", "制度执行指标", "管护制度落实", "定性", "健全", "", "基本健全", "80%", "5", "4"),
]
WORDS = {
    "choice.kind": "新增项目",
    "text.use": "自评结果随决算公开。",
    "sign.preparer": "蓝雨桐",
    "sign.date": "2025年3月10日",
}


@pytest.fixture(scope="module")
def form():
    return load_file(FORM)


@pytest.fixture(scope="module")
def book():
    wan = MoneyUnit.WAN
    return FactBook(
        year=2024,
        money_unit=wan,
        identity={"project.name": "灌溉渠系修复", "department.name": "澄溪县农田建设服务中心"},
        funds={(stage, one): parse_money(raw, wan) for stage, told in FUNDS.items() for one, raw in told.items()},
        statements=WORDS,
        indicators=tuple(IndicatorFact(f"r000000{n}", *row) for n, row in enumerate(ROWS)),
        scores={"execution": SelfScore("14.4")},
    )


@pytest.fixture(scope="module")
def document(form, book):
    return compose(form, book, score(form, book))


def test_nothing_is_wrong_in_it(form):
    assert misplaced(FORM, form) is None
    assert problems_of(form, file=str(FORM)) == []


def test_it_scores_as_its_notes_say(form, book):
    sheet = score(form, book)
    assert sheet.line("execution").award.points == Decimal("14.4")  # 235.2÷245×15
    assert (sheet.of_total, sheet.self_total, sheet.grade) == (100, Decimal("98.4"), "优秀")


def test_a_low_rate_scores_nothing(form, book):
    little = {**book.funds, ("spent", "superior"): parse_money("10", MoneyUnit.WAN)}
    assert score(form, FactBook(year=2024, money_unit=MoneyUnit.WAN, funds=little)).line("execution").award.points == 0


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx"])
def test_it_prints(document, kind):
    data = WRITERS[kind](document)
    told = text_of(kind, data)
    for words in (
        "☑新增项目",
        "☑优秀",
        "修复灌溉渠系长度",
        "执行率96.00%。",
        "自评结果随决算公开。",
        "注：1.执行率得分",
    ):
        assert words in told, words
    if kind == "pdf":
        # The seal stands on the page of the last words, not alone on one of its own.
        assert "自评结果随决算公开。" in pdf_pages(data)[-1]
