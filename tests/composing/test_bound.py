"""活数据的取值: offered as the form prints them, put in everywhere a text is printed."""

from __future__ import annotations

from dataclasses import replace

from composing.bound import bound_facts, expanded
from composing.compose import compose
from documents.tree import Paragraph
from factbook.book import SelfScore
from scoring.engine import score
from tests.composing.samples import PANZHIHUA, SUINING, cell_at, draw, form, reading, suining_book
from values.tokens import token_text

RATE = token_text("预算执行率", "derived.execution_rate")
SPENT = token_text("总额·预算执行数", "funds.spent.all")
ACTUAL = token_text("应发尽发·完成值", "indicators.r2.actual")


def facts_of(book, form_id=SUINING):
    blueprint = form(form_id)
    return {fact.path: fact for fact in bound_facts(blueprint, book, score(blueprint, book)).facts}


def told(book, **texts):
    return replace(book, statements={**book.statements, **{f"text.{key}": text for key, text in texts.items()}})


def test_facts_are_offered_as_the_form_prints_them():
    facts = facts_of(suining_book())
    rate, spent, actual = (
        facts[path] for path in ("derived.execution_rate", "funds.spent.all", "indicators.r2.actual")
    )
    assert (rate.label, rate.value, rate.number, rate.unit) == ("预算执行率", "100.00%", "100", "%")
    assert (spent.label, spent.value, spent.number, spent.unit) == ("总额·预算执行数", "3.88", "3.88", "万元")
    assert (actual.label, actual.value, actual.unit) == ("应发尽发·完成值", "100%", "%")
    assert facts["score.execution.self"].value == "10"
    assert facts["department.name"].number == ""
    assert "text.goal" not in facts  # a text that quotes texts could quote itself


def test_words_are_no_figures():
    facts = facts_of(suining_book())
    assert (facts["indicators.r3.actual"].value, facts["indicators.r3.actual"].number) == ("按时", "")


def test_a_text_is_printed_with_present_values():
    book = told(suining_book(), goal_result=f"支出{SPENT}万元，执行率{RATE}，{ACTUAL}发放。")
    assert cell_at(draw(SUINING, book), "text.goal_result").content.text == "支出3.88万元，执行率100.00%，100%发放。"
    less = replace(book, funds={**book.funds, ("spent", "fiscal"): book.funds["initial", "fiscal"]})
    assert "支出3.75万元，执行率96.65%" in cell_at(draw(SUINING, less), "text.goal_result").content.text


def test_reasons_of_rows_and_leaves_are_printed_with_them_too():
    book = suining_book()
    row = replace(book.indicators[0], reason=f"只执行{RATE}")
    book = replace(
        book,
        indicators=(row, *book.indicators[1:]),
        scores={"execution": SelfScore("10", f"执行率为{RATE}")},
    )
    words = reading(draw(SUINING, book))
    assert "只执行100.00%" in words
    assert any(word.endswith("\n执行率为100.00%") for word in words)


def test_sentences_of_a_report_quote_figures_as_the_form_writes_them_in_text():
    blueprint = form(PANZHIHUA)
    facts = facts_of(suining_book(), PANZHIHUA)
    assert facts["derived.execution_rate"].label == "预算执行率"
    plain = replace(blueprint, print=replace(blueprint.print, in_text="plain"))
    book = suining_book()
    offered = {fact.path: fact for fact in bound_facts(plain, book, score(plain, book)).facts}
    assert offered["derived.arrival_rate"].value == facts["derived.arrival_rate"].value


def test_what_cannot_be_resolved_is_printed_as_a_problem():
    book = told(suining_book(), goal="覆盖{{代缴人数#aaaaa}}人，共{{参保率}}")
    assert (
        cell_at(draw(SUINING, book), "text.goal").content.text
        == "覆盖〔活数据失效：代缴人数〕人，共〔活数据失效：参保率〕"
    )


def test_values_are_not_read_again_as_tokens_or_places():
    book = suining_book()
    row = replace(book.indicators[1], actual="{{预算执行率}}{text.goal}")
    book = told(replace(book, indicators=(book.indicators[0], row, *book.indicators[2:])), goal=f"完成{ACTUAL}")
    assert cell_at(draw(SUINING, book), "text.goal").content.text == "完成{{预算执行率}}{text.goal}"


def test_braces_kept_by_a_backslash_stay_braces():
    book = told(suining_book(), goal=r"写成\{{预算执行率}}")
    assert cell_at(draw(SUINING, book), "text.goal").content.text == "写成{{预算执行率}}"


def test_a_book_that_quotes_nothing_stays_the_same_value():
    blueprint, book = form(SUINING), suining_book()
    sheet = score(blueprint, book)
    same, lines = expanded(blueprint, book, sheet)
    assert same is book
    assert lines is sheet


def test_a_report_of_paragraphs_prints_them_too():
    blueprint = form(PANZHIHUA)
    entry = next(e for s in blueprint.sections for e in s.entries if getattr(e, "widget", "") == "prose")
    book = replace(suining_book(), statements={entry.path: f"执行率{RATE}"})
    document = compose(blueprint, book, score(blueprint, book))
    paragraphs = [b for part in document.parts for b in part.blocks if isinstance(b, Paragraph) and b.key == entry.path]
    assert [p.text[p.lead :] for p in paragraphs] == ["执行率〔未填：预算执行率〕"]
