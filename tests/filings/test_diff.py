"""变动对照, from values alone."""

from dataclasses import replace

from blueprints.load import load_text
from factbook.book import FactBook, IndicatorFact, ListRow, SelfScore
from filings.diff import diff_books, row_of
from tests.filings.samples import SMALL
from values.money import MoneyUnit, parse_money

WAN = MoneyUnit("万元")
FORM = load_text(SMALL, name="small")
OLD = FactBook(
    2024,
    WAN,
    identity={"project.name": "惠民项目"},
    funds={("spent", "all"): parse_money("95", WAN)},
    statements={"text.goal": "甲"},
    indicators=(IndicatorFact("a", name="件数", actual="10"), IndicatorFact("b", name="时效")),
    lists={"people": (ListRow("p", {"name": "评价人甲"}),)},
    scores={"quality": SelfScore("85", "")},
)


def told(new, old=OLD):
    return [(c.path, c.old, c.new, c.kind) for c in diff_books(old, new, FORM)]


def test_nothing():
    assert told(FactBook.from_json(OLD.to_json())) == []


def test_cells():
    new = replace(
        OLD,
        funds={("spent", "all"): parse_money("96", WAN), ("adjusted", "all"): parse_money("100", WAN)},
        statements={},
        scores={"quality": SelfScore("80", "未验收")},
        identity={"project.name": "惠民服务项目"},
    )
    assert told(new) == [
        ("project.name", "惠民项目", "惠民服务项目", "edited"),
        ("funds.spent.all", "95", "96", "edited"),
        ("funds.adjusted.all", "", "100", "edited"),
        ("score.quality.self", "85", "80", "edited"),
        ("score.quality.reason", "", "未验收", "edited"),
        ("text.goal", "甲", "", "edited"),
    ]
    assert diff_books(OLD, new, FORM)[-1].label == "年度目标"


def test_rows_added_removed_edited_and_moved():
    a, b = OLD.indicators
    new = replace(OLD, indicators=(b, replace(a, actual="11"), IndicatorFact("c", name="满意度")), lists={})
    assert told(new) == [
        ("indicators.a.actual", "10", "11", "edited"),
        ("indicators.c.name", "", "满意度", "added"),
        ("list.people.p.name", "评价人甲", "", "removed"),
        ("indicators", "a、b", "b、a", "order"),
    ]
    assert diff_books(OLD, new, FORM)[-1].label == "绩效指标的行次序"


def test_removing_a_row_moves_nothing():
    assert [row[3] for row in told(replace(OLD, indicators=OLD.indicators[1:]))] == ["removed", "removed"]


def test_list_rows_moved():
    rows = (ListRow("p", {"name": "甲"}), ListRow("q", {"name": "乙"}))
    old, new = replace(OLD, lists={"people": rows}), replace(OLD, lists={"people": rows[::-1]})
    assert told(new, old) == [("list.people", "p、q", "q、p", "order")]


def test_row_of():
    assert row_of("indicators.a.name") == "indicators.a"
    assert row_of("list.people.p.name") == "list.people.p"
    assert row_of("text.goal") == ""
