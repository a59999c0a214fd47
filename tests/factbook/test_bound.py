"""活数据: what a token stands for in one form, and which texts may quote at all."""

from __future__ import annotations

import pytest

from factbook.book import FactBook, IndicatorFact, ListRow, SelfScore
from factbook.bound import BoundFact, BoundFacts, Reading, is_prose, prose, put_in, quotes_facts
from values.money import MoneyUnit
from values.tokens import Token, code_of

RATE = BoundFact("derived.rate", "预算执行率", "比率", "93.22%", "93.22", "%")
SPENT = BoundFact("funds.spent.all", "总额·执行数", "资金", "2,364.01", "2364.01", "万元")
BLANK = BoundFact("figure.days", "办理天数", "填报数", "")
TWIN = BoundFact("indicators.a1.actual", "发放人数·完成值", "绩效指标", "123", "123", "人")
OTHER_TWIN = BoundFact("indicators.b1.actual", "发放人数·完成值", "绩效指标", "456", "456", "人")
FACTS = BoundFacts((RATE, SPENT, BLANK, TWIN, OTHER_TWIN))


def read(name, path=""):
    return FACTS.read(Token(name, code_of(path) if path else "", ""))


def test_the_code_finds_the_place_whatever_it_is_called_by_now():
    assert read("旧名字", RATE.path) == Reading("93.22%", "", RATE)


def test_the_name_finds_it_where_the_code_is_of_another_form():
    assert read("预算执行率", "indicators.gone.actual") == Reading("93.22%", "", RATE)
    assert read("预算执行率") == Reading("93.22%", "", RATE)


def test_two_places_of_one_name_are_told_apart_by_their_codes_only():
    assert read("发放人数·完成值", OTHER_TWIN.path).text == "456"
    assert read("发放人数·完成值") == Reading("〔活数据不止一处：发放人数·完成值〕", "several")


def test_two_places_of_one_code_are_told_apart_by_their_names(monkeypatch):
    monkeypatch.setattr("factbook.bound.code_of", lambda path: "aaaaa")
    facts = BoundFacts((RATE, SPENT))
    assert facts.read(Token("总额·执行数", "aaaaa", "")).text == "2,364.01"
    assert facts.read(Token("不是这个", "aaaaa", "")).problem == "unknown"


def test_what_is_not_there_is_said_and_never_blank():
    assert read("代缴人数", "derived.gone") == Reading("〔活数据失效：代缴人数〕", "unknown")
    assert read("办理天数") == Reading("〔未填：办理天数〕", "blank", BLANK)


def test_a_text_as_printed_and_in_segments():
    text = rf"支出{SPENT.token}万元，执行率{{{{预算执行率}}}}，\{{{{原样}}}}。"
    assert FACTS.expand(text) == "支出2,364.01万元，执行率93.22%，{{原样}}。"
    found = FACTS.segments(text)
    assert [piece if isinstance(piece, str) else piece.text for piece in found] == [
        "支出", "2,364.01", "万元，执行率", "93.22%", "，", "{{原样}}", "。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("text.goal", True),
        ("note.other", True),
        ("score.execution.reason", True),
        ("indicators.a1.reason", True),
        ("indicators.a1.note_why", True),
        ("indicators.a1.actual", False),
        ("indicators.a1.name", False),
        ("score.execution.self", False),
        ("figure.rate", False),
        ("sign.head", False),
        ("project.name", False),
        ("funds.spent.all", False),
    ],
)
def test_prose_may_quote_and_figures_may_not(path, may):
    assert is_prose(path) is may


def quoting():
    return FactBook(
        year=2024,
        money_unit=MoneyUnit.WAN,
        identity={"project.name": "{{甲}}"},
        statements={"text.goal": "{{甲}}", "figure.rate": "{{甲}}"},
        indicators=(
            IndicatorFact("a1", name="{{甲}}", actual="{{甲}}", reason="{{甲}}", notes={"note_why": "{{甲}}"}),
        ),
        lists={"spending": (ListRow("r1", {"item": "{{甲}}", "amount": "{{甲}}"}),)},
        scores={"execution": SelfScore("{{甲}}", "{{甲}}")},
    )


COLUMNS = {"spending": frozenset({"item"})}


def test_every_prose_text_is_expanded_and_nothing_else():
    book = put_in(quoting(), COLUMNS, lambda text: text.replace("{{甲}}", "好"))
    assert book.identity["project.name"] == "{{甲}}"
    assert book.statements == {"text.goal": "好", "figure.rate": "{{甲}}"}
    assert book.indicators[0] == IndicatorFact(
        "a1", name="{{甲}}", actual="{{甲}}", reason="好", notes={"note_why": "好"}
    )
    assert book.lists["spending"][0].cells == {"item": "好", "amount": "{{甲}}"}
    assert book.scores == {"execution": SelfScore("{{甲}}", "好")}


def test_prose_is_listed_by_path():
    assert [path for path, _ in prose(quoting(), COLUMNS)] == [
        "text.goal", "indicators.a1.reason", "indicators.a1.note_why", "score.execution.reason", "list.spending.r1.item",
    ]  # fmt: skip
    assert quotes_facts(quoting(), COLUMNS)
    assert not quotes_facts(FactBook(2024, MoneyUnit.WAN, identity={"project.name": "{{甲}}"}), COLUMNS)
