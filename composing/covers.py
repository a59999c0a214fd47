"""封面的成文: the form's title and groups of lines on a page of their own."""

from __future__ import annotations

from blueprints.covers import CoverLineDef, CoverNode
from composing.figures import fact_key, filled, printed
from composing.inputs import Inputs
from composing.lines import alignment
from composing.rows.cells import boxes_text
from documents.tree import Align, Cover, CoverLine, Title


def cover(inputs: Inputs, node: CoverNode, title: Title) -> Cover:
    """Lay out the cover; boxes are part of the printed words, not a filled-in value."""
    groups = tuple(tuple(_line(inputs, line) for line in group) for group in node.groups)
    return Cover(title, groups, filled(inputs, node.note))


def _line(inputs: Inputs, line: CoverLineDef) -> CoverLine:
    align, label = alignment(line.align) or Align.LEFT, filled(inputs, line.label)
    key = fact_key(inputs.blueprint, line.path)
    if line.options:
        return CoverLine(label + boxes_text(line.options, inputs.view.raw(line.path)), "", key, align)
    value = printed(inputs, line.path, line.shape).text if line.path else ""
    return CoverLine(label, value, key, align, blank=bool(line.path) and not value)
