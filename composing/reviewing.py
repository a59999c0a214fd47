"""复核的印法: what the bureau decided, at the places a form keeps for it; nothing before the filing is approved."""

from __future__ import annotations

from decimal import Decimal

from blueprints.schema import PointNode
from composing.inputs import Inputs
from composing.typed import counted
from documents.tree import Content, Text
from values.day import chinese_day

_NOTHING = Text("")


def review_fact(inputs: Inputs, path: str) -> Content:
    """The content of a path of the review (`blueprints.reviewed`)."""
    review = inputs.review
    if review is None:
        return _NOTHING
    match path.split("."):
        case ["score", "total", "review"]:
            return _points(review.total)
        case ["score", key, "review"]:
            node = inputs.blueprint.node(key)
            return review_of_node(inputs, node) if node else _NOTHING
    words = {"grade.review": review.grade, "review.opinion": review.opinion, "review.by": review.by}
    return Text(chinese_day(review.on) if path == "review.date" else words.get(path, ""))


def review_of_line(inputs: Inputs, key: str) -> Content:
    """复核得分 of one line of the sheet."""
    return _points(inputs.review.points.get(key) if inputs.review else None)


def reason_of_line(inputs: Inputs, key: str) -> Content:
    """复核理由 of one line of the sheet."""
    return Text(inputs.review.reasons.get(key, "") if inputs.review else "")


def review_of_node(inputs: Inputs, node: PointNode) -> Content:
    """复核得分 of a node: its lines added up; nothing while one of them has no points."""
    below = {leaf.key for leaf in node.leaves()}
    keys = [line.key for line in inputs.sheet.lines if line.node in below]
    given = [inputs.review.points.get(key) for key in keys] if inputs.review else []
    known = [points for points in given if points is not None]
    return _points(sum(known, Decimal(0)) if known and len(known) == len(given) else None)


def _points(points: Decimal | None) -> Content:
    return _NOTHING if points is None else counted(points)
