"""计分: the score sheet of a form over its facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from blueprints.schema import Blueprint, PointNode, RuleDef
from factbook.book import FactBook, IndicatorFact
from factbook.view import View
from scoring.award import Award, Because
from scoring.bind import award_leaf
from scoring.grades import Band, grade_of
from scoring.leaf import Leaf
from scoring.rows import award_row, is_qualitative, weight_of
from scoring.rules.outcome import unscored
from scoring.sheet import NodeTotal, ScoreLine, ScoreSheet
from values.rounding import round_half_up

JUDGED_KINDS: Final = frozenset({"manual", "qualitative"})


def score(blueprint: Blueprint, book: FactBook) -> ScoreSheet:
    """Every line with its computed and self score, the totals and the grades. Pure; the same facts give the same sheet."""
    view = View(blueprint, book)
    lines = tuple(line for node in blueprint.points for line in _lines(node, (), blueprint, book, view))
    self_sum = _total(line.self_points for line in lines)
    filed = book.score("total").value
    leaves = tuple(blueprint.leaves())
    computed = _complete(leaves, lines)
    self_total = filed if filed is not None else self_sum
    of_total = sum((full_marks(node) or Decimal(0) for node in blueprint.points), Decimal(0))
    bands = [Band(grade.at_least, grade.name) for grade in blueprint.grades]
    return ScoreSheet(
        lines=lines,
        nodes={node.key: _node_total(node, lines) for node in blueprint.nodes()},
        of_total=of_total,
        self_sum=self_sum,
        self_filed=filed,
        self_total=self_total,
        computed_total=computed,
        manual_lines=_judged(leaves, lines, book),
        grade_filed=book.raw("grade.self").strip(),
        grade_derived=_grade(self_total if filed is not None or _is_scored(leaves, lines) else None, bands, of_total),
        grade_computed=_grade(computed, bands, of_total),
    )


def full_marks(node: PointNode) -> Decimal | None:
    """分值 of a node: stated, or the sum of its leaves; None for leaves without points."""
    if node.of is not None or not node.children:
        return node.of
    return _total(full_marks(child) for child in node.children)


def _lines(
    node: PointNode, above: tuple[str, ...], blueprint: Blueprint, book: FactBook, view: View
) -> Iterator[ScoreLine]:
    trail = (*above, node.label)
    for child in node.children:
        yield from _lines(child, trail, blueprint, book, view)
    if node.children:
        return
    if node.from_table:
        yield from _row_lines(node, book)
        return
    yield _leaf_line(node, trail, blueprint, book, view)


def _leaf_line(node: PointNode, trail: tuple[str, ...], blueprint: Blueprint, book: FactBook, view: View) -> ScoreLine:
    of = node.of if node.of is not None else Decimal(0)
    award = _leaf_award(node, of, blueprint, book, view)
    typed = book.score(node.key)
    levels = (*trail, "", "", "")
    return ScoreLine(
        key=node.key,
        node=node.key,
        label=node.label,
        level1=levels[0],
        level2=levels[1],
        level3=levels[2],
        of=node.of,
        award=award,
        self_points=typed.value,
        self_raw=typed.raw,
        reason=typed.reason,
        path=f"score.{node.key}.self",
    )


def _leaf_award(node: PointNode, of: Decimal, blueprint: Blueprint, book: FactBook, view: View) -> Award:
    if node.rule is None:
        return unscored(of, "manual", Because(cap="本行没有计分规则，由人评定")).keyed(node.key)
    return award_leaf(Leaf(node, node.rule, of, blueprint, book, view))


def _row_lines(node: PointNode, book: FactBook) -> Iterator[ScoreLine]:
    rule = node.rule or RuleDef("by_relation")
    for row in book.indicators:
        if not row.is_empty:
            yield _row_line(node, row, award_row(row, rule))


def _row_line(node: PointNode, row: IndicatorFact, award: Award) -> ScoreLine:
    return ScoreLine(
        key=row.uid,
        node=node.key,
        label=row.name or f"{row.level2}（未命名）",
        level1=row.level1,
        level2=row.level2,
        level3=row.name,
        of=weight_of(row),
        award=award,
        self_points=row.score_value,
        self_raw=row.score,
        reason=row.reason,
        path=f"indicators.{row.uid}.score",
    )


def _total(parts: Iterable[Decimal | None]) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known else None


def _counted(line: ScoreLine) -> Decimal | None:
    """Points of a line in the computed total: the rule's, or where a person must judge the unit's own."""
    if line.award.points is not None:
        return line.award.points
    return Decimal(0) if line.of == 0 else line.self_points


def _complete(leaves: Sequence[PointNode], lines: Sequence[ScoreLine]) -> Decimal | None:
    """Computed total of these leaves; None while a line is unknown, or while a table has no rows to score."""
    parts = [_counted(line) for line in _own(leaves, lines)]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts) or _is_empty(leaves, lines):
        return None
    return round_half_up(sum(known, Decimal(0)))


def _is_scored(leaves: Sequence[PointNode], lines: Sequence[ScoreLine]) -> bool:
    """Has the unit scored every line that has points? Before that its sum gives no grade."""
    return not _is_empty(leaves, lines) and all(line.self_points is not None or line.of == 0 for line in lines)


def _is_empty(leaves: Sequence[PointNode], lines: Sequence[ScoreLine]) -> bool:
    return bool({leaf.key for leaf in leaves} - {line.node for line in lines})


def _own(leaves: Sequence[PointNode], lines: Sequence[ScoreLine]) -> tuple[ScoreLine, ...]:
    keys = {leaf.key for leaf in leaves}
    return tuple(line for line in lines if line.node in keys)


def _judged(leaves: Sequence[PointNode], lines: Sequence[ScoreLine], book: FactBook) -> int:
    """How many lines count in the computed total with the unit's own points."""
    people = {leaf.key for leaf in leaves if leaf.rule is not None and leaf.rule.kind in JUDGED_KINDS}
    people |= {row.uid for row in book.indicators if is_qualitative(row)}
    own = (line for line in lines if line.award.status != "scored" or line.key in people)
    return sum(line.self_points is not None for line in own)


def _node_total(node: PointNode, lines: Sequence[ScoreLine]) -> NodeTotal:
    leaves = tuple(node.leaves())
    given = _total(line.self_points for line in _own(leaves, lines))
    return NodeTotal(full_marks(node), given, _complete(leaves, lines))


def _grade(total: Decimal | None, bands: list[Band], most: Decimal) -> str:
    """Grade of a total; none for a total above full marks, where weights or scores are wrong and no grade can be right."""
    if total is None or not bands or total > most > 0:
        return ""
    return grade_of(max(total, Decimal(0)), bands)
