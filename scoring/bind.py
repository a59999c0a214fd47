"""规则取数: each kind of rule gets its inputs from the facts and gives the award of one leaf.

One function per kind, looked up in `BINDERS`. All are pure over (leaf, facts).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from blueprints.expressions import parse_expression
from blueprints.schema import Blueprint, PointNode, RuleDef
from blueprints.selectors import Selector, parse_selector
from factbook.book import FactBook, IndicatorFact
from factbook.view import View
from scoring.award import Award, Because
from scoring.params import bands, money_unit, typed
from scoring.rules.banded import banded
from scoring.rules.bonus import bonus
from scoring.rules.deduct import deduct
from scoring.rules.manual import manual
from scoring.rules.outcome import unscored
from scoring.rules.qualitative import QualitativeParams, qualitative, read_level
from scoring.rules.ratio import score_ratio
from scoring.rules.reach import ReachParams, reach
from values.measure import same_scale
from values.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Leaf:
    """计分项: a leaf with its rule, full marks and the facts around it."""

    node: PointNode
    rule: RuleDef
    of: Decimal
    blueprint: Blueprint
    book: FactBook
    view: View

    @property
    def given(self) -> Decimal | None:
        """Self score of the leaf."""
        return self.book.score(self.node.key).value


def award_leaf(leaf: Leaf) -> Award:
    """Award of a leaf by its rule. Raises ParamError for a rule that lint would have refused."""
    return BINDERS[leaf.rule.kind](leaf, typed(leaf.rule)).keyed(leaf.node.key)


def award_row(row: IndicatorFact, rule: RuleDef) -> Award:
    """Award of one indicator row by its own relation and weight (kind by_relation)."""
    of = row.weight_value
    if of is None:
        because = Because(cap="本行权重未填或不是数字，不能计分", source=rule.source)
        return unscored(Decimal(0), "unknown", because).keyed(row.uid)
    if is_qualitative(row):
        return _judged(row, of, bands(rule), row.score_value).keyed(row.uid)
    return _reached(row, of, row.relation_value or Relation.GE, typed(rule)).keyed(row.uid)


def is_qualitative(row: IndicatorFact) -> bool:
    """定性: said so, or no relation given and no number to compare with."""
    if row.relation_value is None:
        return row.target_measure.number is None
    return row.relation_value is Relation.QUALITATIVE


def _judged(row: IndicatorFact, of: Decimal, params: QualitativeParams, given: Decimal | None) -> Award:
    level = read_level(row.target, row.actual, params)
    return qualitative(
        of=of, target_text=row.target, actual_text=row.actual, params=params, level=level, self_points=given
    )


def _reached(row: IndicatorFact, of: Decimal, relation: Relation, params: ReachParams) -> Award:
    target, actual = row.target_measure, row.actual_measure
    pair = same_scale(target, actual)
    if pair is None and target.number is not None and actual.number is not None:
        inputs = (("目标值", row.target), ("完成值", row.actual))
        because = Because(inputs, cap=f"目标值与完成值单位不同（{target.unit}、{actual.unit}），不能比较", source=params.source)
        return unscored(of, "unknown", because)
    figures = pair or (target.number, actual.number)
    unit = target.unit if pair and target.unit == actual.unit else ""
    award = reach(of=of, relation=relation, target=figures[0], actual=figures[1], params=params, unit=unit)
    return _as_typed(award, row) if award.status == "unknown" else award


def _as_typed(award: Award, row: IndicatorFact) -> Award:
    """Show what stands in the cells that could not be read as numbers, not only that they could not."""
    inputs = (("目标值", row.target.strip() or "（未填）"), ("完成值", row.actual.strip() or "（未填）"))
    return replace(award, because=replace(award.because, inputs=inputs))


def _by_ratio(leaf: Leaf, params: Any) -> Award:
    value, over = (parse_expression(leaf.rule.params[name]) for name in ("value", "over"))
    params = replace(params, money=money_unit(leaf.rule, leaf.blueprint, value.paths | over.paths))
    return score_ratio(
        of=leaf.of,
        numerator=_figure(leaf, leaf.rule.params["value"]),
        denominator=_figure(leaf, leaf.rule.params["over"]),
        params=params,
    )


def _by_hand(leaf: Leaf, params: Any) -> Award:
    return manual(of=leaf.of, given=leaf.given, params=params)


def _by_reach(leaf: Leaf, params: ReachParams) -> Award:
    asked = Relation(leaf.rule.params.get("relation", Relation.GE))
    if "indicator" not in leaf.rule.params:
        target, actual = _figure(leaf, leaf.rule.params["target"]), _figure(leaf, leaf.rule.params["value"])
        return reach(of=leaf.of, relation=asked, target=target, actual=actual, params=params)
    rows = _selected(leaf)
    if not rows:
        return _nothing_selected(leaf, params.source)
    if leaf.rule.params.get("take", "first") == "sum" and len(rows) > 1:
        return _sum_reached(rows, leaf, asked, params)
    row = next((each for each in rows if each.target_measure.number is not None), rows[0])
    return _reached(row, leaf.of, row.relation_value or asked, params)


def _sum_reached(rows: list[IndicatorFact], leaf: Leaf, asked: Relation, params: ReachParams) -> Award:
    """Targets and actuals of several rows added, in the unit of the first."""
    first = rows[0].target_measure
    targets = [same_scale(row.target_measure, first) for row in rows]
    actuals = [same_scale(row.actual_measure, first) for row in rows]
    if any(pair is None or pair[1] != first.number for pair in (*targets, *actuals)):
        because = Because(cap="各行指标的目标值或完成值未填全，或单位不同，不能合并计算", source=params.source)
        return unscored(leaf.of, "unknown", because)
    target = sum((pair[0] for pair in targets if pair), Decimal(0))
    actual = sum((pair[0] for pair in actuals if pair), Decimal(0))
    relation = rows[0].relation_value or asked
    return reach(of=leaf.of, relation=relation, target=target, actual=actual, params=params, unit=first.unit)


def _by_judgement(leaf: Leaf, params: QualitativeParams) -> Award:
    rows = _selected(leaf)
    return _judged(rows[0], leaf.of, params, leaf.given) if rows else _nothing_selected(leaf, params.source)


def _by_bands(leaf: Leaf, params: Any) -> Award:
    return banded(of=leaf.of, value=_figure(leaf, leaf.rule.params["value"]), params=params)


def _by_faults(leaf: Leaf, params: Any) -> Award:
    return deduct(of=leaf.of, faults=_count(leaf, "faults"), params=params)


def _by_merits(leaf: Leaf, params: Any) -> Award:
    return bonus(of=leaf.of, merits=_count(leaf, "merits"), params=params)


def _figure(leaf: Leaf, text: str) -> Decimal | None:
    value = parse_expression(text).evaluate(leaf.view)
    return value if isinstance(value, Decimal) else None


def _count(leaf: Leaf, name: str) -> int | None:
    """A count that cannot be below 0; a fraction or a negative figure is not a count."""
    value = _figure(leaf, leaf.rule.params[name])
    return int(value) if value is not None and value >= 0 and value == int(value) else None


def _selector(leaf: Leaf) -> Selector:
    return parse_selector(leaf.rule.params["indicator"])


def _selected(leaf: Leaf) -> list[IndicatorFact]:
    chosen = _selector(leaf)
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


def _nothing_selected(leaf: Leaf, source: str) -> Award:
    because = Because(cap=f"没有符合“{leaf.rule.params['indicator']}”的指标，不能计算", source=source)
    return unscored(leaf.of, "unknown", because)


BINDERS: Final[Mapping[str, Callable[[Leaf, Any], Award]]] = MappingProxyType(
    {
        "manual": _by_hand,
        "ratio": _by_ratio,
        "reach": _by_reach,
        "qualitative": _by_judgement,
        "banded": _by_bands,
        "deduct": _by_faults,
        "bonus": _by_merits,
    }
)
