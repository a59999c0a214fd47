"""分级分值 (S02、S03 的表样一半): points stated for a level against the sum of what stands below it (地方表式：标注分与下级合计).

S02 looks at level-one nodes, S03 at level-two nodes of the points tree. `levels` compares the weights people typed, summed by
一级 (S02) or 二级指标 (S03), with the points the form gives that level.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from blueprints.schema import PointNode
from crosschecks.context import Context, Found
from crosschecks.finding import Place, Severity
from crosschecks.kind import Kind, PaperCheck
from crosschecks.params import named_numbers, texts
from crosschecks.wording import addition, points
from factbook.book import IndicatorFact
from scoring.engine import full_marks
from values.number import parse_number

TOLERANCE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: node keys (empty: all of the level) and named points per level of the typed indicators."""

    nodes: tuple[str, ...] = ()
    levels: tuple[tuple[str, Decimal], ...] = ()


def check(context: Context, params: Params, *, depth: int) -> Iterator[Found]:
    """Compare stated points with the points below, for nodes of the tree and for typed rows."""
    for node in _at_depth(context.blueprint.points, depth):
        if node.children and (not params.nodes or node.key in params.nodes):
            yield from _node(node)
    read: Callable[[IndicatorFact], str] = (lambda row: row.level1) if depth == 1 else (lambda row: row.level2)
    for name, stated in params.levels:
        yield from _typed(context, name, stated, [row for row in context.rows() if read(row).strip() == name])


def _at_depth(nodes: tuple[PointNode, ...], depth: int) -> Iterator[PointNode]:
    for node in nodes:
        if depth == 1:
            yield node
        else:
            yield from _at_depth(node.children, depth - 1)


def _node(node: PointNode) -> Iterator[Found]:
    stated = parse_number(node.printed.strip("（()） ")).value if node.printed else node.of
    below = [full_marks(child) for child in node.children]
    known = [part for part in below if part is not None]
    total = sum(known, Decimal(0))
    if stated is None or len(known) < len(below) or abs(stated - total) <= TOLERANCE:
        return
    yield Found(
        f"“{node.label}”标注{points(stated)}，下级合计{points(total)}。",
        f"{addition(known)}，标注{points(stated)}",
        (Place(f"score.{node.key}.self", node.label, points(stated)),),
        f"表样已注明：{node.because}" if node.because else "表样分值与下级不符，请联系管理员核对表样",
        # What the form's author has explained nobody who fills it can mend.
        severity=Severity.HINT if node.because else None,
    )


def _typed(context: Context, name: str, stated: Decimal, rows: list[IndicatorFact]) -> Iterator[Found]:
    weights = [row.weight_value for row in rows if row.weight_value is not None]
    total = sum(weights, Decimal(0))
    if not weights or abs(total - stated) <= TOLERANCE:
        return
    yield Found(
        f"“{name}”应为{points(stated)}，各行合计{points(total)}。",
        f"{addition(weights)}，应为{points(stated)}",
        tuple(context.place(f"indicators.{row.uid}.weight") for row in rows),
        f"请调整“{name}”各行权重，使合计为{points(stated)}",
        pending=total < stated,
    )


def level_kind(rule: str, name: str, depth: int, paper: PaperCheck) -> Kind:
    """S02 or S03: the form half of this depth and its own paper half."""
    return Kind(
        rule,
        name,
        Severity.ERROR,
        "财预〔2020〕10号；地方表式",
        Params,
        {"nodes": texts, "levels": named_numbers},
        partial(check, depth=depth),
        paper=paper,
    )
