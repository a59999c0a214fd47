"""封面的 DOCX 写法: room above the title and above each group; a value stands on a rule that runs to the right edge."""

from __future__ import annotations

from lxml.etree import _Element

from .. import covers, measure, style
from ..text import clean
from ..tree import Cover, CoverLine, Part
from .docx_elements import Bookmarks, element, paragraph, rule, run, runs, twips, underlined
from .docx_styles import Styles, exact_spacing


def cover_paragraphs(
    cover: Cover, part: Part, title: list[_Element], styles: Styles, bookmarks: Bookmarks
) -> list[_Element]:
    """Return the paragraphs of a cover; `title` are those of its title."""
    room, points = covers.room_mm(part), style.body_points(part)
    name = styles.body(points)
    note = [paragraph(name, [], runs(cover.note))] if cover.note else []
    made = [*note, paragraph(styles.gap(), [exact_spacing(1, after_mm=room)]), *title]
    for group in cover.groups:
        for number, line in enumerate(group):
            spacing = exact_spacing(points * style.LINE_PITCH, before_mm=0 if number else room)
            draw = _ruled if line.is_ruled else _plain
            tabs, placed, content = draw(line, part)
            made.append(paragraph(name, [*tabs, spacing, *placed], bookmarks.around(line.key, content)))
    return made


_Drawn = tuple[list[_Element], list[_Element], list[_Element]]  # tab stops, indents and alignment, runs


def _plain(line: CoverLine, _part: Part) -> _Drawn:
    side = twips(style.COVER_SIDE_MM)
    placed = [element("w:ind", {"w:left": side, "w:right": side}), element("w:jc", {"w:val": line.align.value})]
    return [], placed, runs(line.label)


def _ruled(line: CoverLine, part: Part) -> _Drawn:
    """A longer value hangs below its own beginning; the rule is an underlined tab to the right edge.

    An indent that hangs is a tab stop too, so there is none before an empty rule.
    """
    hang = (measure.ems(line.label) + 1) * style.body_points(part) / style.POINTS_PER_MM if line.value else 0.0
    side, edge = style.COVER_SIDE_MM, style.paper(part).content_width - style.COVER_SIDE_MM
    indent = {"w:left": twips(side + hang), "w:right": twips(side), "w:hanging": twips(hang)}
    stops = element("w:tabs", None, element("w:tab", {"w:val": "right", "w:pos": twips(edge)}))
    words = clean(line.value).replace("\n", " ")
    content = [*runs(line.label), run(" "), underlined(f" {words}" if words else " "), rule()]
    return [stops], [element("w:ind", indent), element("w:jc", {"w:val": "left"})], content
