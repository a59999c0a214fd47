"""计分检查: what is wrong with a blueprint's points, rules and grades, in words for its author."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from blueprints.expressions import ExpressionError, parse_expression
from blueprints.schema import Blueprint, PointNode, RuleDef
from blueprints.selectors import parse_selector
from scoring.grades import Band, grade_of
from scoring.params import ParamError, bands, typed, with_parameters
from values.money import MoneyUnit
from values.vocabulary import Relation

_EXPRESSIONS: Final = ("value", "over", "target", "faults", "merits", "when", "full")
_NO_PARTS: Final = frozenset({"parts", "manual", "qualitative", "by_relation"})
_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "relation": tuple(relation for relation in Relation if relation is not Relation.QUALITATIVE),
    "take": ("first", "sum"),
    "money": (*MoneyUnit, "none"),
}


def lint_points(blueprint: Blueprint) -> list[str]:
    """Problems of rules and grades; an empty list when there are none."""
    problems = [problem for leaf in blueprint.leaves() for problem in _lint_leaf(blueprint, leaf)]
    if blueprint.grades:
        try:
            grade_of(Decimal(0), [Band(grade.at_least, grade.name) for grade in blueprint.grades])
        except ValueError as trouble:
            problems.append(f"grades：{trouble}")
    return problems


def _lint_part(blueprint: Blueprint, part: PointNode, where: str) -> Iterator[str]:
    """A part is scored by a rule of its own from the facts; it has no line of which a person could judge."""
    if part.rule is not None and part.rule.kind in _NO_PARTS:
        yield f"{where}：分项“{part.label}”不能用规则 {part.rule.kind}，分项须由数据算出"
    else:
        yield from _lint_leaf(blueprint, part)


def _lint_leaf(blueprint: Blueprint, leaf: PointNode) -> Iterator[str]:
    where = f"points 中的 {leaf.key}"
    if leaf.rule is None:
        return
    if (leaf.rule.kind == "parts") != bool(leaf.parts):
        yield f"{where}：规则 parts 须写 parts 列出各分项，有分项的也只能用规则 parts"
        return
    for part in leaf.parts:
        yield from _lint_part(blueprint, part, where)
    if (leaf.rule.kind == "by_relation") != bool(leaf.from_table):
        yield f"{where}：规则 by_relation 只用于、也必须用于 from_table 的分值节点"
        return
    try:
        typed(with_parameters(leaf.rule, blueprint))
        bands(leaf.rule)
    except ParamError as trouble:
        yield f"{where}：{trouble}"
    yield from (f"{where}：{trouble}" for trouble in _lint_inputs(leaf.rule))


def _lint_inputs(rule: RuleDef) -> Iterator[str]:
    for name in _EXPRESSIONS:
        if name in rule.params:
            try:
                parse_expression(rule.params[name])
            except ExpressionError as trouble:
                yield f"参数 {name}：{trouble}"
    if "indicator" in rule.params:
        try:
            parse_selector(rule.params["indicator"])
        except ValueError as trouble:
            yield f"参数 indicator：{trouble}"
    for name, allowed in _WORDS.items():
        if name in rule.params and rule.params[name] not in allowed:
            yield f"参数 {name}：“{rule.params[name]}”不可用，只能写 {'、'.join(allowed)}"
    sources = {"indicator", "value", "target"} & set(rule.params)
    if rule.kind == "reach" and sources not in ({"indicator"}, {"value", "target"}):
        yield "规则 reach 须写 indicator，或同时写 value 与 target，二者只能取一"
