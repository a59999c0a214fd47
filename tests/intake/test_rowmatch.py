"""认行: surest names first, every stored row once; thousands of rows in a file are not compared each with each."""

from __future__ import annotations

from dataclasses import replace

from intake import rowmatch
from intake.reading import FoundRow
from intake.rowmatch import matched
from tests.crosschecks.samples import book, row, suining
from tests.crosschecks.test_hostile_texts import counted


def found(name="", *, uid="", level2="数量指标", doubt="", **texts):
    return FoundRow("indicators", {"level2": level2, "name": name, **texts}, "words", uid=uid, doubt=doubt)


def uids(facts, rows, *, renames=False):
    taken = matched(suining(), facts, "indicators", rows, renames=renames)
    return [one.uid if one else "" for one in taken]


def test_anchor_then_all_words_then_name():
    facts = book(row("a", name="补贴人数"), row("b", name="补贴人数", target="5"), row("c", name="到位率"))
    rows = [found("补贴人数", target="5"), found("改了名", uid="c"), found("补贴人数")]
    assert uids(facts, rows) == ["b", "c", "a"]


def test_of_two_called_alike_each_is_taken_once_in_order():
    facts = book(row("a", name="补贴人数"), row("b", name="补贴人数"))
    assert uids(facts, [found("补贴人数")] * 3) == ["a", "b", ""]


def test_the_last_of_a_class_called_alike_is_renamed():
    facts = book(row("a", name="年金做实人数"), row("b", name="到位率", level2="质量指标"))
    assert uids(facts, [found("做实职业年金人数")], renames=True) == ["a"]
    assert uids(facts, [found("做实职业年金人数")]) == [""]
    assert uids(facts, [found("做实职业年金人数"), found("另一个")], renames=True) == ["", ""]


def _work(count, match=matched):
    """Calls for as many rows of a file as of the book, none of which is another's."""
    facts = book(*(row(f"r{number}", name=f"指标{number}甲") for number in range(count)))
    rows = [found(f"指标{number}乙") for number in range(count)]
    return counted(("", lambda: match(suining(), facts, "indicators", rows, renames=True)))[""]


def test_work_grows_with_the_rows_and_not_with_their_square():
    assert _work(400) < 8 * _work(100)


def test_comparing_each_with_each_is_caught():
    """The control."""

    def each_with_each(blueprint, facts, table, rows, *, renames):
        return [one for one in facts.indicators for other in rows if one.raw("name") == other.texts["name"]]

    assert _work(400, each_with_each) > 8 * _work(100, each_with_each)


def test_a_sentence_that_says_the_row_is_that_row():
    stored = row("a", name="补贴人数", target="500人")
    said = found("补贴", target="人数500人", doubt="名称和指标值连写")
    assert uids(book(stored), [said]) == ["a"]
    assert uids(book(stored), [replace(said, doubt="")]) == [""]
    assert "name" not in rowmatch.texts_for(stored, said)
    assert "name" in rowmatch.texts_for(stored, replace(said, doubt=""))
