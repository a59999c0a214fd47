"""构成的说法: one clause per part of a whole."""

from __future__ import annotations

from blueprints.schema import Breakdown
from blueprints.templates import fill_said
from composing.figures import shaped
from composing.inputs import Inputs
from composing.said import as_said
from factbook.breakdowns import Slice


def told_parts(inputs: Inputs, breakdown: Breakdown) -> list[Slice]:
    """The parts that are not 0; all of them when the whole is 0."""
    parts = inputs.view.parts(breakdown.key)
    return [part for part in parts if part.amount] or list(parts)


def clauses_of(inputs: Inputs, breakdown: Breakdown, template: str) -> list[str]:
    """`template` over number, name, amount and share of every part that is told."""
    parts = told_parts(inputs, breakdown)
    return [fill_said(template, _words(inputs, part, n).__getitem__) for n, part in enumerate(parts, 1)]


def _words(inputs: Inputs, part: Slice, n: int) -> dict[str, str]:
    return {
        "n": str(n),
        "name": part.name,
        "amount": as_said(inputs, shaped(inputs, part.amount, "money")),
        "share": as_said(inputs, shaped(inputs, part.share, "percent")),
    }
