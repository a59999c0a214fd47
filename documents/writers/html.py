"""网页与 PDF 的底稿: one complete HTML page drawn from the tree, for the browser's preview and for WeasyPrint.

No inline style and no script, so that it stands under a strict Content-Security-Policy: widths are presentational
attributes, everything else is a class of static/paper/paper.css.
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import cast

from .. import charts, covers, grid, measure, paginate, sidebyside, style
from ..fitted import fitted
from ..text import anchor, clean, paragraphs
from ..tree import (
    Align,
    Block,
    Cell,
    Chart,
    Cover,
    CoverLine,
    Document,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Part,
    Role,
    Row,
    SignBlock,
    SignLine,
    Table,
    Title,
)

STYLESHEET = "paper/paper.css"  # below the static files
_CELL_CLASSES = {Role.LABEL: " label", Role.TITLE: " heading"}
_PIXELS_PER_MM = 96 / style.MM_PER_INCH


@dataclass(frozen=True, slots=True)
class _Page:
    """What drawing a block needs to know about its part."""

    width_mm: float
    height_mm: float
    body_points: float
    table_points: float
    part: int
    for_screen: bool
    room_mm: int = 0  # between the groups of a cover


def render_html(document: Document, *, for_screen: bool = False, stylesheet_url: str = "") -> str:
    """Return the document as a complete page; `stylesheet_url` links the sheet (PDF brings it parsed and leaves it empty).

    Raises GridError for a table with a hole or an overlap.
    """
    if for_screen:  # the PDF writer has arranged its document before
        document = fitted(document)
    mark = f'<div class="watermark">{_text(document.watermark)}</div>' if document.watermark else ""
    parts = "".join(_part(part, number, for_screen=for_screen) for number, part in enumerate(document.parts))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_text(document.title)}</title>{''.join(_metadata(document))}{_link(stylesheet_url)}</head>"
        f'<body class="{"screen" if for_screen else "print"}">{mark}{parts}</body></html>\n'
    )


def row_id(part: int, block: int, row: int) -> str:
    """Return the id of a table row in the PDF's source, by its place."""
    return f"r{part}.{block}.{row}"


def _metadata(document: Document) -> Iterator[str]:
    if document.author:
        yield f'<meta name="author" content="{_text(document.author)}">'
    if document.keywords:
        yield f'<meta name="keywords" content="{_text(",".join(document.keywords))}">'
    if document.created:
        yield f'<meta name="dcterms.created" content="{_text(document.created)}">'
        yield f'<meta name="dcterms.modified" content="{_text(document.created)}">'


def _link(url: str) -> str:
    return f'<link rel="stylesheet" href="{_text(url)}">' if url else ""


def _text(text: str) -> str:
    return escape(clean(text))


def _lines(text: str) -> str:
    return "<br>".join(escape(paragraph) for paragraph in paragraphs(text))


def _key(key: str) -> str:
    return f' id="{anchor(key)}" data-key="{_text(key)}"' if key else ""


def _size(points: float) -> str:
    return f"{points:g}".replace(".", "-")


def _part(part: Part, number: int, *, for_screen: bool) -> str:
    paper = style.paper(part)
    kind = f"{'form' if style.is_form(part) else 'prose'}-{part.orientation.value}"
    kind += " cover-page" if covers.cover_of(part) else ""
    sizes = f"body-{_size(style.body_points(part))} table-{_size(style.table_points(part))}"
    points = (style.body_points(part), style.table_points(part))
    page = _Page(paper.content_width, paper.content_height, *points, number, for_screen, covers.room_mm(part))
    drawn = "".join(_DRAW[type(block)](block, page, index) for index, block in enumerate(part.blocks))
    return f'<section class="part {kind} {sizes}">{drawn}</section>'


def _title(title: Title, _page: _Page, _index: int) -> str:
    below = f'<p class="subtitle">{_lines(title.subtitle)}</p>' if title.subtitle else ""
    return f'<div class="title"><h1>{_lines(title.text)}</h1>{below}</div>'


def _heading(heading: Heading, _page: _Page, _index: int) -> str:
    tag = f"h{min(max(heading.level, 1), 3) + 1}"
    return f"<{tag}{_key(heading.key)}>{_lines(heading.text)}</{tag}>"


def _paragraph(paragraph: Paragraph, _page: _Page, _index: int) -> str:
    indented = paragraph.indent and paragraph.align is Align.LEFT
    classes = paragraph.align.value + (" indent" if indented else "")
    pieces = paragraphs(paragraph.text)
    first, lead = pieces[0], paragraph.lead
    opening = f'<b class="lead">{escape(first[:lead])}</b>' if lead else ""
    drawn = [f'<p class="{classes}"{_key(paragraph.key)}>{opening}{escape(first[lead:])}</p>']
    drawn += [f'<p class="{classes}">{escape(piece)}</p>' for piece in pieces[1:]]
    return "".join(drawn)


def _line(line: Line, page: _Page, _index: int) -> str:
    spans = "".join(f"<span>{_lines(p)}</span>" for p in line.parts)
    return f'<div class="line{_loose(line.parts, page, page.width_mm)}"{_key(line.key)}>{spans}</div>'


def _loose(texts: Sequence[str], page: _Page, width_mm: float) -> str:
    """Class of a line whose texts do not fit into equal shares: it is shared out by what they need."""
    return "" if sidebyside.is_even(texts, width_mm, page.body_points) else " loose"


