"""表样的值: which section asks a fact, and the walks over the points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.load import load_text
from blueprints.schema import Parameter, entry_covers
from tests.blueprints.samples import small, spoil


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("text.goal", 0),
        ("choice.kind", 1),
        ("funds.adjusted.all", 2),
        ("funds.spent.fiscal", 2),
        ("indicators.k1.name", 3),
        ("score.execution.self", 4),
        ("score.execution.reason", 4),
        ("funds.spent.all", None),  # the form asks spent by fiscal and other only
        ("funds.initial.all", None),
        ("funds.spent", None),
        ("score.rows.self", None),
        ("score.total.self", None),
        ("list.indicators.k1.name", None),
        ("figure.rate", None),
        ("text", None),
    ],
)
def test_what_an_entry_asks(path, entry):
    form = small()
    assert [n for n, e in enumerate(form.sections[0].entries) if entry_covers(form, e, path)] == (
        [] if entry is None else [entry]
    )
    assert (form.section_of(path) is None) == (entry is None)


def test_the_points_tree():
    inner = "{key: all, label: 全部, children: [{key: a, label: 甲, of: 90, rule: {kind: manual}}]}"
    old = "{key: rows, label: 指标, of: 90, from_table: indicators, rule: {kind: by_relation}}"
    form = load_text(spoil(old, inner).replace("of: rows, total: 90", "of: all, total: 90"), name="x")
    assert [node.key for node in form.nodes()] == ["execution", "all", "a"]
    assert [leaf.key for leaf in form.leaves()] == ["execution", "a"]
    assert form.node("a").of == Decimal(90)
    assert form.node("b") is None


def test_parameters():
    form = load_text(spoil("tables:\n", "parameters: [{key: floor, value: 0.5, source: 测试}]\ntables:\n"), name="x")
    assert (form.parameter("floor"), form.parameter("roof")) == (Decimal("0.5"), None)


def test_the_words_of_the_locality():
    assert [small().frame.level_key(word) for word in (" 产出指标 ", "效益指标")] == ["output", ""]


def test_numbers_of_the_year_are_said_as_the_form_does():
    share = Parameter("n", Decimal("-0.03704"), "某通知", shape="percent")
    form = replace(small(), parameters=(share, Parameter("least", Decimal("4.0"), "某通知")))
    assert (share.said, form.parameters[1].said) == ("-3.704%", "4")
    assert form.with_numbers("不超过{parameter.n}，至少{parameter.least}项") == "不超过-3.704%，至少4项"
