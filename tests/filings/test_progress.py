"""填报进度."""

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.load import load_text
from blueprints.schema import PointNode, RuleDef, ScoresEntry, Section
from crosschecks.finding import Severity
from factbook.book import FactBook, IndicatorFact, SelfScore
from filings.progress import Editor, last_editors, section_progress, unfinished
from tests.filings.samples import NOW, SMALL, finding, later
from values.money import MoneyUnit, parse_money

WAN = MoneyUnit("万元")
FORM = load_text(SMALL, name="small")
EMPTY = FactBook(2024, WAN)
FULL = FactBook(
    2024,
    WAN,
    funds={("spent", "all"): parse_money("95", WAN)},
    statements={"text.goal": "甲", "text.result": "乙"},
    indicators=(IndicatorFact("a", name="件数", target="1", actual="1"), IndicatorFact("blank")),
    scores={"execution": SelfScore("9"), "quality": SelfScore("85")},
)


def states(book, findings=(), editors=None):
    return {s.key: (s.label, s.left, s.problems) for s in section_progress(FORM, book, findings, editors or {})}


def test_nothing_yet():
    assert states(EMPTY, [finding()]) == {
        "goals": ("未开始", 2, 1),
        "funds": ("未开始", 1, 0),
        "scores": ("未开始", 2, 0),
        "indicators": ("未开始", 1, 0),
    }


def test_what_is_left_to_fill_in():
    assert [(section.title, section.left) for section in unfinished(FORM, EMPTY)] == [
        ("目标", 2), ("预算执行", 1), ("评分", 2), ("指标", 1),
    ]  # fmt: skip
    assert unfinished(FORM, FULL) == []


def test_all_done():
    assert set(states(FULL).values()) == {("已完成", 0, 0)}


@pytest.mark.parametrize(
    ("change", "key", "expected"),
    [
        ({"statements": {"text.goal": "甲"}}, "goals", ("填写中", 1, 0)),
        ({"scores": {"quality": SelfScore("85")}}, "scores", ("填写中", 1, 0)),
        ({"indicators": (IndicatorFact("a", name="件数"),)}, "indicators", ("填写中", 2, 0)),
    ],
)
def test_under_way(change, key, expected):
    assert states(replace(FULL, **change))[key] == expected


def test_in_trouble():
    assert states(FULL, [finding(), finding(Severity.WARNING, "S02")])["goals"] == ("有问题", 0, 2)
    assert states(FULL, [finding(Severity.HINT)])["goals"] == ("已完成", 0, 0)


def test_what_may_still_come_is_under_way_and_no_trouble():
    waiting = replace(finding(), pending=True)
    assert states(FULL, [waiting])["goals"] == ("填写中", 0, 0)
    assert states(FULL, [waiting, finding(rule="S02")])["goals"] == ("有问题", 0, 1)


def test_a_table_leaf_asks_for_every_row():
    leaf = replace(FORM.points[1], from_table="indicators")
    form = replace(FORM, points=(FORM.points[0], leaf))
    (status,) = [s for s in section_progress(form, FULL, [], {}) if s.key == "scores"]
    assert (status.state, status.left) == ("some", 1)


def test_last_editor_of_each_section(town):
    filing = town.draft()
    town.write(filing, {"text.goal": "甲"})
    town.write(filing, {"text.goal": "乙"}, by=town.head)
    town.write(filing, {"funds.spent.all": "95"}, section="funds")
    editors = last_editors(filing)
    assert editors == {"goals": Editor(str(town.head), NOW), "funds": Editor(str(town.filler), NOW)}
    (status, *_) = section_progress(FORM, EMPTY, [], {"goals": Editor("甲", later(days=1))})
    assert status.editor == Editor("甲", later(days=1))


def test_a_node_below_the_top_and_rows_without_points():
    off = PointNode("off", "扣分项", Decimal(0), RuleDef("manual"))
    tree = (PointNode("all", "总体", children=(*FORM.points, off)),)
    entry = ScoresEntry((FORM.points[0].key, "off"))
    form = replace(FORM, points=tree, sections=(Section("scores", "评分", (entry,)),))
    (blank,) = section_progress(form, EMPTY, [], {})
    (filled,) = section_progress(form, replace(EMPTY, scores={FORM.points[0].key: SelfScore("9")}), [], {})
    assert (blank.left, filled.left, filled.state) == (1, 0, "done")
