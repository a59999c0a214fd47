"""工作表的读取: cells as shown, merges and what is hidden; row by row, so that a sheet without end is stopped early."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from documents.readers import limits
from documents.readers.book import Area, Book, rich_text, unescaped
from documents.readers.clean import plain
from documents.readers.markup import SHEET, each, local, whole
from documents.readers.paper import UNCALCULATED, PaperCell, PaperTable, Spot
from documents.readers.references import area, column_letter, place
from documents.readers.refused import Refused
from documents.readers.shown import shown
from documents.readers.tally import Tally

_USUAL_WIDTH: Final = 8.43  # characters, where a sheet tells none
_ON: Final = frozenset({"1", "true"})
_FRINGE: Final = (
    40  # how far merged places may reach beyond the last text; a merge over whole rows or columns goes further
)
Place = tuple[int, int]


@dataclass(slots=True)
class Sheet:
    """工作表 as read: texts by row and column from 0, merged areas by their first cell, column widths, and what to tell people."""

    name: str
    texts: dict[Place, str] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    uncalculated: list[Place] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


def read_sheet(book: Book, name: str, data: bytes, tally: Tally) -> Sheet:
    """Read one sheet's XML."""
    if data.count(b"<v>") + data.count(b"<is>") > limits.MOST_CELLS:  # soon seen, long read
        tally.cells(limits.MOST_CELLS + 1)
    sheet = Sheet(name)
    next_row = 0
    for element in each(data, "{*}row", "{*}mergeCell", "{*}col"):
        kind = local(element)
        if kind == "row":
            told = whole(str(element.get("r", "")), next_row + 1) - 1
            next_row = told + 1
            _read_row(book, sheet, element, told, tally)
            element.clear()
            if (parent := element.getparent()) is not None and len(parent) > 1:
                del parent[0]  # a cleared row still takes room in its parent
        elif kind == "mergeCell":
            _read_merge(sheet, str(element.get("ref", "")))
        else:
            _read_column(sheet, element)
    return sheet


def _read_row(book: Book, sheet: Sheet, element: Any, row: int, tally: Tally) -> None:
    following = 0
    filled = False
    for cell in element:
        if not len(cell):  # only a style
            following = _column(cell, following) + 1
            continue
        column = _column(cell, following)
        following = column + 1
        text, is_missing = _text(book, cell)
        if is_missing:
            sheet.uncalculated.append((row, column))
        if text:
            filled = True
            tally.rows(f"工作表“{sheet.name}”", row + 1)
            tally.columns(f"工作表“{sheet.name}”", column + 1)
            sheet.texts[row, column] = tally.text(text)
            tally.cells(1)
    if filled and str(element.get("hidden", "0")) in _ON:
        sheet.hidden_rows.append(row)


def _column(cell: Any, following: int) -> int:
    told = cell.get("r")
    found = place(told) if told else None
    return following if found is None else found[1]


