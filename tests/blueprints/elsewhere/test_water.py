"""由起草改成的表: heads of two rows, rows below a total that bear no points, the bureau's column; as submitted and as approved."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from blueprints.catalogue import misplaced
from blueprints.load import load_file
from blueprints.reviewed import prints_review
from composing.compose import compose
from documents.tree import Orientation
from documents.writers import WRITERS
from factbook.book import FactBook, IndicatorFact, SelfScore
from filings.linting import problems_of
from scoring.engine import score
from scoring.reviewed import Review
from tests.documents.reading import text_of
from values.money import MoneyUnit, parse_money

FORM = Path(__file__).parent / "990306/2024/water-table.yaml"
SPENT = {"central": "60", "provincial": "50", "county": "33.50", "other": "0"}
ROWS = (
    ("产出指标", "质量指标", "工程验收合格率", "", "＝100", "%", "100", "100%", "45", "45"),
    ("效益指标", "社会效益指标", "改善灌溉面积", "", "≥2600", "亩", "2650", "101.92%", "40", "40"),
)
REVIEW = Review(
    {"execution": Decimal("14.35"), "r0": Decimal(43), "r1": Decimal(40)},
    {},
    Decimal("97.35"),
    "优",
    "同意，验收手续请补齐。",
    "卞知秋",
    "2025-04-02",
)


@pytest.fixture(scope="module")
def form():
    return load_file(FORM)


@pytest.fixture(scope="module")
def book():
    wan = MoneyUnit.WAN
    whole = {"central": "60", "provincial": "50", "county": "40", "other": "0"}
    told = {stage: SPENT if stage == "spent" else whole for stage in ("initial", "adjusted", "received", "spent")}
    return FactBook(
        year=2024,
        money_unit=wan,
        identity={"project.name": "青石渠维修"},
        funds={(stage, one): parse_money(raw, wan) for stage, rows in told.items() for one, raw in rows.items()},
        statements={"sign.date": "2025-03-12", "choice.f002": "维修养护"},
        indicators=tuple(IndicatorFact(f"r{n}", *row) for n, row in enumerate(ROWS)),
        scores={"execution": SelfScore("14.35")},
    )


def test_it_lints_and_lies_on_its_side(form):
    assert misplaced(FORM, form) is None
    assert problems_of(form, file="water-table") == []
    assert form.parts[0].orientation == Orientation.LANDSCAPE
    assert prints_review(form)


def test_only_the_total_of_the_funds_bears_points(form, book):
    sheet = score(form, book)
    assert sheet.nodes["execution"].computed == Decimal("14.35")
    assert sheet.self_total == Decimal("99.35")
    table = next(block for block in compose(form, book, sheet).parts[0].blocks if hasattr(block, "rows"))
    rows = [[cell.content.text for cell in row.cells] for row in table.rows]
    total = next(row for row in rows if row[0] == "项目总投资")
    assert total[6:10] == ["95.67%", "15", "14.35", ""]
    below = next(row for row in rows if row[0] == "县级配套")
    assert below[6:10] == ["83.75%", "—", "—", "—"]


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx"])
def test_both_editions(form, book, kind):
    sheet = score(form, book)
    submitted, final = (
        text_of(kind, WRITERS[kind](compose(form, book, sheet, review=review))) for review in (None, REVIEW)
    )
    for text in (submitted, final):
        assert "2025年3月12日" in text
        assert "预算安排" in text
    for words in ("97.35", "同意，验收手续请补齐。", "2025年4月2日"):
        assert words in final
        assert words not in submitted
