"""图的 DOCX 写法: the picture in the line, with all its figures as alternative text, between unit and caption."""

from __future__ import annotations

import io
from typing import Any

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Mm
from lxml.etree import _Element

from .. import charts, style
from ..text import clean
from ..tree import Align, Chart
from .docx_elements import Bookmarks, element, paragraph, run
from .docx_styles import Styles, exact_spacing, justification


def chart_paragraphs(chart: Chart, part: Any, styles: Styles, bookmarks: Bookmarks) -> list[_Element]:
    """Return unit, picture and caption, kept on one page; `part` is the file's main part, which holds the pictures."""
    from .chart_drawing import png  # noqa: PLC0415 - slow import, and few documents have charts

    name = styles.body(charts.POINTS)
    spacing = exact_spacing(charts.LINE_MM * style.POINTS_PER_MM)
    made = []
    if charts.unit_line(chart):
        right = [element("w:keepNext"), spacing, element("w:jc", {"w:val": "right"})]
        made.append(paragraph(name, right, [run(charts.unit_line(chart))]))
    picture = part.new_pic_inline(io.BytesIO(png(chart)), Mm(charts.WIDTH_MM), Mm(charts.height_mm(chart)))
    picture.docPr.set("descr", clean(charts.described(chart)))
    picture.docPr.set("name", f"图 {picture.docPr.get('id')}")
    held = element("w:r", None, element("w:drawing", None, picture))
    # Not the fixed line pitch of the text, which would cut the picture down to one line.
    loose = parse_xml(f'<w:spacing {nsdecls("w")} w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>')
    made.append(paragraph(name, [element("w:keepNext"), loose, justification(Align.CENTER)], [held]))
    caption = bookmarks.around(chart.key, [run(clean(chart.title))])
    below = exact_spacing(charts.LINE_MM * style.POINTS_PER_MM, after_mm=charts.GAP_MM)
    made.append(paragraph(name, [below, justification(Align.CENTER)], caption))
    return made
