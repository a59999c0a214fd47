"""项目明细表的行数: a sentence that says how many projects there are and leads up to a table that names them one a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from crosschecks.reports.grid import Grid, GridCell
from crosschecks.reports.kit import Report, Sentence

_COUNT: Final = re.compile(
    r"(?<![\d.])(?:(?P<one>\d{1,2})个(?:预算|专项|特定目标类|绩效)?项目|项目(?:总数)?(?:共|共计|合计|为)?(?P<two>\d{1,2})个)"
)
_SHOWN: Final = re.compile(r"(?:如下|下表|见表|附表|下列|明细|清单)[^。]{0,8}$")
_SOME: Final = re.compile(
    r"重点|主要|部分|其中|以上|超过|未|抽|优秀|上年|结转|阶段|等次|个别|典型|前[\d一二三四五六七八九十]|类"
)
_HEAD: Final = re.compile(r"(?:支出)?(?:项目|子项目|专项)(?:名称)?")
_SUM: Final = re.compile(r"合\s*计|小\s*计|总\s*计|共\s*计|其中|备注|注|说明|平均")
_LEAST: Final = 3
_NEAR: Final = 2  # a table further off than this is of something else


class Rows(NamedTuple):
    """不合的项目数. start…end: the count within the sentence."""

    sentence: Sentence
    start: int
    end: int
    number: int
    rows: tuple[GridCell, ...]


def wrong_project_rows(report: Report) -> Iterator[Rows]:
    """Tables whose first column names projects, each once; nothing is said where the sentence tells two numbers or speaks of some of them."""
    for grid in report.grids:
        lead = report.leads.get(grid.number)
        rows = _named(grid) if lead is not None and not grid.torn and _SHOWN.search(lead.text.strip("：: 。")) else ()
        told = list(_COUNT.finditer(lead.text)) if lead is not None and rows else []
        if lead is None or len(told) != 1 or _SOME.search(lead.text):
            continue
        count = int(told[0]["one"] or told[0]["two"])
        if 0 < abs(count - len(rows)) <= _NEAR:
            yield Rows(lead, *told[0].span(), count, rows)


def _named(grid: Grid) -> tuple[GridCell, ...]:
    """The cells that name projects; none where one is blank, told twice or a part of another."""
    if not grid.rows or not grid.rows[0]:
        return ()
    column = 1 if grid.rows[0][0].flat == "序号" else 0
    if any(len(row) <= column for row in grid.rows) or not _HEAD.fullmatch(grid.rows[0][column].flat):
        return ()
    cells = [row[column] for row in grid.rows[1:] if not any(_SUM.match(cell.flat) for cell in row[: column + 1])]
    names = [cell.flat for cell in cells]
    plain = all(names) and len(set(names)) == len(names) >= _LEAST and not any(cell.down > 1 for cell in cells)
    return tuple(cells) if plain else ()
