"""分节表单: every section of every form shows every ask once, as text, with what is stored."""

from __future__ import annotations

import re

import pytest
from crispy_forms.utils import render_crispy_form
from django.template import Context

from blueprints.catalogue import catalogue
from entry.asks import asks_of
from entry.forms import SectionForm, sheet_for
from factbook.book import FactBook, IndicatorFact, ListRow
from scoring.engine import score
from tests.blueprints.accounts import accounts
from values.money import MoneyUnit

SECTIONS = [(b.id, s.key) for b in catalogue().all() for s in b.sections]
ODD = '甲"<b>&\n=1+1'


def book_of(blueprint, **facts):
    unit = MoneyUnit(blueprint.print.unit)
    return FactBook(year=blueprint.year, money_unit=unit, **facts)


def page(blueprint, section, book, **more):
    return render_crispy_form(SectionForm(sheet_for(blueprint, section, book, score(blueprint, book), **more)))


def found(form, key):
    blueprint = catalogue().get(form)
    return blueprint, next(s for s in blueprint.sections if s.key == key)


def test_drawing_a_grid_leaves_the_context_as_it_was():
    """One layer left behind per cell would make a page of three hundred rows pay for them squared."""
    blueprint, section = found("510904/2024/project-table", "indicators")
    form = SectionForm(sheet_for(blueprint, section, book_of(blueprint), score(blueprint, book_of(blueprint))))
    context = Context()
    form.helper.render_layout(form, context)
    assert len(context.dicts) <= len(Context().dicts) + 2


@pytest.mark.parametrize(("form", "key"), SECTIONS)
def test_every_ask_is_on_the_page(form, key):
    blueprint, section = found(form, key)
    book = book_of(
        blueprint,
        indicators=(IndicatorFact("a0000001", name=ODD, level1="别处的叫法"),),
        lists={table.key: (ListRow("b0000002", {}),) for table in blueprint.tables if table.key != "indicators"},
    )
    sheet = sheet_for(blueprint, section, book, score(blueprint, book))
    shown = page(blueprint, section, book)
    for ask in asks_of(blueprint, section, sheet.rows):
        assert f'name="{ask.path}"' in shown
        assert f'id="{ask.path}:note"' in shown
    assert 'type="number"' not in shown
    assert not re.search(r"\s(required|style|on\w+)=", shown)
    assert "<b>&" not in shown


def test_a_word_from_elsewhere_stays_chosen():
    blueprint, section = found("510904/2024/project-table", "indicators")
    shown = page(blueprint, section, book_of(blueprint, indicators=(IndicatorFact("a0000001", level1="别处的叫法"),)))
    assert '<option value="别处的叫法" selected>' in shown


def test_typed_text_stands_over_stored_text():
    blueprint, section = found("510904/2024/project-table", "goals")
    book = book_of(blueprint, statements={"text.goal": "存着的"})
    shown = page(blueprint, section, book, typed={"text.goal": "没存上的"})
    assert "没存上的" in shown
    assert "存着的" not in shown.replace("没存上的", "")


def test_totals_show_what_the_rows_below_add_up_to():
    from values.money import parse_money

    blueprint, section = found("510904/2024/project-table", "funds")
    unit = MoneyUnit(blueprint.print.unit)
    funds = {("spent", source): parse_money(text, unit) for source, text in (("fiscal", "1.5"), ("unit", "2"))}
    shown = page(blueprint, section, book_of(blueprint, funds=funds))
    assert "下列合计 3.50" in shown
    elsewhere = {
        **funds,
        ("spent", "carry_over"): parse_money("9", unit),
    }  # another form of the same subject asks for it
    assert "下列合计 3.50" in page(blueprint, section, book_of(blueprint, funds=elsewhere))


def test_a_table_of_figures_shows_what_stands_where_a_cell_is_left_blank():
    blueprint = accounts()
    section = blueprint.sections[0]
    prior = FactBook(year=2023, money_unit=MoneyUnit.WAN, statements={"figure.basic_spent": "1727.58"})
    shown = page(blueprint, section, book_of(blueprint, prior=prior, statements={"figure.basic_spent": "1,313.50"}))
    assert 'value="1,313.50"' in shown
    assert "不填时按 1727.58" in shown
    assert 'data-sum="figure.spent_prior"' in shown
    assert "含人员经费" in shown
    assert 'name="figure.project_budget"' not in shown
    assert "不填时按" not in page(blueprint, section, book_of(blueprint)).replace('data-sum-label="不填时按"', "")
