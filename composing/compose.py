"""成文: (表样, 事实簿, 评分表) → the finished document tree. Pure: the same values give the same document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blueprints.covers import CoverNode
from blueprints.printing import (
    GridNode,
    LineNode,
    PageBreakNode,
    PartDef,
    PrintNode,
    SignDef,
    SignoffNode,
    TitleNode,
)
from blueprints.schema import Blueprint
from composing.annexes import annexed
from composing.bound import expanded
from composing.covers import cover
from composing.figures import filled, printed, text_at
from composing.grid import table_of
from composing.inputs import Inputs
from composing.keys import unique_keys
from composing.lines import alignment
from composing.outline import Outline
from composing.running import running, written_lines
from documents.tree import (
    Align,
    Block,
    Document,
    Line,
    Orientation,
    PageBreak,
    Part,
    SignBlock,
    SignLine,
    Title,
)
from factbook.book import FactBook
from scoring.reviewed import Review
from scoring.sheet import ScoreSheet

_BRACKETS: Final = "（）()〔〕 "


def compose(
    blueprint: Blueprint,
    book: FactBook,
    sheet: ScoreSheet,
    *,
    review: Review | None = None,
    watermark: str = "",
    created: str = "",
    annexes: bool = True,
) -> Document:
    """Lay out one form with its facts.

    `review`: what the bureau decided, for the paper after approval. `watermark` such as 草稿, `created` an ISO 8601 moment for the files' metadata; without `annexes` only the form's own pages.
    Raises documents.grid.GridError when the form's spans do not add up, which `composing.lint` finds before anybody fills it.
    """
    inputs = Inputs(blueprint, *expanded(blueprint, book, sheet), review)
    parts = [part for part in blueprint.parts if annexes or not part.annex]
    return Document(
        title="".join(written_lines(text_at(inputs, "title"))),
        parts=unique_keys([made for part in parts for made in _parts(inputs, part)]),
        author=book.raw("department.name"),
        created=created,
        watermark=watermark,
    )


def _parts(inputs: Inputs, part: PartDef) -> Iterator[Part]:
    """The part itself, or the papers that are its annex."""
    if part.annex:
        yield from annexed(inputs, part, _part)
    else:
        yield _part(inputs, part)


def _part(inputs: Inputs, part: PartDef) -> Part:
    outline = Outline()
    return Part(
        blocks=tuple(block for node in part.nodes for block in _blocks(inputs, node, outline)),
        orientation=Orientation(part.orientation),
        name=filled(inputs, part.name),
        table_points=float(part.table_points),
    )


def _blocks(inputs: Inputs, node: PrintNode, outline: Outline) -> Iterator[Block]:
    match node:
        case TitleNode():
            yield _title(inputs, node)
        case LineNode():
            yield Line(tuple(filled(inputs, part) for part in node.parts))
        case GridNode():
            table = table_of(inputs, node)
            if table.rows:
                yield table
        case SignoffNode():
            yield _signoff(inputs, node)
        case PageBreakNode():
            yield PageBreak()
        case CoverNode():
            yield cover(inputs, node, _title(inputs, TitleNode()))
        case _:
            if inputs.shown(node.when):
                yield from running(inputs, node, outline)


def _title(inputs: Inputs, node: TitleNode) -> Title:
    """A line of the subtitle about which nothing is known is not printed; nor are brackets around nothing."""
    text, below = (node.text, node.subtitle) if node.text else ("{title}", inputs.blueprint.subtitle)
    lines = [line for line in written_lines(filled(inputs, below)) if line.strip(_BRACKETS)]
    return Title("\n".join(written_lines(filled(inputs, text))), "\n".join(lines))


def _signoff(inputs: Inputs, node: SignoffNode) -> SignBlock:
    rows = tuple(tuple(_sign(inputs, sign) for sign in row) for row in node.rows)
    return SignBlock(rows, alignment(node.align) or Align.LEFT)


def _sign(inputs: Inputs, sign: SignDef) -> SignLine:
    value = printed(inputs, sign.path, sign.shape).text if sign.path else ""
    return SignLine(filled(inputs, sign.label), value, sign.path)
