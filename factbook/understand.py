"""识读: the parsed columns beside what was typed, for queries. Never raises; what does not fit a column stays None."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from indicators.models import Indicator, Result, SelfScoreEntry
from projects.models import FundFlow
from values.measure import parse_measure, parse_relation
from values.money import MoneyUnit, parse_money
from values.number import parse_number
from values.rounding import round_half_up
from values.vocabulary import Level1, Relation

_WORDS: Final = {"满意度": Level1.SATISFACTION, "成本": Level1.COST, "产出": Level1.OUTPUT, "效益": Level1.BENEFIT}


def fit(value: Decimal | None, digits: int, places: int) -> Decimal | None:
    """`value` rounded half-up to `places`, None when a column of `digits` digits cannot hold it."""
    if value is None or not value.is_finite() or value.adjusted() >= digits:
        return None
    rounded = round_half_up(value, places)
    return rounded if abs(rounded) < Decimal(10) ** (digits - places) else None


def understand_fund(flow: FundFlow) -> None:
    """Set `yuan` from `raw`, read in `unit`."""
    flow.yuan = fit(parse_money(flow.raw, MoneyUnit(flow.unit)).yuan, 20, 4)


def relation_of(indicator: Indicator) -> Relation | None:
    """指标性质 from its own column, or from the target's text."""
    return parse_relation(indicator.relation) or parse_measure(indicator.target).relation


def understand_indicator(indicator: Indicator, levels: Mapping[str, str]) -> None:
    """Set the keys and numbers of an indicator; `levels` maps the form's printed 一级指标 to canonical keys."""
    relation = relation_of(indicator)
    indicator.level1_key = level1_key(indicator.level1, levels)
    indicator.relation_key = relation.value if relation else ""
    target = parse_measure(indicator.target, unit=indicator.unit, relation=relation)
    indicator.target_value = fit(target.number, 24, 6)
    indicator.weight_value = fit(parse_number(indicator.weight).value, 8, 3)


def level1_key(label: str, levels: Mapping[str, str]) -> str:
    """Canonical 一级指标 of what was typed: the form's own words first, then the national ones; `other`, '' for blank."""
    text = label.strip()
    if not text:
        return ""
    if text in levels:
        return levels[text]
    return next((key.value for word, key in _WORDS.items() if word in text), Level1.OTHER.value)


def understand_result(result: Result) -> None:
    """Set `actual_value` in the scale of the indicator."""
    indicator = result.indicator
    measure = parse_measure(result.actual, unit=indicator.unit, relation=relation_of(indicator))
    result.actual_value = fit(measure.number, 24, 6)


def understand_score(score: SelfScoreEntry) -> None:
    """Set `points` from `raw`."""
    score.points = fit(parse_number(score.raw).value, 8, 3)
