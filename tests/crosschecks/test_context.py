"""勾稽的取数: lines, rows, names and places as rules see them."""

from __future__ import annotations

from crosschecks.context import Context
from scoring.engine import score
from tests.crosschecks.samples import book, jinzhong, row, suining, xiqu


def context(blueprint, facts):
    return Context(blueprint, facts, score(blueprint, facts))


FACTS = book(
    row("r1", weight="10", target="95", unit="%"),
    row("r2", name="", weight="5", target="优"),
    row("r3", name=""),
    funds={"spent.fiscal": "2"},
    scores={"execution": "9"},
)


def test_lines_below_nodes_in_the_sheets_order():
    here = context(suining(), FACTS)
    assert [line.key for line in here.lines(("indicators", "execution"))] == ["execution", "r1", "r2"]
    assert list(here.lines(("nowhere",))) == []
    assert here.leaves("nowhere") == []
    assert context(jinzhong(), book(year=2020)).leaves("funding") == [
        "arrival_rate",
        "arrival_timely",
        "execution_rate",
    ]


def test_rows_of_a_leaf_of_the_table_and_of_neither():
    here = context(suining(), FACTS)
    assert [each.uid for each in here.table_rows(("indicators",))] == ["r1", "r2"]
    assert list(here.table_rows(("execution",))) == []
    assert [each.uid for each in context(xiqu(), FACTS).table_rows(("indicators",))] == ["r1", "r2"]


def test_names():
    here = context(suining(), FACTS)
    first, second = here.book.indicators[:2]
    assert (here.row_name(first), here.row_name(second)) == ("指标甲r1", "绩效指标 第2行")
    assert (here.column("target"), context(xiqu(), FACTS).column("target")) == ("指标值", "目标")
    assert context(xiqu(), FACTS).column("weight") == "权重"
    assert here.name(here.sheet.line("execution")) == "预算执行率"


def test_where_a_reason_is_written():
    here = context(suining(), FACTS)
    assert here.reason_path(here.sheet.line("execution")) == "score.execution.reason"
    assert here.reason_path(here.sheet.line("r1")) == "indicators.r1.reason"
    assert here.leaf(here.sheet.line("r1")) is None
    assert here.leaf(here.sheet.line("execution")) is suining().points[0]


def test_what_is_reckoned_from_figures():
    here = context(suining(), FACTS)
    assert [here.is_quantitative(line) for line in here.sheet.lines] == [True, True, False]
    people = context(jinzhong(), book(year=2020))
    assert [line.key for line in people.sheet.lines if people.is_quantitative(line)] == [
        "arrival_rate",
        "execution_rate",
        "completion",
    ]


def test_a_place_says_what_stands_there():
    here = context(suining(), FACTS)
    place = here.place("funds.spent.fiscal")
    assert (place.label, place.quote) == ("预算执行情况·财政资金·预算执行数", "2")
    assert here.place("funds.spent.all").quote == "2.00万元"
    assert here.place("funds.initial.all").quote == ""
    assert here.place("funds.spent.all", "二万").quote == "二万"
