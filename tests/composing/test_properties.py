"""性质: whatever is in the book, the table is whole, every key is a fact, and nothing filed is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprints.concepts import is_known
from blueprints.schema import FieldEntry, FundsTable, RecordsTable
from composing.compose import compose
from composing.lint import empty_book
from documents.grid import verify
from documents.tree import Number, Table, Text
from factbook.book import IndicatorFact, ListRow, SelfScore
from scoring.engine import score
from tests.composing.samples import JINZHONG, PANZHIHUA, SUINING, form
from values.money import MoneyUnit, parse_money

ALL = [SUINING, JINZHONG, PANZHIHUA]
WORDS = st.one_of(
    st.sampled_from(
        ["", "=1+1", "-3", "0", "100%", "无", "{text.goal}", "2,364.01", "约3万", "甲\n乙", "产出指标", "数量指标"]
    ),
    st.text(max_size=8),
)


@st.composite
def books(draw, blueprint):
    """A book of this form in which anything may stand anywhere."""
    unit = MoneyUnit(blueprint.print.unit)
    tables = [table for table in blueprint.tables if isinstance(table, FundsTable)]
    places = [(stage.stage, source.source) for table in tables for stage in table.stages for source in table.sources]
    paths = [e.path for section in blueprint.sections for e in section.entries if isinstance(e, FieldEntry)]
    level1 = st.sampled_from([*(level.label for level in blueprint.frame.levels), "别处", ""])
    level2 = st.sampled_from([*(child for level in blueprint.frame.levels for child in level.children), "别样", ""])
    count = draw(st.integers(0, 6))
    fields = ("name", "relation", "target", "unit", "actual", "progress", "weight", "score", "reason")
    lists = [table for table in blueprint.tables if isinstance(table, RecordsTable) and table.key != "indicators"]
    return replace(
        empty_book(blueprint),
        funds={place: parse_money(draw(WORDS), unit) for place in draw(st.sets(st.sampled_from(places)))},
        statements={path: draw(WORDS) for path in paths},
        indicators=tuple(
            IndicatorFact(f"r{n}", draw(level1), draw(level2), **{field: draw(WORDS) for field in fields})
            for n in range(count)
        ),
        lists={
            table.key: tuple(
                ListRow(f"p{n}", {column.field: draw(WORDS) for column in table.columns}) for n in range(draw(st.integers(0, 3)))
            )
            for table in lists
        },
        scores={key: SelfScore(draw(WORDS), draw(WORDS)) for key in ("total", *(leaf.key for leaf in blueprint.leaves()))},
    )  # fmt: skip


def cells_of(document):
    tables = [block for part in document.parts for block in part.blocks if isinstance(block, Table)]
    return tables, [cell for table in tables for row in table.rows for cell in row.cells]


@pytest.mark.parametrize("form_id", ALL)
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_book_composes_whole(form_id, data):
    blueprint = form(form_id)
    book = data.draw(books(blueprint))
    document = compose(blueprint, book, score(blueprint, book))
    tables, cells = cells_of(document)
    for table in tables:
        verify(table)
    keys = [cell.key for cell in cells if cell.key]
    assert [key for key in keys if not is_known(key, blueprint)] == []
    assert len(keys) == len(set(keys))
    assert not any(isinstance(cell.content, Number) and cell.content.text.startswith("=") for cell in cells)
    if form_id != PANZHIHUA:
        names = [
            cell.content.text for cell in cells if cell.key.endswith(".name") and cell.key.startswith("indicators")
        ]
        assert len(names) == len(book.indicators)


def test_a_formula_is_text_wherever_it_stands():
    blueprint = form(JINZHONG)
    book = replace(
        empty_book(blueprint),
        funds={("issued", "all"): parse_money("=1+1", MoneyUnit.WAN)},
        indicators=(IndicatorFact("r1", "产出指标", "数量指标", name="=1+1", target="=1+1", actual="=1+1"),),
        scores={"arrival_rate": SelfScore("=1+1")},
    )
    _, cells = cells_of(compose(blueprint, book, score(blueprint, book)))
    formulas = [cell.content for cell in cells if cell.content.text == "=1+1"]
    assert formulas == [Text("=1+1")] * 4
