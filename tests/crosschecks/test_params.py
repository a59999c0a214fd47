"""勾稽规则的参数: text read as what a rule needs."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crosschecks.params import ParamError, expression, named_numbers, number, read, text, texts


def test_readers():
    assert (text("a"), texts("a"), texts(("a", "b"))) == ("a", ("a",), ("a", "b"))
    assert [number(raw) for raw in ("0.1", "30%", " 90 ")] == [Decimal("0.1"), Decimal("0.3"), Decimal(90)]
    assert expression("funds.spent.all / 2").paths == {"funds.spent.all"}
    assert named_numbers(("产出指标:50", "效益指标：30%")) == (("产出指标", Decimal(50)), ("效益指标", Decimal("0.3")))


@pytest.mark.parametrize("raw", ["", "一", "1e", "NaN", "Infinity", "%", "1,000"])
def test_no_number(raw):
    with pytest.raises(ParamError, match="不是数字"):
        number(raw)


def test_a_list_where_one_is_wanted():
    with pytest.raises(ParamError, match="不能写列表"):
        text(("a",))


def test_read_types_and_names_what_is_wrong():
    readers = {"of": texts, "total": number}
    assert read({"of": "a", "total": "1"}, readers, frozenset({"of"}), dict) == {"of": ("a",), "total": Decimal(1)}
    with pytest.raises(ParamError, match="参数 total：“x”不是数字"):
        read({"total": "x"}, readers, frozenset(), dict)
    with pytest.raises(ParamError, match="缺少参数 of"):
        read({}, readers, frozenset({"of"}), dict)
    with pytest.raises(ParamError, match="不认识参数 colour，可用的有：of、total"):
        read({"colour": "1"}, readers, frozenset(), dict)
