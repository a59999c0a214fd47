"""指标表的识读: indicator and score tables of any form: levels, name, relation, target, actual, points, score, reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.columns import FUND_ROLES, INDICATOR_ROLES, WEAK_NAME, merged_header, plain_header, role_of
from crosschecks.reports.grid import Grid, GridCell
from crosschecks.reports.pairs import label_of
from values.measure import Measure, parse_measure, parse_relation
from values.vocabulary import Relation

_POINTS: Final = re.compile(r"[（(]?\s*(\d+(?:\.\d+)?)\s*分\s*[）)]?")
_NUMBERED: Final = re.compile(
    r"指标\s*[\d一二三四五六七八九十]{1,2}\s*[：:;；、.．]?\s*|^\d{1,2}\s*[：:;；、.．](?!\d)\s*"
)
TOTAL: Final = re.compile(
    r"合计|总计|总分|[^，。；]{0,10}小计|得分合计|分值(?:合计)?|(?:项目|绩效|自评|评价|综合|总)+(?:得分|评分|总分)(?:合计)?"
)
_ROLE_LABELS: Final = {
    "level1": "一级指标", "level2": "二级指标", "name": "三级指标", "relation": "指标性质", "target": "指标值", "unit": "度量单位",
    "actual": "完成值", "weight": "分值", "score": "得分", "review": "复评得分", "reason": "原因", "progress": "完成进度", "explain": "指标解释",
    "standard": "评分说明", "serial": "序号", "score_rate": "得分率", "deduct": "扣分", "raw": "评分", "share": "权重", "weighted": "加权得分",
    "level1_weight": "一级指标分值", "level2_weight": "二级指标分值",
}  # fmt: skip
_VALUE: Final = re.compile(
    r"[≥≤=<>＞＜]|\d[\d,.]*(?:[%万亿]|[^\d年月、.：]{0,4}$)|(?:不低于|不少于|不超过|不高于|达到?)\d"
)
_ITSELF: Final = re.compile(r"(?:预算|资金)(?:执行|到位)(?:率|情况)(?:（.*）)?")  # a line without levels
_LOOKED_AT: Final = 8  # rows from which one sees what a column holds
_MOSTLY: Final = 2
_AFTER: Final = re.compile(r"其[他它]需?要?说明|填[报表]人|填表说明|备注：|注：|联系")
SUMMED: Final = frozenset({"weight", "score", "review", "deduct", "weighted"})  # columns a row of totals adds up
_STAGES: Final = frozenset({"initial", "adjusted", "issued", "spent"})
_LEVELS: Final = ("level1", "level2")
_VALUES: Final = ("target", "actual", "weight", "score")


@dataclass(frozen=True, eq=False)
class IndicatorRow:
    """一行指标. kind: 'row', 'subtotal' (the points of a level before its rows), 'partial' (小计, behind its rows) or 'total'."""

    cells: dict[str, GridCell]
    level1: GridCell | None
    level2: GridCell | None
    kind: str = "row"

    def text(self, role: str) -> str:
        """What stands in a column, '' when there is none."""
        cell = self.cells.get(role)
        return cell.flat if cell else ""

    def number(self, role: str) -> Decimal | None:
        """The number in a column of points."""
        cell = self.cells.get(role)
        return cell.parsed.value if cell else None

    @property
    def name(self) -> str:
        """三级指标 without 指标1： before it."""
        return _NUMBERED.sub("", self.text("name")).strip("：…. ")

    @property
    def level1_name(self) -> str:
        """一级指标 without its points."""
        return level_name(self.level1)

    @property
    def level2_name(self) -> str:
        """二级指标 without its points."""
        return level_name(self.level2)

    @property
    def shown(self) -> str:
        """How people call the row."""
        return self.name or self.text("name") or self.level2_name or self.level1_name

    @property
    def relation(self) -> Relation | None:
        """指标性质, from its column."""
        return parse_relation(self.text("relation"))

    def measure(self, role: str) -> Measure:
        """Target or actual as a measure, in the row's unit; the relation column holds for the target."""
        relation = self.relation if role == "target" else None
        return parse_measure(self.text(role), unit=self.text("unit"), relation=relation)

    def place(self, role: str, quote: str | None = None) -> Place:
        """A cell of the row as a place; a column the table has not is told by the name."""
        cell = self.cells.get(role) or self.cells.get("name") or next(iter(self.cells.values()))
        return cell.place(f"“{self.shown}”{_ROLE_LABELS[role]}", quote)


