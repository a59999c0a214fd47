"""指标框架的空行: nothing filed is dropped."""

from __future__ import annotations

from blueprints.schema import Frame, LevelDef
from composing.records import Record
from composing.skeleton import skeleton
from factbook.book import IndicatorFact

FRAME = Frame((LevelDef("output", "产出", ("数量", "质量")), LevelDef("benefit", "效益", ("社会",))))


def record(uid: str, level1: str, level2: str) -> Record:
    return Record("indicators", 0, level1, level2, IndicatorFact(uid, level1, level2))


def lines(records, *, least=1, only=""):
    return [(r.level1, r.level2, r.n, r.row.uid if r.row else "") for r in skeleton(FRAME, records, least, only)]


def test_every_place_is_printed():
    assert lines([], least=2) == [
        ("产出", "数量", 1, ""), ("产出", "数量", 2, ""), ("产出", "质量", 1, ""), ("产出", "质量", 2, ""),
        ("效益", "社会", 1, ""), ("效益", "社会", 2, ""),
    ]  # fmt: skip


def test_records_stand_in_their_place_whatever_their_order():
    assert lines([record("b", "效益", "社会"), record("a", "产出", "数量"), record("c", "产出", "数量")]) == [
        ("产出", "数量", 1, "a"), ("产出", "数量", 2, "c"), ("产出", "质量", 1, ""), ("效益", "社会", 1, "b"),
    ]  # fmt: skip


def test_strangers_are_printed_as_filed():
    strange = [record("x", "成本", "经济"), record("y", "产出", "社会"), record("z", "", "")]
    assert lines(strange) == [
        ("产出", "数量", 1, ""), ("产出", "质量", 1, ""), ("产出", "社会", 1, "y"), ("效益", "社会", 1, ""),
        ("成本", "经济", 1, "x"), ("", "", 1, "z"),
    ]  # fmt: skip


def test_a_blank_first_level_is_found_by_the_second():
    assert ("产出", "质量", 1, "a") in lines([record("a", "", "质量")])


def test_one_level_only():
    assert lines([record("a", "效益", "社会")], only="benefit") == [("效益", "社会", 1, "a")]
