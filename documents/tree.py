"""中性文档树: what a finished paper says and how it is laid out, before any file format.

A tree is complete when a writer sees it: no callbacks, no queries, no template language. Three writers (HTML→PDF, DOCX,
XLSX) draw the same tree, so they cannot disagree about a word or a figure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Align(StrEnum):
    """水平对齐."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Role(StrEnum):
    """单元格用途: decides face and weight, never position."""

    LABEL = "label"  # printed words of the form: 黑体-ish, centred
    FIELD = "field"  # what the unit filled in: 仿宋
    NUMBER = "number"  # figures, right-aligned unless said otherwise
    TITLE = "title"  # a heading row inside a table
    BLANK = "blank"


class Orientation(StrEnum):
    """纸张方向 of an A4 page."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Text:
    r"""文字: `\n` separates paragraphs. Always text, also when it begins with `=`, `+`, `-` or `@`."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """数值: `value` typed for the spreadsheet, `text` as printed, `excel_format` a number format code such as `#,##0.00`.

    A percentage has `value` as the fraction (0.932), `text` "93.20%" and `excel_format` "0.00%".
    """

    value: Decimal
    text: str
    excel_format: str


Content = Text | Number


@dataclass(frozen=True, slots=True)
class Cell:
    """单元格 placed at `column` (0-based) of its row. `key` is the node's identity everywhere (HTML id, bookmark, defined name)."""

    column: int
    content: Content
    role: Role = Role.FIELD
    colspan: int = 1
    rowspan: int = 1
    align: Align | None = None  # None: by role (label centre, number right, field left)
    bold: bool = False
    key: str = ""
    foot: tuple[str, ...] = ()  # closing lines at the right below the content, with room to sign above them
    again: str = ""  # the key, where the fact has been printed before and its key names the first place


@dataclass(frozen=True, slots=True)
class Row:
    """表行.

    `group` numbers rows that belong together: a page break should fall between groups, and where a group is taller than
    a page its group label is repeated. `min_height_mm` keeps room for handwriting. Under a row that `heads` others no page ends.
    """

    cells: tuple[Cell, ...]
    group: int = 0
    header: bool = False  # repeated on every page; only the first rows of a table may be headers
    min_height_mm: float = 0
    heads: bool = False
    break_before: bool = False  # set by documents.paginate where a tall group goes on on a new page


@dataclass(frozen=True, slots=True)
class Table:
    """表格. `widths` are relative column widths; every grid position is covered exactly once (documents.grid.verify)."""

    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """文件标题: 小标宋 二号, centred; `subtitle` one size smaller below (e.g. "（2020 年度）")."""

    text: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """标题: level 1 黑体 (一、), 2 楷体 bold (（一）), 3 仿宋 bold (1．). `text` carries its number already."""

    text: str
    level: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """段落: 仿宋 三号, first line indented two characters unless `indent` is False.

    The first `lead` characters are a heading inside the line: 楷体 bold.
    """

    text: str
    align: Align = Align.LEFT
    indent: bool = True
    key: str = ""
    lead: int = 0
    again: str = ""  # as with a cell


@dataclass(frozen=True, slots=True)
class Line:
    """一行并列的几段文字 without borders, e.g. 填报单位（公章）：… at the left and 单位：万元 at the right."""

    parts: tuple[str, ...]
    key: str = ""
    again: str = ""  # as with a cell


@dataclass(frozen=True, slots=True)
class SignLine:
    """签章行: label and, if filled, value; e.g. 单位负责人（签章）： / 年 月 日."""

    label: str
    value: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class SignBlock:
    """签章栏: rows of sign lines, kept together on one page."""

    rows: tuple[tuple[SignLine, ...], ...]
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class PageBreak:
    """分页."""


@dataclass(frozen=True, slots=True)
class CoverLine:
    """封面行: label and, on a rule that runs to the right edge, value."""

    label: str
    value: str = ""
    key: str = ""
    align: Align = Align.LEFT
    blank: bool = False  # nothing filled in yet: the rule is drawn all the same, to be written on

    @property
    def is_ruled(self) -> bool:
        """Does the line have a rule to write on?"""
        return self.blank or bool(self.value)


@dataclass(frozen=True, slots=True)
class Cover:
    """封面: a title and groups of lines, spread down a page. It is the only block of its part."""

    title: Title
    groups: tuple[tuple[CoverLine, ...], ...]
    note: str = ""  # at the top left, e.g. 附件2


class ChartKind(StrEnum):
    """图形: 柱状图 compares amounts, 饼图 shows the parts of a whole."""

    BAR = "bar"
    PIE = "pie"


@dataclass(frozen=True, slots=True)
class Series:
    """数据系列: one figure per category; None where it is not known."""

    name: str
    values: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """图: what it shows, as printed; each writer draws it in its own way from these figures.

    bar: one group per category, one bar per series. pie: one series of amounts, with the printed `shares` beside it; a part
    of 0 is left to whoever makes the tree. A chart without any figure but 0 is drawn as 无数据.
    """

    kind: ChartKind
    title: str  # caption below, e.g. 图1：收入、支出决算总计变动情况图
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    shares: tuple[Number, ...] = ()
    unit: str = ""  # of the amounts, e.g. 万元
    key: str = ""


Block = Title | Heading | Paragraph | Line | Table | SignBlock | PageBreak | Cover | Chart


@dataclass(frozen=True, slots=True)
class Part:
    """文档的一部分 with its own page set-up (A4)."""

    blocks: tuple[Block, ...]
    orientation: Orientation = Orientation.PORTRAIT
    name: str = ""  # sheet name in XLSX
    body_points: int = 16  # 正文字号（磅）: 三号 = 16; tables have their own size
    table_points: float = 9.0  # 表内字号（磅）: 小五 = 9


@dataclass(frozen=True, slots=True)
class Document:
    """一份文件."""

    title: str
    parts: tuple[Part, ...]
    author: str = ""  # the unit
    created: str = ""  # ISO 8601 moment written into file metadata; fixed, so that files are repeatable
    watermark: str = ""  # "草稿" on drafts
    page_numbers: bool = True
    keywords: tuple[str, ...] = field(default=())  # e.g. snapshot digest, for the metadata
