"""成文: (表样, 事实簿, 评分表) → the finished document tree. Pure: the same values give the same document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blueprints.charting import ChartNode
from blueprints.covers import CoverNode
from blueprints.printing import (
    BoilerplateNode,
    GridNode,
    HeadingNode,
    LineNode,
    PageBreakNode,
    PartDef,
    PrintNode,
    ProseNode,
    SentenceNode,
    SignDef,
    SignoffNode,
    TitleNode,
)
from blueprints.schema import Blueprint
from composing.annexes import annexed
from composing.bound import expanded
from composing.charting import chart
from composing.covers import cover
from composing.figures import filled, text_at
from composing.grid import table_of
from composing.inputs import Inputs
from composing.keys import unique_keys
from composing.lines import alignment
from composing.outline import Outline
from composing.sentences import sentence
from documents.text import paragraphs
from documents.tree import (
    Align,
    Block,
    Document,
    Heading,
    Line,
    Orientation,
    PageBreak,
    Paragraph,
    Part,
    SignBlock,
    SignLine,
    Title,
)
from factbook.book import FactBook
from scoring.sheet import ScoreSheet

_BRACKETS: Final = "（）()〔〕 "


def compose(
    blueprint: Blueprint, book: FactBook, sheet: ScoreSheet, *, watermark: str = "", created: str = ""
) -> Document:
    """Lay out one form with its facts.

    `watermark` such as 草稿, `created` an ISO 8601 moment for the files' metadata. Raises documents.grid.GridError when the
    form's spans do not add up, which `composing.lint` finds before anybody fills it.
    """
    inputs = Inputs(blueprint, *expanded(blueprint, book, sheet))
    return Document(
        title="".join(_paragraphs(text_at(inputs, "title"))),
        parts=unique_keys([made for part in blueprint.parts for made in _parts(inputs, part)]),
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
                yield from _words(inputs, node, outline)


def _title(inputs: Inputs, node: TitleNode) -> Title:
    """A line of the subtitle about which nothing is known is not printed; nor are brackets around nothing."""
    text, below = (node.text, node.subtitle) if node.text else ("{title}", inputs.blueprint.subtitle)
    lines = [line for line in _paragraphs(filled(inputs, below)) if line.strip(_BRACKETS)]
    return Title("\n".join(_paragraphs(filled(inputs, text))), "\n".join(lines))


def _words(
    inputs: Inputs, node: HeadingNode | ProseNode | SentenceNode | BoilerplateNode | ChartNode, outline: Outline
) -> Iterator[Block]:
    """The nodes that are running text and may be optional."""
    match node:
        case HeadingNode():
            outline.restart()
            number = outline.number(node.level) if node.numbered else ""
            yield Heading(number + filled(inputs, node.text), node.level)
        case ProseNode():
            yield from _prose(inputs, node)
        case SentenceNode():
            for text in _paragraphs(sentence(inputs, node)):
                yield Paragraph(outline.item() + text if node.listed else text)
        case ChartNode():
            yield chart(inputs, node)
        case _:
            align = alignment(node.align) or Align.LEFT
            for text in _paragraphs(filled(inputs, node.text)):
                yield Paragraph(outline.item() + text if node.listed else text, align, node.indent)


def _prose(inputs: Inputs, node: ProseNode) -> Iterator[Paragraph]:
    """叙述 as its paragraphs; the first one carries the fact's path."""
    lead = filled(inputs, node.lead)
    written = _paragraphs(text_at(inputs, node.path))
    texts = written or _paragraphs(filled(inputs, node.empty)) or ([""] if lead else [])
    for number, text in enumerate(texts):
        if number == 0:
            yield Paragraph(lead + text, key=node.path, lead=len(lead))
        else:
            yield Paragraph(text)


def _paragraphs(text: str) -> list[str]:
    """Lines with something on them; the writers indent, so typed indents go."""
    return [line.strip() for line in paragraphs(text) if line.strip()]


def _signoff(inputs: Inputs, node: SignoffNode) -> SignBlock:
    rows = tuple(tuple(_sign(inputs, sign) for sign in row) for row in node.rows)
    return SignBlock(rows, alignment(node.align) or Align.LEFT)


def _sign(inputs: Inputs, sign: SignDef) -> SignLine:
    value = text_at(inputs, sign.path) if sign.path else ""
    return SignLine(filled(inputs, sign.label), value, sign.path)