@dataclass(frozen=True, eq=False)
class IndicatorTable:
    """指标表. `roles`: the columns it has; `weighs_all`: the points printed for the whole block (绩效指标（90分）)."""

    grid: Grid
    header: dict[str, GridCell]
    rows: tuple[IndicatorRow, ...]
    weighs_all: Decimal | None = None
    title: str = ""

    @property
    def roles(self) -> frozenset[str]:
        """Columns there are."""
        return frozenset(self.header)

    def header_text(self, role: str) -> str:
        """The words of a column, '' when there is none."""
        return self.header[role].flat if role in self.header else ""

    @property
    def lines(self) -> list[IndicatorRow]:
        """Indicators proper."""
        return [row for row in self.rows if row.kind == "row"]

    @property
    def total(self) -> IndicatorRow | None:
        """The row of totals."""
        return next((row for row in reversed(self.rows) if row.kind == "total"), None)

    def groups(self, level: int) -> dict[str, list[IndicatorRow]]:
        """Rows under each name of level 1 or 2, a level printed again on the next page put together."""
        found: dict[str, list[IndicatorRow]] = {}
        for row in self.lines:
            first = row.level1_name
            name = first if level == 1 else f"{first}/{row.level2_name}"
            found.setdefault(name, []).append(row)
        return found


@dataclass
class _Layout:
    columns: dict[str, int]
    header: dict[str, GridCell]
    last: int  # last header row
    section: GridCell | None = None
    level: dict[str, GridCell] = field(default_factory=dict)


def level_name(cell: GridCell | None) -> str:
    """总体绩效（65分） → 总体绩效."""
    return _POINTS.sub("", cell.flat).strip("：:、（） ") if cell else ""


def printed_points(cell: GridCell | None) -> Decimal | None:
    """Points printed with a level: （65分）."""
    match = _POINTS.search(cell.flat) if cell else None
    return Decimal(match[1]) if match else None


def level_places(cell: GridCell, label: str) -> tuple[Place, ...]:
    """A level and the points printed with it, one place when they stand in one line."""
    match = _POINTS.search(cell.folded.text)
    points = cell.place(label, cell.folded.quote(*match.span()).strip()) if match else None
    name = cell.place(label)
    return (name,) if points is None or points.line == name.line else (name, points)


def indicator_tables(grid: Grid) -> Iterator[IndicatorTable]:
    """Every block of indicators in a table; a form may hold several, with other things between them."""
    at = 0
    while at < len(grid.rows):
        layout = _layout(grid, at)
        if layout is None:
            at += 1
            continue
        rows, at = _rows(grid, layout)
        if any(row.kind == "row" for row in rows):
            points = printed_points(layout.section) if layout.section else None
            yield IndicatorTable(grid, layout.header, tuple(rows), points)


def _layout(grid: Grid, at: int) -> _Layout | None:
    """A header that begins in row `at`: one row or two."""
    upper = grid.covering(at)
    if at + 1 < len(grid.rows) and _goes_on(upper, lower := grid.covering(at + 1)):
        paths = merged_header(upper, lower)
        placed = {cell.column: path for cell, path in zip(lower, paths, strict=True)}
        two = _columns({column: path[-1] for column, path in placed.items()}, at + 1, grid)
        if two:
            return two
    return _columns({cell.column: cell for cell in upper}, at, grid)


def _goes_on(upper: list[GridCell], lower: list[GridCell]) -> bool:
    """Is the second row the rest of a header, by its words?"""
    named = sum(bool(role_of(cell.text, INDICATOR_ROLES)) for cell in lower)
    told = any(cell.numbers for cell in upper if not printed_points(cell))  # a row of the table above, and no header
    return named >= 2 and any(not cell.text for cell in lower) and len(upper) > 1 and not told


def _columns(cells: dict[int, GridCell], last: int, grid: Grid) -> _Layout | None:
    columns: dict[str, int] = {}
    header: dict[str, GridCell] = {}
    roles = {column: role_of(cell.text, INDICATOR_ROLES) for column, cell in cells.items()}
    for column, role in _of_levels(_without_section(roles)).items():
        if role and role not in columns:
            columns[role], header[role] = column, cells[column]
    if "name" not in columns and not _tells_stages(cells):
        _weak_name(cells, columns, header)
    levels = {"level1", "level2", "name"} & set(columns)
    told = columns.keys() - {"serial"}
    if not levels or not any(role in columns for role in _VALUES) or len(told) < 3:
        return None
    first = min(columns[role] for role in told)
    section = next((cell for column, cell in sorted(cells.items()) if column < first and cell.text), None)
    rows = [grid.covering(at) for at in range(last + 1, min(last + 1 + _LOOKED_AT, len(grid.rows)))]
    _shift(columns, max(cells) + 1, rows[0] if rows else [])
    if "name" in columns and "target" not in columns:
        _settle(columns, rows)
    if "level1" not in columns and columns.get("level2", 0) > 0:
        columns["level1"] = columns["level2"] - 1
    return _Layout(columns, header, last, section)


