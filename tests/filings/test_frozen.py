"""冻结值: what goes into a snapshot comes out equal."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import pytest

from blueprints.load import load_text
from crosschecks.finding import Finding, Severity
from factbook.book import FactBook, IndicatorFact, SelfScore
from filings.frozen import decode, encode
from scoring.engine import score
from scoring.sheet import ScoreSheet
from tests.filings.samples import SMALL, finding
from values.money import MoneyUnit, parse_money


def test_a_sheet_with_its_reasons_comes_back():
    book = FactBook(
        2024,
        MoneyUnit("万元"),
        funds={
            ("spent", "all"): parse_money("95", MoneyUnit("万元")),
            ("adjusted", "all"): parse_money("100", MoneyUnit("万元")),
        },
        indicators=(IndicatorFact("a1", name="件数"),),
        scores={"execution": SelfScore("9.5")},
    )
    sheet = score(load_text(SMALL, name="small"), book)
    data = json.loads(json.dumps(encode(sheet)))
    assert decode(ScoreSheet, data) == sheet
    assert data["lines"][0]["award"]["points"] == "9.50"
    assert sheet.lines[0].award.because.inputs


@pytest.mark.parametrize("severity", list(Severity))
def test_a_finding_comes_back_with_its_fingerprint(severity):
    told = finding(severity)
    back = decode(Finding, json.loads(json.dumps(encode(told))))
    assert back == told
    assert back.fingerprint == told.fingerprint
    assert back.severity is severity


@dataclass(frozen=True)
class Pair:
    both: tuple[str, Decimal]
    by: Mapping[str, int]
    maybe: Decimal | None = None


def test_shapes():
    pair = Pair(("甲", Decimal("1.50")), {"a": 1})
    assert encode(pair) == {"both": ["甲", "1.50"], "by": {"a": 1}, "maybe": None}
    assert decode(Pair, encode(pair)) == pair
    with pytest.raises(TypeError, match="float"):
        encode(Pair(("甲", 1.5), {}))
    with pytest.raises(KeyError):
        decode(Pair, {"strange": 1})
