"""比率的说法: the calculation behind a rate, with its figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from blueprints.expressions import parse_expression
from blueprints.schema import Derived
from crosschecks.context import Context
from crosschecks.rates import derived_of, rate_name, reckoned, sources
from scoring.engine import score
from tests.crosschecks.samples import book, xiqu

FACTS = book(year=2022, funds={"received.county": "10", "spent.county": "7.5"}, statements={"figure.n": "3"})
DOUBLE = Derived("double", "两倍", parse_expression("derived.execution_rate * 2"))


def context():
    blueprint = replace(xiqu(), derived=(*xiqu().derived, DOUBLE))
    return Context(blueprint, FACTS, score(blueprint, FACTS))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("derived.execution_rate", "7.50万元÷10.00万元"),
        ("derived.double", "75.00%×2"),
        ("(funds.received.all - funds.spent.all) / funds.received.all", "(10.00万元－7.50万元)÷10.00万元"),
        ("figure.n + 1", "3＋1"),
        ("funds.spent.all / funds.initial.all", "7.50万元÷项目资金·合计·预算安排"),
        ("90%", "90%"),
    ],
)
def test_written_out(text, told):
    assert reckoned(context(), parse_expression(text)) == told


def test_name_and_places():
    rate, bare = parse_expression("derived.execution_rate"), parse_expression("funds.spent.all / 2")
    assert (rate_name(context(), rate), rate_name(context(), bare)) == ("预算执行率", "比率")
    assert [place.path for place in sources(context(), rate)] == ["funds.spent.all", "funds.received.all"]
    assert [place.path for place in sources(context(), bare)] == ["funds.spent.all"]
    assert derived_of(context(), parse_expression("derived.execution_rate + 1")) is None