def _without_section(roles: dict[int, str]) -> dict[int, str]:
    """指标评分 left of the levels names the block, where a column right of them holds the scores."""
    levels = min((column for column, role in roles.items() if role in _LEVELS), default=0)
    behind = {role for column, role in roles.items() if column > levels}
    return {
        column: "" if column < levels and role in SUMMED and role in behind else role for column, role in roles.items()
    }


def _of_levels(roles: dict[int, str]) -> dict[int, str]:
    """分值 right behind 一级指标 or 二级指标 is the level's own, where the lines have another (一级指标|分值|二级指标|分值|得分)."""
    weights = [column for column in sorted(roles) if roles[column] == "weight"]
    own = {column: f"{level}_weight" for column in weights[:-1] if (level := roles.get(column - 1)) in _LEVELS}
    return {column: own.get(column, roles[column]) for column in sorted(roles)}


def _tells_stages(cells: dict[int, GridCell]) -> bool:
    """预算数、执行数: 指标 before them is a source of money and names no indicator."""
    stages = {role_of(cell.text, FUND_ROLES) for cell in cells.values() if not role_of(cell.text, INDICATOR_ROLES)}
    return len(stages & _STAGES) > 1


def _weak_name(cells: dict[int, GridCell], columns: dict[str, int], header: dict[str, GridCell]) -> None:
    """绩效指标 or 绩效目标 as the name, the last of them before the values."""
    taken = {column for role, column in columns.items() if role != "target"}
    for column, cell in sorted(cells.items(), reverse=True):
        if column not in taken and WEAK_NAME.fullmatch(plain_header(cell.text)):
            if columns.get("target") == column:
                del columns["target"], header["target"]
            columns["name"], header["name"] = column, cell
            return


def _shift(columns: dict[str, int], width: int, below: list[GridCell]) -> None:
    """Rows with more cells than the header: a label of the header covers several levels."""
    extra = len(below) - width
    if extra <= 0 or "level1" not in columns or "level2" in columns:
        return
    first = columns["level1"]
    for role, column in list(columns.items()):
        if column > first:
            columns[role] = column + extra
    columns["level2"] = first + 1


def _settle(columns: dict[str, int], rows: list[list[GridCell]]) -> None:
    """绩效目标 above values instead of names is the target; the names stand left of it, the levels left of them."""
    at = columns["name"]
    told = [cells[at] for cells in rows if at < len(cells) and cells[at].text]
    values = sum(bool(_VALUE.match(cell.flat)) for cell in told)
    if at == 0 or values < _MOSTLY or values * 2 <= len(told):
        return
    columns["target"], columns["name"] = at, at - 1
    for upper, lower in (("level2", at - 2), ("level1", at - 3)):
        columns.pop(upper, None)
        if lower >= 0:
            columns[upper] = lower


def _rows(grid: Grid, layout: _Layout) -> tuple[list[IndicatorRow], int]:
    rows: list[IndicatorRow] = []
    at = layout.last + 1
    while at < len(grid.rows):
        cells = {cell.column + extra: cell for cell in grid.covering(at) for extra in range(cell.across)}
        told = [cell for cell in grid.covering(at) if cell.text]
        if _layout(grid, at) or (told and _ends(told, layout, cells)):
            break
        row = _row(layout, cells, told)
        if row is not None:
            rows.append(row)
        at += 1
        if row is not None and row.kind == "total":
            break
    return rows, max(at, layout.last + 1)


def _ends(told: list[GridCell], layout: _Layout, cells: dict[int, GridCell]) -> bool:
    """A row of a label and its value, or of prose, belongs to what follows."""
    if TOTAL.fullmatch(told[0].flat.rstrip("：")):
        return False
    if len(told) <= _MOSTLY and told[0].column == 0 and (_AFTER.match(told[0].flat) or label_of(told[0].text)):
        return True  # 其他需说明的问题|无
    name = cells.get(layout.columns.get("name", -1))
    values = [cells.get(layout.columns[role]) for role in _VALUES if role in layout.columns]
    lone = len(told) <= 2 and not (name and name.text) and not any(cell and cell.text for cell in values)
    return (lone and told[0].column == 0 and told[0].text != "") or (
        len(told) <= 2 and any(len(cell.text) > 150 for cell in told)
    )


