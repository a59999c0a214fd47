"""DOCX 输出: the tree as a Word file with official styles, real fields and one section per part."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from docx.document import Document as DocxDocument
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from lxml.etree import _Element

from .. import covers, fitted, measure, pages, sidebyside, style
from ..text import paragraphs
from ..tree import (
    Align,
    Block,
    Chart,
    Cover,
    Document,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Part,
    SignBlock,
    Table,
    Title,
)
from .archive import fixed
from .docx_chart import chart_paragraphs
from .docx_cover import cover_paragraphs
from .docx_elements import Bookmarks, element, paragraph, run, runs, twips
from .docx_furniture import mark, no_number, number_pages, set_page
from .docx_styles import Styles, exact_spacing, first_line_indent, justification, lead_run
from .docx_table import build_table
from .docx_template import new_document


def render_docx(document: Document) -> bytes:
    """Return the document as DOCX; the same document gives the same bytes.

    Raises GridError for a table with a hole or an overlap.
    """
    document = fitted.fitted(document)
    target = new_document(document)
    styles, bookmarks = Styles(target), Bookmarks()
    target.settings.odd_and_even_pages_header_footer = True  # GB/T 9704: page numbers stand at the outer edge
    for number, part in enumerate(document.parts):
        if number:
            _new_section(target, styles)
        section = target.sections[-1]
        set_page(section, part)
        if document.page_numbers:
            number_pages(section, styles, part)
            if covers.cover_of(part):
                no_number(section, styles)
        if number == 0 and document.watermark:
            mark(section, styles, document.watermark)
        _Body(pages.expected(part), styles, bookmarks, target.part).write(target)
    saved = io.BytesIO()
    target.save(saved)
    return fixed(saved.getvalue())


def _new_section(target: DocxDocument, styles: Styles) -> None:
    """End the section; the paragraph that carries its settings is made too small to spill onto a page of its own."""
    target.add_section(WD_SECTION.NEW_PAGE)
    carrier: Any = target.element.body.findall(qn("w:p"))[-1]
    carrier.pPr.insert(0, element("w:pStyle", {"w:val": styles.gap()}))


@dataclass
class _Body:
    """正文: writes the blocks of one part."""

    part: Part
    styles: Styles
    bookmarks: Bookmarks
    file: Any  # the file's main part, which holds pictures

    def write(self, target: DocxDocument) -> None:
        settings = target.element.body[-1]
        previous: Block | None = None
        last: _Element | None = None
        for block in self.part.blocks:
            if isinstance(block, SignBlock) and isinstance(previous, Paragraph) and last is not None:
                last[0].insert(1, element("w:keepNext"))  # a seal never stands on a page without text
            if isinstance(block, Table) and isinstance(previous, Table):
                settings.addprevious(self._spacer(3))  # Word joins tables that touch
            for made in _DRAW[type(block)](self, block):
                settings.addprevious(made)
                last = made
            previous = block
        if isinstance(previous, Table):
            settings.addprevious(self._spacer(0))  # Word wants a paragraph after the last table

    def _spacer(self, after_mm: float) -> _Element:
        return paragraph(self.styles.gap(), [exact_spacing(1, after_mm=after_mm)])

    def title(self, title: Title) -> list[_Element]:
        """小标宋 in the middle, its second line below."""
        gap = exact_spacing(style.TITLE_PITCH_POINTS, after_mm=0 if title.subtitle else style.title_gap(self.part))
        made = [paragraph(self.styles.title(), [gap], runs(title.text))]
        if title.subtitle:
            points = style.subtitle(self.part).points * style.LINE_PITCH
            gap = exact_spacing(points, after_mm=style.title_gap(self.part))
            made.append(paragraph(self.styles.subtitle(self.part), [gap], runs(title.subtitle)))
        return made

    def heading(self, heading: Heading) -> list[_Element]:
        """Word's own heading style of the level."""
        name = self.styles.heading(heading.level, style.body_points(self.part))
        return [paragraph(name, [], self.bookmarks.around(heading.key, runs(heading.text)))]

    def paragraph(self, block: Paragraph) -> list[_Element]:
        """One Word paragraph per line end."""
        points = style.body_points(self.part)
        made = []
        for number, piece in enumerate(paragraphs(block.text)):
            indent = [first_line_indent(points)] if block.indent and block.align is Align.LEFT else []
            lead = block.lead if number == 0 else 0
            content = [lead_run(piece[:lead], points)] if lead else []
            content += [run(piece[lead:])] if piece[lead:] else []
            if number == 0:
                content = self.bookmarks.around(block.key, content)
            made.append(paragraph(self.styles.body(points), [*indent, justification(block.align)], content))
        return made

    def line(self, line: Line) -> list[_Element]:
        """Parts at the left, in the middle and at the right, by tab stops."""
        width, last = style.paper(self.part).content_width, len(line.parts) - 1
        points = style.body_points(self.part)
        stops, used = [], measure.ems(line.parts[0]) if line.parts else 0.0
        for n, text in enumerate(line.parts[1:], 1):
            middle, long = width * n / last, measure.ems(text)
            # A middle part stands where it can: right behind one before it that reaches into its room.
            after = (used + 1) * points / style.POINTS_PER_MM
            is_hit = n < last and middle - long / 2 * points / style.POINTS_PER_MM < after
            kind = "right" if n == last else "left" if is_hit else "center"
            stops.append(element("w:tab", {"w:val": kind, "w:pos": twips(after if is_hit else middle)}))
            used = max(used + 1 + long, middle * style.POINTS_PER_MM / points + long / 2)
        content = self.bookmarks.around(line.key, _tabbed(line.parts))
        tabs = [element("w:tabs", None, *stops)] if stops else []
        return [paragraph(self.styles.body(style.body_points(self.part)), [element("w:keepNext"), *tabs], content)]

    def sign_block(self, block: SignBlock) -> list[_Element]:
        """Rows of labels on tab stops, kept on one page; room to sign comes from the line height."""
        width = style.paper(self.part).content_width
        left = width * style.RIGHT_BLOCK_SHARE if block.align is Align.RIGHT else 0.0
        name = self.styles.body(style.body_points(self.part))
        made = []
        for number, row in enumerate(block.rows):
            texts = [cell.label + cell.value for cell in row]
            stops = [
                twips(left + at) for at in sidebyside.starts(texts, width - left, style.body_points(self.part))[1:]
            ]
            content = [
                piece for n, cell in enumerate(row) for piece in self._signed(n, cell.key, cell.label + cell.value)
            ]
            keep = [element("w:keepNext")] if number < len(block.rows) - 1 else []
            tabs = [element("w:tabs", None, *(element("w:tab", {"w:val": "left", "w:pos": at}) for at in stops))]
            lead = style.SIGN_LEAD_MM if number == 0 else 0.0
            spacing = exact_spacing(style.SIGN_LINE_MM * style.POINTS_PER_MM, before_mm=lead)
            properties = [*keep, *(tabs if stops else []), spacing, element("w:ind", {"w:left": twips(left)})]
            made.append(paragraph(name, properties, content))
        return made

    def _signed(self, number: int, key: str, text: str) -> list[_Element]:
        tab = [element("w:r", None, element("w:tab"))] if number else []
        return [*tab, *self.bookmarks.around(key, runs(text))]

    def table(self, table: Table) -> list[_Element]:
        """The table, built in one pass."""
        return [build_table(table, self.part, self.styles, self.bookmarks)]

    def chart(self, chart: Chart) -> list[_Element]:
        """Unit, picture and caption."""
        return chart_paragraphs(chart, self.file, self.styles, self.bookmarks)

    def cover(self, cover: Cover) -> list[_Element]:
        """A page of its own: note, title and groups of lines."""
        return cover_paragraphs(cover, self.part, self.title(cover.title), self.styles, self.bookmarks)

    def page_break(self, _block: PageBreak) -> list[_Element]:
        """An empty paragraph that ends the page."""
        return [paragraph(self.styles.gap(), [], [element("w:r", None, element("w:br", {"w:type": "page"}))])]


def _tabbed(texts: tuple[str, ...]) -> list[_Element]:
    made: list[_Element] = []
    for number, text in enumerate(texts):
        if number:
            made.append(element("w:r", None, element("w:tab")))
        made.extend(runs(text))
    return made


_DRAW = cast(
    "dict[type[Block], Callable[[_Body, Block], list[_Element]]]",
    {
        Title: _Body.title,
        Heading: _Body.heading,
        Paragraph: _Body.paragraph,
        Line: _Body.line,
        Table: _Body.table,
        SignBlock: _Body.sign_block,
        PageBreak: _Body.page_break,
        Cover: _Body.cover,
        Chart: _Body.chart,
    },
)