def _text(book: Book, cell: Any) -> tuple[str, bool]:
    """What a cell shows, and whether its formula was stored without a result."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{SHEET}is")
        return ("" if inline is None else _tidy(rich_text(inline))), False
    raw = cell.findtext(f"{SHEET}v")
    if not raw:
        is_missing = cell.find(f"{SHEET}f") is not None and kind != "str"
        return UNCALCULATED * is_missing, is_missing
    return _KINDS.get(kind, _number)(book, raw, cell), False


def _number(book: Book, raw: str, cell: Any) -> str:
    style = whole(cell.get("s", "0"), 0)
    code = book.formats[style] if style < len(book.formats) else ""
    return shown(raw, code, epoch_1904=book.epoch_1904)


def _shared(book: Book, raw: str, cell: Any) -> str:
    at = whole(raw, len(book.texts))
    return _tidy(book.texts[at]) if at < len(book.texts) else ""


_KINDS: Final[dict[str, Callable[[Book, str, Any], str]]] = {
    "s": _shared,
    "b": lambda book, raw, cell: "TRUE" if raw in _ON else "FALSE",
    "str": lambda book, raw, cell: _tidy(unescaped(raw)),
    "e": lambda book, raw, cell: raw,
    "d": lambda book, raw, cell: raw.removesuffix("T00:00:00"),
}


def _tidy(text: str) -> str:
    lines = [line.strip(" \u3000") for line in plain(text).replace("\r\n", "\n").split("\n")]
    return "\n".join(lines).strip()


def _read_merge(sheet: Sheet, reference: str) -> None:
    covered = area(reference)
    if covered is None:
        return
    top, left, bottom, right = covered
    if (bottom - top + 1) * (right - left + 1) > limits.MOST_MERGED:
        raise Refused(f"工作表“{sheet.name}”的合并单元格 {reference} 大得异常，没有读取。请取消这处合并后再试。")
    sheet.merges.append(covered)


def _read_column(sheet: Sheet, element: Any) -> None:
    first, last = whole(str(element.get("min")), 1) - 1, whole(str(element.get("max")), 1) - 1
    width, is_hidden = str(element.get("width", "")), str(element.get("hidden", "0")) in _ON
    for column in range(max(first, 0), min(last, limits.MOST_COLUMNS) + 1):
        if is_hidden:
            sheet.hidden_columns.append(column)
        elif width.replace(".", "", 1).isdigit() and len(width) < 20:
            sheet.widths[column] = float(width)


def table_of(sheet: Sheet, keys: dict[tuple[str, int, int], str], tally: Tally) -> PaperTable:
    """The sheet as a table from A1 to its last text; merges that reach beyond it are cut there."""
    height = bottommost = max((row for row, _ in sheet.texts), default=-1) + 1
    width = rightmost = max((column for _, column in sheet.texts), default=-1) + 1
    for _, _, bottom, right in sheet.merges:  # empty places of a form are merged too
        height = max(height, bottom + 1) if bottom < bottommost + _FRINGE else height
        width = max(width, right + 1) if right < rightmost + _FRINGE else width
    tally.rows(f"工作表“{sheet.name}”", height)
    tally.cells(height * width - len(sheet.texts))
    spans = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
    cells = tuple(_cells(sheet, spans, keys, height, width))
    told = tuple(max(1, round(100 * sheet.widths.get(column, _USUAL_WIDTH))) for column in range(width))
    return PaperTable(told, height, cells, sheet.name)


def _cells(
    sheet: Sheet, spans: dict[Place, Place], keys: dict[tuple[str, int, int], str], height: int, width: int
) -> Iterator[PaperCell]:
    covered: set[Place] = set()
    for row in range(height):
        for column in range(width):
            if (row, column) in covered:
                continue
            bottom, right = spans.get((row, column), (row, column))
            bottom, right = min(bottom, height - 1), min(right, width - 1)
            if (bottom, right) != (row, column):
                inside = {(r, c) for r in range(row, bottom + 1) for c in range(column, right + 1)}
                if not covered.isdisjoint(inside):
                    raise Refused(
                        f"工作表“{sheet.name}”的合并单元格互相重叠，文件已损坏。请用 Excel 或 WPS 打开后另存再试。"
                    )
                covered |= inside
            spot = Spot(0, f"{sheet.name}!{column_letter(column)}{row + 1}", keys.get((sheet.name, row, column), ""))
            text = sheet.texts.get((row, column), "")
            yield PaperCell(text, column, row, right - column + 1, bottom - row + 1, spot)


def notes_of(sheet: Sheet) -> Iterator[str]:
    """What people should know about how the sheet was read."""
    if sheet.uncalculated:
        places = _listed(f"{column_letter(column)}{row + 1}" for row, column in sheet.uncalculated)
        yield f"工作表“{sheet.name}”的 {places} 是公式，文件里没有存计算结果，没有核对。请用 Excel 或 WPS 打开保存一次后再上传。"
    if sheet.hidden_rows:
        yield f"工作表“{sheet.name}”的第 {_listed(str(row + 1) for row in sheet.hidden_rows)} 行是隐藏的，也一并读取。"
    columns = {column for _, column in sheet.texts}.intersection(sheet.hidden_columns)
    if columns:
        yield f"工作表“{sheet.name}”的 {_listed(map(column_letter, sorted(columns)))} 列是隐藏的，也一并读取。"


def _listed(names: Iterable[str]) -> str:
    told = list(names)
    return "、".join(told[:8]) + (f" 等 {len(told)} 处" if len(told) > 8 else "")