def _row(layout: _Layout, cells: dict[int, GridCell], told: list[GridCell]) -> IndicatorRow | None:
    """One row read by its columns; where a lost merge has moved the figures, by their order."""
    if not told:
        return None
    if TOTAL.fullmatch(told[0].flat.rstrip("：")) or (len(told) > 1 and TOTAL.fullmatch(told[1].flat.rstrip("："))):
        return _total(layout, told, cells)
    found = {role: cells[column] for role, column in layout.columns.items() if column in cells}
    found = _moved(layout, found, told)
    for role in ("level1", "level2"):
        cell = found.get(role)
        if cell is not None and cell.text:
            if role == "level1" and (known := layout.level.get("level1")) is not None and known is not cell:
                layout.level.pop("level2", None)
            layout.level[role] = cell
    first = found.get("level1")
    if first is not None and _ITSELF.fullmatch(first.flat):
        found = {**found, "name": next((found[r] for r in ("name", "level2") if r in found and found[r].text), first)}
    name = found.get("name")
    if name and _opens_level(name, found):
        layout.level["level1"] = name
        if "target" not in found:
            layout.level.pop("level2", None)
        return IndicatorRow(found, name, None, "subtotal")
    if not any(role in found and found[role].text for role in ("name", *_VALUES)):
        return None
    return IndicatorRow(found, layout.level.get("level1"), layout.level.get("level2"))


def _opens_level(name: GridCell, found: dict[str, GridCell]) -> bool:
    """投入： with its points; 指标1： is a row that nobody named."""
    numbered = _NUMBERED.fullmatch(name.flat)
    target = found["target"].text.strip("：") if "target" in found else ""
    return name.text.endswith("：") and not numbered and not target and _scored(found)


def _scored(found: dict[str, GridCell]) -> bool:
    return any(role in found and found[role].is_number for role in ("weight", "score"))


def _moved(layout: _Layout, found: dict[str, GridCell], told: list[GridCell]) -> dict[str, GridCell]:
    """Points and score that stand one column off."""
    if not {"weight", "score"} <= set(layout.columns) or "target" in layout.columns:
        return found
    figures = [cell for cell in told if cell.is_number]
    at_home = all(role in found and found[role].is_number for role in ("weight", "score"))
    words = [cell for cell in told if not cell.is_number]
    if at_home or len(figures) != 2 or not words:
        return found
    return {**found, "weight": figures[0], "score": figures[1], "name": words[-1]}


def _total(layout: _Layout, told: list[GridCell], placed: dict[int, GridCell]) -> IndicatorRow:
    name = next(cell for cell in told if not cell.is_number)
    cells = {"name": name, **_sums(layout, [cell for cell in told if cell.is_number], placed, name)}
    if "小计" in name.flat:
        return IndicatorRow(cells, layout.level.get("level1"), layout.level.get("level2"), "partial")
    return IndicatorRow(cells, None, None, "total")


def _sums(layout: _Layout, figures: list[GridCell], placed: dict[int, GridCell], name: GridCell) -> dict[str, GridCell]:
    """The figures of a row of totals: by their columns, where the row is as long as the header; else by their order."""
    order = [role for role in sorted(layout.columns, key=layout.columns.__getitem__) if role in SUMMED]
    whole = max(placed) >= max(layout.columns.values())
    at_home = {
        role: cell for role in order if (cell := placed.get(layout.columns[role])) is not None and cell.is_number
    }
    if whole and at_home and len(at_home) == len(figures):
        return at_home
    if len(figures) == len(order) > 1:
        return dict(zip(order, figures, strict=True))
    roles = [role for role in order if role in {"score", "review"}]
    if len(roles) > 1 and len(figures) > 2:
        return {"weight": figures[0], **dict(zip(roles, figures[-2:], strict=True))}
    if len(figures) > 1:
        return {"weight": figures[0], "score": figures[-1]}
    # A lone figure is the score unless only points are asked for.
    is_score = "score" in layout.columns or "得分" in name.flat
    return {"score" if is_score else "weight": figures[0]} if figures else {}
