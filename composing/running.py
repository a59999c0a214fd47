"""行文的成文: the nodes that are running text: headings, prose, sentences, fixed words, and charts between them."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.charting import ChartNode
from blueprints.printing import BoilerplateNode, HeadingNode, ProseNode, SentenceNode
from composing.charting import chart
from composing.figures import fact_key, filled, text_at
from composing.inputs import Inputs
from composing.lines import alignment
from composing.outline import Outline
from composing.sentences import sentence
from documents.text import paragraphs
from documents.tree import Align, Block, Heading, Paragraph


def running(
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
            yield from _sentence(inputs, node, outline)
        case ChartNode():
            yield chart(inputs, node)
        case _:
            align = alignment(node.align) or Align.LEFT
            for text in written_lines(filled(inputs, node.text)):
                yield Paragraph(outline.item() + text if node.listed else text, align, node.indent)


def _sentence(inputs: Inputs, node: SentenceNode, outline: Outline) -> Iterator[Paragraph]:
    """A sentence, or one paragraph per clause; its lead stands also where nothing can be said yet."""
    lead = filled(inputs, node.lead)
    texts = written_lines(sentence(inputs, node)) or ([""] if lead else [])
    for number, text in enumerate(texts):
        first = lead if number == 0 else ""
        yield Paragraph(first + (outline.item() + text if node.listed else text), lead=len(first))


def _prose(inputs: Inputs, node: ProseNode) -> Iterator[Paragraph]:
    """叙述 as its paragraphs; the first one carries the fact's path."""
    lead = filled(inputs, node.lead)
    written = written_lines(text_at(inputs, node.path))
    texts = written or written_lines(filled(inputs, node.empty)) or ([""] if lead else [])
    for number, text in enumerate(texts):
        if number == 0:
            yield Paragraph(lead + text, key=fact_key(inputs.blueprint, node.path), lead=len(lead))
        else:
            yield Paragraph(text)


def written_lines(text: str) -> list[str]:
    """Lines with something on them; the writers indent, so typed indents go."""
    return [line.strip() for line in paragraphs(text) if line.strip()]
