"""Word 样式: the official look as named paragraph styles, so that a reader's corrections keep it."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml.etree import _Element

from .. import style
from ..style import Face, Font
from ..tree import Align, Part, Role
from .docx_elements import element, run

_ROLE_NAMES = {
    Role.LABEL: "表内标签",
    Role.TITLE: "表内标题",
    Role.FIELD: "表内文字",
    Role.NUMBER: "表内数字",
    Role.BLANK: "表内空格",
}
_OWN_DIGITS = frozenset({Face.TITLE, Face.SONG})  # titles and page numbers keep one face for all letters
_JUSTIFY = {Align.LEFT: "both", Align.CENTER: "center", Align.RIGHT: "right"}


def justification(align: Align) -> _Element:
    """Return the alignment of a paragraph; Chinese prose is set justified, not ragged."""
    return element("w:jc", {"w:val": _JUSTIFY[align]})


class Styles:
    """样式表 of one file: makes each style on first use and returns its id."""

    def __init__(self, document: DocxDocument) -> None:
        self._styles = document.styles
        self._made: dict[str, str] = {}
        _set_defaults(document)

    def title(self) -> str:
        """二号小标宋, centred."""
        return self._make("Title", style.TITLE, style.TITLE_PITCH_POINTS, align=Align.CENTER, keep=True)

    def subtitle(self, part: Part) -> str:
        """Second line of a title."""
        font = style.subtitle(part)
        return self._make(
            f"文件副题 {font.points:g}", font, font.points * style.LINE_PITCH, align=Align.CENTER, keep=True
        )

    def heading(self, level: int, points: float) -> str:
        """一级黑体, 二级楷体加粗, 三级仿宋加粗; Word's own heading styles, so that a table of contents finds them."""
        level = min(max(level, 1), 3)
        font = style.HEADINGS[level]
        pitch = points * style.LINE_PITCH
        return self._make(f"Heading {level}", Font(font.face, points, font.bold), pitch, indent=True, keep=True)

    def body(self, points: float) -> str:
        """正文."""
        return self._make(f"公文正文 {points:g}", Font(style.BODY.face, points), points * style.LINE_PITCH)

    def cell(self, role: Role, points: float) -> str:
        """表内文字 by role."""
        font = Font(style.CELL_FACES[role], points)
        return self._make(f"{_ROLE_NAMES[role]} {points:g}", font, points * style.TABLE_PITCH)

    def gap(self) -> str:
        """A paragraph Word needs but nobody sees."""
        return self._make("间隔", Font(Face.FANG, 1), 1)

    def _make(
        self,
        name: str,
        font: Font,
        pitch: float,
        *,
        align: Align | None = None,
        indent: bool = False,
        keep: bool = False,
    ) -> str:
        if name not in self._made:
            found = (
                self._styles[name] if name in self._styles else self._styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            )
            target: _Element = found.element
            for old in target.findall(qn("w:pPr")) + target.findall(qn("w:rPr")):
                target.remove(old)
            target.append(_paragraph_properties(font, pitch, align, indent=indent, keep=keep, level=_outline(name)))
            target.append(run_properties(font))
            self._made[name] = found.style_id
        return self._made[name]


def _outline(name: str) -> int | None:
    return int(name[-1]) - 1 if name.startswith("Heading ") else None


def _paragraph_properties(
    font: Font, pitch: float, align: Align | None, *, indent: bool, keep: bool, level: int | None
) -> _Element:
    made = element("w:pPr")
    if keep:
        made.extend([element("w:keepNext"), element("w:keepLines")])
    # Word's own default. LibreOffice takes the word for its opposite, which is well: marks that hang out of a justified
    # line it does not print at all.
    made.append(element("w:overflowPunct", {"w:val": "1"}))
    # Word would put a quarter em between Chinese and figures, and lines would end elsewhere than in the PDF.
    made.extend([element("w:autoSpaceDE", {"w:val": "0"}), element("w:autoSpaceDN", {"w:val": "0"})])
    made.append(element("w:snapToGrid", {"w:val": "0"}))
    made.append(exact_spacing(pitch))
    if indent:
        made.append(first_line_indent(font.points))
    if align is not None:
        made.append(justification(align))
    if level is not None:
        made.append(element("w:outlineLvl", {"w:val": str(level)}))
    return made


def exact_spacing(points: float, *, before_mm: float = 0, after_mm: float = 0) -> _Element:
    """固定行距 in points, with blanks before and after in millimetres."""
    twentieths = {
        "w:before": before_mm * style.POINTS_PER_MM,
        "w:after": after_mm * style.POINTS_PER_MM,
        "w:line": points,
    }
    return element(
        "w:spacing", {**{name: str(round(value * 20)) for name, value in twentieths.items()}, "w:lineRule": "exact"}
    )


def first_line_indent(points: float) -> _Element:
    """首行缩进 two characters."""
    return element("w:ind", {"w:firstLineChars": "200", "w:firstLine": str(round(points * 40))})


def run_properties(font: Font) -> _Element:
    """Return face, weight, colour and size; Latin letters and digits in Times New Roman."""
    digits = (font.face if font.face in _OWN_DIGITS else Face.DIGITS).value
    faces = {"w:ascii": digits, "w:hAnsi": digits, "w:eastAsia": font.face.value, "w:cs": digits}
    size = {"w:val": str(round(font.points * 2))}
    bold = [element("w:b")] if font.bold else [element("w:b", {"w:val": "0"})]
    return element(
        "w:rPr",
        None,
        element("w:rFonts", faces),
        *bold,
        element("w:color", {"w:val": "000000"}),
        element("w:sz", size),
        element("w:szCs", size),
    )


def lead_run(text: str, points: float) -> _Element:
    """Return a heading that stands inside a paragraph, in the face of a second-level heading."""
    made = run(text)
    look = style.HEADINGS[2]
    properties = run_properties(Font(look.face, points, look.bold))
    properties[0].set(qn("w:hint"), "eastAsia")
    for old in made.findall(qn("w:rPr")):
        made.remove(old)
    made.insert(0, properties)
    return made


def _set_defaults(document: DocxDocument) -> None:
    """Replace the template's Western defaults: face, size, language, and blank after each paragraph."""
    defaults: _Element = document.styles.element.find(qn("w:docDefaults"))
    for child in list(defaults):
        defaults.remove(child)
    properties = run_properties(Font(Face.FANG, 16))
    properties.append(element("w:lang", {"w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"}))
    defaults.append(element("w:rPrDefault", None, properties))
    defaults.append(element("w:pPrDefault", None, element("w:pPr", None, exact_spacing(16 * style.LINE_PITCH))))