def _sign_block(block: SignBlock, page: _Page, _index: int) -> str:
    width = page.width_mm * (1 - style.RIGHT_BLOCK_SHARE if block.align is Align.RIGHT else 1)
    rows = "".join(
        f'<div class="signs{_loose([line.label + line.value for line in row], page, width)}">'
        f"{''.join(map(_sign, row))}</div>"
        for row in block.rows
    )
    return f'<div class="sign-block {block.align.value}">{rows}</div>'


def _sign(line: SignLine) -> str:
    return f"<span{_key(line.key)}>{_lines(line.label + line.value)}</span>"


def _page_break(_block: PageBreak, _page: _Page, _index: int) -> str:
    return '<div class="page-break"></div>'


def _cover(cover: Cover, page: _Page, _index: int) -> str:
    room = f'<div class="room room-{page.room_mm}"></div>'
    note = f'<p class="note">{_lines(cover.note)}</p>' if cover.note else ""
    groups = (f'<div class="cover-lines">{"".join(map(_cover_line, group))}</div>' for group in cover.groups)
    return f'<div class="cover">{note}{room}{_title(cover.title, page, 0)}{room}{room.join(groups)}</div>'


def _cover_line(line: CoverLine) -> str:
    if not line.is_ruled:
        return f'<p class="{line.align.value}"{_key(line.key)}>{_lines(line.label)}</p>'
    drawn = f'<span>{_lines(line.label)}</span><span class="filled">{_lines(line.value)}</span>'
    return f'<p class="answered"{_key(line.key)}>{drawn}</p>'


def _table(table: Table, page: _Page, index: int) -> str:
    grid.verify(table)
    total = sum(table.widths)
    columns = "".join(f'<col width="{100 * width / total:.4f}%">' for width in table.widths)
    heights = measure.row_heights(table, width_mm=page.width_mm, points=page.table_points)
    limit = page.height_mm * style.KEPT_SHARE
    kept = paginate.kept_rows(table, heights, limit)
    watched = _watched(table, kept) if not page.for_screen else frozenset()
    rows = [
        _row(
            row,
            row_id(page.part, index, number) if number in watched else "",
            keep=number in kept,
            flow=heights[number] > limit,
        )
        for number, row in enumerate(table.rows)
    ]
    head = grid.header_count(table)
    thead = f"<thead>{''.join(rows[:head])}</thead>" if head else ""
    bodies = []
    for start, stop in paginate.blocks(table):
        classes = "whole" if sum(heights[start:stop]) <= limit else "tall"
        if table.rows[start].break_before:
            classes += " new-page"
        bodies.append(f'<tbody class="{classes}">{"".join(rows[start:stop])}</tbody>')
    return f'<table class="form"{_key(table.key)}><colgroup>{columns}</colgroup>{thead}{"".join(bodies)}</table>'


def _chart(chart: Chart, _page: _Page, _index: int) -> str:
    from .chart_drawing import svg  # noqa: PLC0415 - slow import, and few documents have charts

    data = b64encode(svg(chart).encode()).decode()
    width, height = (round(mm * _PIXELS_PER_MM) for mm in (charts.WIDTH_MM, charts.height_mm(chart)))
    size = f'width="{width}" height="{height}"'
    unit = f'<p class="chart-unit">{_text(charts.unit_line(chart))}</p>' if charts.unit_line(chart) else ""
    picture = f'<img src="data:image/svg+xml;base64,{data}" alt="{_text(charts.described(chart))}" {size}>'
    return (
        f'<figure class="chart"{_key(chart.key)}>{unit}{picture}<figcaption>{_lines(chart.title)}</figcaption></figure>'
    )


def _watched(table: Table, kept: frozenset[int]) -> frozenset[int]:
    """Return the rows whose page the PDF writer must know; an id costs time, so no row has one without need."""
    places = {row for row in paginate.crossed_rows(table) if row - 1 not in kept}
    places |= {number for number, row in enumerate(table.rows) if number and row.break_before}
    return frozenset(places | {row - 1 for row in places})


def _row(row: Row, name: str, *, keep: bool, flow: bool) -> str:
    classes = " ".join(word for word, is_on in (("keep", keep), ("flow", flow)) if is_on)
    attributes = f' class="{classes}"' if classes else ""
    if name:
        attributes += f' id="{name}"'
    # On a cell, not on the row: WeasyPrint makes a row with a height as tall as every merged cell that ends in it.
    tallest = next((cell for cell in row.cells if cell.rowspan == 1), None) if row.min_height_mm else None
    drawn = "".join(_cell(cell, row.min_height_mm if cell is tallest else 0) for cell in row.cells)
    return f"<tr{attributes}>{drawn}</tr>"


def _cell(cell: Cell, height_mm: float) -> str:
    spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    if height_mm:
        inner = height_mm - 2 * style.CELL_RISE_MM - style.BORDER_POINTS / style.POINTS_PER_MM
        spans += f' height="{math.floor(inner * _PIXELS_PER_MM)}"'
    spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    text = cell.content.text
    figures = " figures" if text and text.isascii() else _CELL_CLASSES.get(cell.role, "")
    classes = style.alignment(cell).value + figures + (" bold" if cell.bold else "")
    foot = f'<div class="foot">{"<br>".join(map(_text, cell.foot))}</div>' if cell.foot else ""
    return f'<td class="{classes}"{spans}{_key(cell.key)}>{_lines(text)}{foot}</td>'


_DRAW = cast(
    "dict[type[Block], Callable[[Block, _Page, int], str]]",
    {
        Title: _title,
        Heading: _heading,
        Paragraph: _paragraph,
        Line: _line,
        Table: _table,
        SignBlock: _sign_block,
        PageBreak: _page_break,
        Cover: _cover,
        Chart: _chart,
    },
)
