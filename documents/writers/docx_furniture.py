"""页眉页脚: page numbers as fields, and the draft mark the way Word itself writes it."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.section import Section
from docx.shared import Length, Mm
from lxml.etree import _Element

from .. import style
from ..style import Face, Font
from ..text import clean
from ..tree import Align, Orientation, Part
from .docx_elements import element, paragraph
from .docx_styles import Styles, justification, run_properties

_PROSE_FOOTER_MM, _FORM_FOOTER_MM = 24.0, 9.0  # GB/T 9704: the number stands 7 mm below the text
_HEADER_MM = 12.0

# Word's own WordArt shape (type 136) behind the text; LibreOffice and WPS know it by this very name.
_WATERMARK = """<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>
<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>
<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{number}" type="#_x0000_t136" alt={text}
 style="position:absolute;margin-left:0;margin-top:0;width:330pt;height:165pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
 o:allowincell="f" fillcolor="#{colour}" stroked="f"><v:fill opacity=".6"/>
<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string={text}/></v:shape></w:pict></w:r>"""


def set_page(section: Section, part: Part) -> None:
    """Set paper, orientation and margins of the part's section."""
    paper = style.paper(part)
    margins = (paper.top, paper.bottom, paper.left, paper.right)
    section.page_width, section.page_height = Mm(paper.width), Mm(paper.height)
    section.orientation = 1 if part.orientation is Orientation.LANDSCAPE else 0  # type: ignore[assignment]
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(_mm, margins)
    section.header_distance = _mm(_HEADER_MM)
    section.footer_distance = _mm(_FORM_FOOTER_MM if style.is_form(part) else _PROSE_FOOTER_MM)


def number_pages(section: Section, styles: Styles, part: Part) -> None:
    """Print "— 1 —" in the footers: centred on forms, in prose at the outer edge of two-sided sheets, one em from it."""
    points, is_form = style.page_number(part).points, style.is_form(part)
    for holder, align in ((section.footer, Align.RIGHT), (section.even_page_footer, Align.LEFT)):
        content = [_piece("— ", points), *_page_field(points), _piece(" —", points)]
        side = [justification(Align.CENTER)] if is_form else [_one_em(align, points), _flush(align)]
        holder.is_linked_to_previous = False
        _only(holder._element, paragraph(styles.body(14), side, content))  # noqa: SLF001 - python-docx has no public door to the part's element


def no_number(section: Section, styles: Styles) -> None:
    """Take the number off a cover; the following section has a footer of its own."""
    for holder in (section.footer, section.even_page_footer):
        _only(holder._element, paragraph(styles.gap()))  # noqa: SLF001 - as above


def mark(section: Section, styles: Styles, text: str) -> None:
    """Write `text` in light grey across every page."""
    for number, holder in enumerate((section.header, section.even_page_header), start=2049):
        drawn = _WATERMARK.format(
            ns=nsdecls("w"), number=number, colour=style.WATERMARK_COLOUR, text=quoteattr(clean(text))
        )
        shape: _Element = parse_xml(drawn)
        _only(holder._element, paragraph(styles.gap(), [], [shape]))  # noqa: SLF001 - as above


def _one_em(align: Align, points: float) -> _Element:
    side = "right" if align is Align.RIGHT else "left"
    return element("w:ind", {f"w:{side}Chars": "100", f"w:{side}": str(round(points * 20))})


def _flush(align: Align) -> _Element:
    return element("w:jc", {"w:val": align.value})


def _mm(value: float) -> Length:
    return Mm(value)


def _only(holder: _Element, content: _Element) -> None:
    for child in holder.findall(qn("w:p")):
        holder.remove(child)
    holder.append(content)


def _properties(points: float) -> _Element:
    return run_properties(Font(Face.SONG, points))


def _piece(text: str, points: float) -> _Element:
    held = element("w:t")
    held.text = text
    held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("w:r", None, _properties(points), held)


def _page_field(points: float) -> list[_Element]:
    code = element("w:instrText")
    code.text = " PAGE "
    ends = [element("w:fldChar", {"w:fldCharType": kind}) for kind in ("begin", "separate", "end")]
    begin, separate, end = (element("w:r", None, _properties(points), end) for end in ends)
    return [begin, element("w:r", None, _properties(points), code), separate, _piece("1", points), end]
