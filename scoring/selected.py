"""按指标计分: leaves whose points come from indicator rows that a selector names (晋中 实际完成率 ← 数量指标)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from blueprints.selectors import parse_selector
from factbook.book import IndicatorFact
from scoring.award import Award, Because
from scoring.leaf import Leaf
from scoring.rows import judged, reached
from scoring.rules.outcome import unscored
from scoring.rules.qualitative import QualitativeParams
from scoring.rules.reach import ReachParams, reach
from values.measure import Measure, same_scale
from values.units import scale_of
from values.vocabulary import Relation


def by_reach(leaf: Leaf, params: ReachParams) -> Award:
    """Kind reach: from figures of the facts, from the first selected row that has a number, or from the sum of all."""
    asked = Relation(leaf.rule.params.get("relation", Relation.GE))
    if "indicator" not in leaf.rule.params:
        target, actual = leaf.figure("target"), leaf.figure("value")
        return reach(of=leaf.of, relation=asked, target=target, actual=actual, params=params)
    rows = counted(leaf)
    if not rows:
        return _nothing_selected(leaf, params.source)
    if len(rows) > 1:
        return _sum_reached(rows, leaf, asked, params)
    return reached(rows[0], leaf.of, rows[0].relation_value or asked, params)


def by_judgement(leaf: Leaf, params: QualitativeParams) -> Award:
    """Kind qualitative: the first selected row, with the self score of the leaf."""
    rows = selected(leaf)
    return judged(rows[0], leaf.of, params, leaf.given) if rows else _nothing_selected(leaf, params.source)


def counted(leaf: Leaf) -> list[IndicatorFact]:
    """Rows whose figures a leaf of kind reach is reckoned from: all selected ones, or the first that has a number."""
    rows = selected(leaf)
    if leaf.rule.params.get("take", "first") == "sum":
        return rows
    return [next((each for each in rows if each.target_measure.number is not None), rows[0])] if rows else []


def selected(leaf: Leaf) -> list[IndicatorFact]:
    """Rows typed into that meet the selector, in their order."""
    chosen = parse_selector(leaf.rule.params["indicator"])
    return [
        row
        for row in leaf.book.indicators
        if not row.is_empty
        and chosen.matches(
            level1=row.level1,
            level2=row.level2,
            name=row.name,
            level1_key=leaf.blueprint.frame.level_key(row.level1),
        )
    ]


def _sum_reached(rows: list[IndicatorFact], leaf: Leaf, asked: Relation, params: ReachParams) -> Award:
    """Targets and actuals of several rows added, in the unit of the first."""
    first = rows[0].target_measure
    target = _added((row.target_measure for row in rows), first)
    actual = _added((row.actual_measure for row in rows), first)
    if target is None or actual is None:
        because = Because(cap="各行指标的目标值或完成值未填全，或单位不同，不能合并计算", source=params.source)
        return unscored(leaf.of, "unknown", because)
    relation = rows[0].relation_value or asked
    return reach(of=leaf.of, relation=relation, target=target, actual=actual, params=params, unit=first.unit)


def _added(measures: Iterable[Measure], first: Measure) -> Decimal | None:
    """Sum in the unit of `first` (万人 and 人 converted), None when one is missing or does not compare."""
    parts = [_in_unit_of(first, measure) for measure in measures]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


def _in_unit_of(first: Measure, measure: Measure) -> Decimal | None:
    pair = same_scale(measure, first)
    if pair is None or measure.number is None:
        return None
    converted = measure.unit and first.unit and measure.unit != first.unit
    return pair[0] / scale_of(first.unit)[1] if converted else measure.number


def _nothing_selected(leaf: Leaf, source: str) -> Award:
    because = Because(cap=f"没有符合“{leaf.rule.params['indicator']}”的指标，不能计算", source=source)
    return unscored(leaf.of, "unknown", because)
