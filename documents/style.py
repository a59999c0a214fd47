"""公文格式: the official look as data (GB/T 9704—2012 and the finance bureaus' notices), read by all writers.

Lengths are millimetres or points, as the name says. Faces are those of government desktops; fontconfig maps them to
free faces on the server.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .tree import Align, Cell, Heading, Number, Orientation, Part, Role, Table


class Face(StrEnum):
    """字体 by its Windows name."""

    TITLE = "方正小标宋简体"
    HEI = "黑体"
    KAI = "楷体_GB2312"
    FANG = "仿宋_GB2312"
    SONG = "宋体"
    DIGITS = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Font:
    """字体与字号: `points` 0 means the body size of the part."""

    face: Face
    points: float = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """纸张: an A4 page with its margins, millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def content_width(self) -> float:
        """版心宽, millimetres."""
        return self.width - self.left - self.right

    @property
    def content_height(self) -> float:
        """版心高, millimetres."""
        return self.height - self.top - self.bottom


TITLE: Final = Font(Face.TITLE, 22)  # 二号
SUBTITLE: Final = Font(Face.KAI, 16)  # 三号
FORM_SUBTITLE: Final = Font(Face.KAI, 12)  # 小四
HEADINGS: Final = {1: Font(Face.HEI), 2: Font(Face.KAI, bold=True), 3: Font(Face.FANG, bold=True)}
BODY: Final = Font(Face.FANG)
PAGE_NUMBER: Final = Font(Face.SONG, 14)  # 四号
FORM_PAGE_NUMBER: Final = Font(Face.SONG, 10.5)  # 五号
CELL_FACES: Final = {
    Role.LABEL: Face.HEI,
    Role.TITLE: Face.HEI,
    Role.FIELD: Face.FANG,
    Role.NUMBER: Face.FANG,
    Role.BLANK: Face.FANG,
}

LINE_PITCH: Final = 1.875  # 三号 16 pt → 固定值 30 磅
TABLE_PITCH: Final = 1.4  # 小五 9 pt → 12.6 pt
TITLE_PITCH_POINTS: Final = 34.0
CELL_PADDING_MM: Final = 1.0  # left and right
CELL_RISE_MM: Final = 0.7  # above and below
BORDER_POINTS: Final = 0.5
FORM_LINE_POINTS: Final = 10.5  # 五号: lines, notes and signatures around a form
SIGN_LINE_MM: Final = 10.0  # room to sign
FOOT_SHARE: Final = 0.45  # closing lines of a cell begin here, so that signature and seal have room behind them
COVER_SIDE_MM: Final = 6.0  # the lines of a cover stand in at both sides
RIGHT_BLOCK_SHARE: Final = 0.45  # a signature block at the right begins here
SIGN_LEAD_MM: Final = 6.0  # blank above a signature block
WATERMARK_COLOUR: Final = "dedede"
KEPT_SHARE: Final = (
    0.5  # a group up to this share of a page is never broken; a bigger one would leave half a page empty
)
BODY_SIZES: Final = (10.5, 12.0, 14.0, 15.0, 16.0)
TABLE_SIZES: Final = (7.5, 8.0, 9.0, 10.0, 10.5, 12.0)

MM_PER_INCH: Final = 25.4
POINTS_PER_MM: Final = 72 / MM_PER_INCH

_PROSE: Final = (37.0, 35.0, 28.0, 26.0)
_FORM: Final = (20.0, 18.0, 18.0, 18.0)


def is_form(part: Part) -> bool:
    """Say whether the part is a printed form (表) rather than prose: it has a table and no numbered headings."""
    return any(isinstance(block, Table) for block in part.blocks) and not any(
        isinstance(block, Heading) for block in part.blocks
    )


def paper(part: Part) -> Paper:
    """Return the page of a part: wide official margins for prose, narrow ones for forms."""
    margins = _FORM if is_form(part) else _PROSE
    if part.orientation is Orientation.LANDSCAPE:
        return Paper(297.0, 210.0, *margins)
    return Paper(210.0, 297.0, *margins)


def body_points(part: Part) -> float:
    """Return the body size of a part, snapped to a size the paper knows; beside a form 五号, as its notes are printed."""
    wanted = FORM_LINE_POINTS if is_form(part) else part.body_points
    return min(BODY_SIZES, key=lambda size: abs(size - wanted))


def table_points(part: Part) -> float:
    """Return the table size of a part, snapped to a size the paper knows."""
    return min(TABLE_SIZES, key=lambda size: abs(size - part.table_points))


def subtitle(part: Part) -> Font:
    """Return the font of a title's second line: smaller above a form."""
    return FORM_SUBTITLE if is_form(part) else SUBTITLE


def page_number(part: Part) -> Font:
    """Return the font of the page number."""
    return FORM_PAGE_NUMBER if is_form(part) else PAGE_NUMBER


def title_gap(part: Part) -> float:
    """Return the blank below a title, millimetres."""
    return 3.0 if is_form(part) else 10.0


def alignment(cell: Cell) -> Align:
    """Return where the content of a cell stands: as told, else by its role."""
    if cell.align is not None:
        return cell.align
    if cell.role in {Role.LABEL, Role.TITLE}:
        return Align.CENTER
    return Align.RIGHT if cell.role is Role.NUMBER or isinstance(cell.content, Number) else Align.LEFT
