"""构成的推算: parts in order, blanks left out, equal names summed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from blueprints.load import load_text
from composing.lint import empty_book
from factbook.book import ListRow
from factbook.breakdowns import Slice, total_of
from factbook.view import View
from tests.blueprints.accounts import accounts, spoil

FORM = accounts()


def view(form=FORM, rows=(), **figures: str) -> View:
    statements = {f"figure.{key}": text for key, text in figures.items()}
    lists = {"functions": tuple(ListRow(f"r{n}", cells) for n, cells in enumerate(rows))}
    return View(form, replace(empty_book(form), statements=statements, lists=lists))


def test_items():
    seen = view(basic_spent="1296.95", project_spent="16.55")
    assert [(p.key, p.name, p.amount, p.share) for p in seen.parts("spending")] == [
        ("basic", "基本支出", Decimal(12969500), Decimal("0.9874")),
        ("project", "项目支出", Decimal(165500), Decimal("0.0126")),
    ]
    assert seen.number("total.spending") == Decimal(13135000)
    assert (seen.raw("share.spending.project"), seen.raw("total.spending")) == ("1.26%", "13135000")


def test_a_blank_item_does_not_count_and_has_no_share():
    seen = view(basic_spent="5")
    assert seen.number("total.spending") == Decimal(50_000)
    assert (seen.number("share.spending.basic"), seen.number("share.spending.project")) == (Decimal(1), None)


def test_nothing_known_is_unknown_not_zero():
    seen = view()
    assert (seen.parts("spending"), seen.number("total.spending"), seen.raw("total.spending")) == ((), None, "")
    assert view(basic_spent="0", project_spent="0").number("share.spending.basic") == 0
    assert total_of(()) is None


def test_rows_of_one_name_are_one_part():
    rows = [
        {"class": "社会保障", "actual": "3"},
        {"class": "住房保障", "actual": "1"},
        {"class": " 社会保障 ", "actual": "4"},
        {"class": "社会保障", "actual": "不详"},
        {"class": "", "actual": "9"},
    ]
    names = [(part.name, part.amount, part.share) for part in view(rows=rows).parts("classes")]
    assert names == [("社会保障", Decimal(70_000), Decimal("0.875")), ("住房保障", Decimal(10_000), Decimal("0.125"))]


def test_a_breakdown_of_itself_is_unknown():
    form = load_text(spoil("value: figure.project_spent}", "value: total.spending}"), name="x")
    assert view(form, basic_spent="5").parts("spending") == (Slice("basic", "基本支出", Decimal(50_000), Decimal(1)),)
