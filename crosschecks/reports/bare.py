"""无线的表: tables that a text keeps as one cell a line with nothing to show it, found by the words of their header.

A form of indicators pasted as plain lines is its header line by line, then the cells of its rows. Merged cells are told once, empty ones not
at all, so rows are found by the figures they end in: 分值 and 得分 of indicators, amounts of funds. Labels with what stands below them
(项目名称) are read where such a table stands in the paper. Whatever does not fit stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crosschecks.reports.bare_data import data_at
from crosschecks.reports.columns import FUND_ROLES, INDICATOR_ROLES, role_of
from crosschecks.reports.fold import folded
from crosschecks.reports.pairs import label_of
from documents.readers.paper import PaperBlock, PaperCell, PaperTable, PaperText

_FIGURE: Final = re.compile(r"-?\d{1,12}(?:,\d{3})*(?:\.\d+)?")
_AMOUNT: Final = re.compile(r"-?\d[\d,]*(?:\.\d+)?%?|[—\-–/]{1,2}|无")
_TOTAL: Final = re.compile(r"合计|总计|总分|小计|得分合计|自评总分|综合得分")
_LEVEL: Final = re.compile(
    r"(?:产出|效益|效果|满意度|服务对象满意度|社会公众满意度|成本|决策|过程|投入|管理|数量|质量|时效|经济成本|社会成本|生态环境成本"
    r"|经济效益|社会效益|生态效益|可持续影响|可持续发展)(?:指标)?(?:[（(]\d+(?:\.\d+)?分?[）)])?"
)
_FIRST: Final = re.compile(r"(?:产出|效益|效果|满意度|成本|决策|过程|投入)(?:指标)?(?:[（(].*)?")
_POINTS: Final = re.compile(r"[（(]\d+(?:\.\d+)?分?[）)]")
_FUND_HEADER: Final = 4
_HEADER: Final = 5
_LONGEST: Final = 20
_LONGEST_CELL: Final = 400
_SCORED: Final = frozenset({"weight", "score"})

Line = PaperText
Row = list[Line | None]


def tabled(blocks: Sequence[PaperBlock]) -> tuple[PaperBlock, ...]:
    """The blocks, with tables where lines of text were one."""
    found: list[PaperBlock] = []
    at = 0
    bare = False
    while at < len(blocks):
        read = _table_at(blocks, at)
        if read is None:
            found.append(blocks[at])
            at += 1
            continue
        table, at = read
        found.append(table)
        bare = True
    return tuple(_labelled(found)) if bare else tuple(blocks)


def _table_at(blocks: Sequence[PaperBlock], at: int) -> tuple[PaperTable, int] | None:
    header = _header(blocks, at)
    if header is None:
        data = data_at(blocks, at)
        return (_table(data[0]), at + data[1]) if data is not None else None
    roles, funds = header
    width = len(roles)
    lines = _lines(blocks, at + width)
    rows, used = _funds(lines, width) if funds else _indicators(lines, roles)
    if not rows:
        return None
    head: Row = [line for line in blocks[at : at + width] if isinstance(line, PaperText)]
    return _table([[None, *head] if funds else head, *rows]), at + width + used


def _header(blocks: Sequence[PaperBlock], at: int) -> tuple[list[str], bool] | None:
    """Roles of a run of lines that are all words of one header."""
    for names, funds in ((FUND_ROLES, True), (INDICATOR_ROLES, False)):
        roles: list[str] = []
        for block in blocks[at:]:
            role = role_of(_short(block), names)
            if not role or role in roles:
                break
            roles.append(role)
        scored = set(roles) >= _SCORED
        if funds and len(roles) >= _FUND_HEADER and "spent" in roles:
            return roles, True
        if not funds and len(roles) >= _HEADER and scored and "name" in roles:
            adjacent = roles.index("score") == roles.index("weight") + 1 and roles.index("name") < roles.index("weight")
            return (roles, False) if adjacent else None
    return None


def _short(block: PaperBlock) -> str:
    """A line that may be a word of a header, '' for anything else."""
    return folded(block.text) if isinstance(block, PaperText) and len(block.text) <= _LONGEST else ""


def _lines(blocks: Sequence[PaperBlock], at: int) -> list[Line]:
    """Lines up to a table, or to a text too long for a cell."""
    found: list[Line] = []
    for block in blocks[at:]:
        if not isinstance(block, PaperText) or len(block.text) > _LONGEST_CELL:
            break
        found.append(block)
    return found


def _is(pattern: re.Pattern[str], line: Line) -> bool:
    return bool(pattern.fullmatch(folded(line.text)))


# --- funds ---


def _funds(lines: list[Line], width: int) -> tuple[list[Row], int]:
    """A label and as many amounts as the header has columns, row by row."""
    rows: list[Row] = []
    at = 0
    while at + width < len(lines) and not _is(_AMOUNT, lines[at]):
        row = lines[at : at + width + 1]
        if not all(_is(_AMOUNT, cell) for cell in row[1:]):
            break
        rows.append([*row])
        at += width + 1
    return rows, at


# --- indicators ---


def _indicators(lines: list[Line], roles: list[str]) -> tuple[list[Row], int]:
    """Rows by the pair of figures they hold; what stands before a pair beyond name and values is the levels, behind the reason before."""
    name, weight = roles.index("name"), roles.index("weight")
    rows: list[Row] = []
    own, at = weight - name, 0
    while (pair := _pair(lines, at, own)) is not None:
        head, body = lines[at : pair - own], lines[pair - own : pair]
        if any(_is(_TOTAL, line) for line in (*head, *body)):
            break
        reason, levels = _parted(head)
        if rows and reason and weight + 2 < len(roles):
            rows[-1][weight + 2] = _joined(reason)
        levels_at = [column for column, role in enumerate(roles[:name]) if role in {"level1", "level2"}]
        row: Row = [None] * len(roles)
        for column, line in _placed(levels, levels_at):
            row[column] = line
        row[name : weight + 2] = [*body, *lines[pair : pair + 2]]
        rows.append(row)
        at = pair + 2
    total, end = _total(lines, at, roles)
    if rows and total and (reason := lines[at : total[0]]) and weight + 2 < len(roles):
        rows[-1][weight + 2] = _joined(reason)
    return ([*rows, total[1]] if rows and total else rows), end if rows else 0


def _pair(lines: list[Line], at: int, own: int) -> int | None:
    """Where 分值 stands: the last but one of a run of figures, behind name and values."""
    for number in range(at + own, len(lines) - 1):
        if _is(_TOTAL, lines[number]) or not _is(_FIGURE, lines[number + 1]):
            if _is(_TOTAL, lines[number]):
                return None
            continue
        after = lines[number + 2] if number + 2 < len(lines) else None
        if _is(_FIGURE, lines[number]) and (after is None or not _is(_FIGURE, after)):
            return number
    return None


def _parted(head: list[Line]) -> tuple[list[Line], list[Line]]:
    """The reason of the row before, and the levels of this one."""
    first = next((at for at, line in enumerate(head) if _is(_LEVEL, line)), len(head))
    return head[:first], head[first:]


def _placed(levels: list[Line], columns: list[int]) -> Iterator[tuple[int, Line]]:
    """Levels with the points printed below them; a lone one goes by its words."""
    told: list[Line] = []
    for line in levels:
        if told and _is(_POINTS, line):
            told[-1] = _joined([told[-1], line])
        else:
            told.append(line)
    if len(told) >= len(columns):
        yield from zip(columns, told[-len(columns) :] if columns else [], strict=True)
    elif told and len(columns) > 1:
        yield columns[0 if _is(_FIRST, told[0]) else 1], told[0]


def _joined(lines: Sequence[Line]) -> Line:
    return PaperText("\n".join(line.text for line in lines), spot=lines[0].spot)


def _total(lines: list[Line], at: int, roles: list[str]) -> tuple[tuple[int, Row] | None, int]:
    """总分 with its figures, close behind the last row."""
    near = next((number for number in range(at, min(at + 3, len(lines))) if _is(_TOTAL, lines[number])), None)
    if near is None:
        return None, at
    figures = [line for line in lines[near + 1 : near + 3] if _is(_FIGURE, line)]
    row: Row = [None] * len(roles)
    row[0] = lines[near]
    weight = roles.index("weight")
    for column, line in zip((weight, weight + 1) if len(figures) > 1 else (weight + 1,), figures, strict=False):
        row[column] = line
    return (near, row), near + 1 + len(figures)


# --- labels ---


def _labelled(blocks: Sequence[PaperBlock]) -> Iterator[PaperBlock]:
    """项目名称 and the line below it as a row of two cells; 预期目标、实际完成情况 above their two texts as one row each."""
    at = 0
    while at < len(blocks):
        one, *rest = (block if isinstance(block, PaperText) else None for block in blocks[at : at + 4])
        names = [label_of(line.text) if line is not None else "" for line in (one, *rest)]
        texts = [line for line in rest if line is not None]
        if one is not None and len(texts) == 3 and names[:2] == ["goal", "done"] and not any(names[2:]):
            yield _table([[one, texts[1]], [texts[0], texts[2]]])
            at += 4
        elif one is not None and texts and names[0] and not names[1] and _near(one, texts[0]):
            yield _table([[one, texts[0]]])
            at += 2
        else:
            yield blocks[at]
            at += 1


def _near(label: Line, value: Line) -> bool:
    """In the next line, and no heading of its own section."""
    return value.spot.line == label.spot.line + 1 and not re.search(r"[：:。]$|\d", label.text)


def _table(rows: Sequence[Row]) -> PaperTable:
    cells = tuple(
        PaperCell(line.text if line is not None else "", column, number, spot=(line or _first(row)).spot)
        for number, row in enumerate(rows)
        for column, line in enumerate(row)
    )
    return PaperTable((1,) * max(map(len, rows)), len(rows), cells)


def _first(row: Row) -> Line:
    return next(line for line in row if line is not None)
