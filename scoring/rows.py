"""指标行计分: the award of one indicator row, judged or reckoned by its own relation and weight."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from blueprints.schema import RuleDef
from factbook.book import IndicatorFact
from scoring.award import Award, Because
from scoring.params import bands, typed
from scoring.rules.outcome import unscored
from scoring.rules.qualitative import QualitativeParams, qualitative, read_level
from scoring.rules.reach import ReachParams, reach
from values.measure import same_scale
from values.vocabulary import Relation


def award_row(row: IndicatorFact, rule: RuleDef) -> Award:
    """Award of one indicator row by its own relation and weight (kind by_relation)."""
    of = weight_of(row)
    if of is None:
        because = Because(cap="本行权重未填、不是数字或小于0，不能计分", source=rule.source)
        return unscored(Decimal(0), "unknown", because).keyed(row.uid)
    if is_qualitative(row):
        return judged(row, of, bands(rule), row.score_value).keyed(row.uid)
    return reached(row, of, row.relation_value or Relation.GE, typed(rule)).keyed(row.uid)


def weight_of(row: IndicatorFact) -> Decimal | None:
    """Full marks of a row, None when blank, unreadable or below 0: such a row is worth nothing that is known."""
    value = row.weight_value
    return value if value is not None and value >= 0 else None


def is_qualitative(row: IndicatorFact) -> bool:
    """定性: said so, or no relation given and no number to compare with."""
    if row.relation_value is None:
        return row.target_measure.number is None
    return row.relation_value is Relation.QUALITATIVE


def judged(row: IndicatorFact, of: Decimal, params: QualitativeParams, given: Decimal | None) -> Award:
    """Award of a row that a person judges; the words of target and actual say which band is meant."""
    level = read_level(row.target, row.actual, params)
    return qualitative(
        of=of, target_text=row.target, actual_text=row.actual, params=params, level=level, self_points=given
    )


def reached(row: IndicatorFact, of: Decimal, relation: Relation, params: ReachParams) -> Award:
    """Award of a row reckoned from figures; in different units they are unknown."""
    target, actual = row.target_measure, row.actual_measure
    pair = same_scale(target, actual)
    if pair is None and target.number is not None and actual.number is not None:
        inputs = (("目标值", row.target), ("完成值", row.actual))
        because = Because(
            inputs, cap=f"目标值与完成值单位不同（{target.unit}、{actual.unit}），不能比较", source=params.source
        )
        return unscored(of, "unknown", because)
    figures = pair or (target.number, actual.number)
    unit = target.unit if pair and target.unit == actual.unit else ""
    award = reach(of=of, relation=relation, target=figures[0], actual=figures[1], params=params, unit=unit)
    return _as_typed(award, row) if award.status == "unknown" else award


def _as_typed(award: Award, row: IndicatorFact) -> Award:
    """Show what stands in the cells that could not be read as numbers, not only that they could not."""
    inputs = (("目标值", row.target.strip() or "（未填）"), ("完成值", row.actual.strip() or "（未填）"))
    return replace(award, because=replace(award.because, inputs=inputs))
