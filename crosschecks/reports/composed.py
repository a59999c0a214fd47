"""固定构成: totals that are always made of the same things, whatever the table: 支出合计＝基本支出＋项目支出, 基本支出＝人员＋公用, 三公, 资产."""

from __future__ import annotations

import re
from typing import Final

from crosschecks.reports.matrix import Column, Matrix

_COMPOSED: Final = tuple(
    (re.compile(whole), tuple(re.compile(part) for part in parts))
    for whole, parts in (
        (
            r"(?:本年|全年|年度)?(?:支出(?:合计|总计|总额|决算数?)|总支出|合计支出)",
            (r"基本支出", r"项目支出", r"上缴上级支出", r"经营支出", r"对附属单位补助(?:支出)?"),
        ),
        (
            r"基本支出(?:合计|小计)?",
            (r"(?:其中)?人员(?:经费|支出|费用)", r"(?:日常)?公用(?:经费|支出|费用)", r"对个人和家庭的?补助(?:支出)?"),
        ),
        (
            r".*(?:三公.*|合计|小计)",
            (r"公务接待费?", r"(?:公务用车|公车).*(?:运行|运维|维护).*", r"(?:公务用车|公车).*购置.*", r"因公出国.*"),
        ),
    )
)
_LEAST: Final = 2


def known_parts(matrix: Matrix, column: Column) -> list[Column]:
    """Columns right behind a total that always make it up; empty where fewer than two of them stand there."""
    for whole, parts in _COMPOSED:
        if not whole.fullmatch(column.name) or not matrix.holds_figures(column):
            continue
        found = []
        for other in matrix.columns[column.index + 1 :]:
            if not any(part.fullmatch(other.name) for part in parts):
                if _inside(other, parts):
                    continue
                break
            found.append(other)
        if len(found) >= _LEAST:
            return found
    return []


def inner_parts(matrix: Matrix, parts: list[Column]) -> list[list[Column]]:
    """The same with parts taken apart where the table tells what they are made of (人员＋公用＋项目), so that a slip is told once."""
    taken = [inner for part in parts for inner in (known_parts(matrix, part) or [part])]
    return [taken] if len(taken) > len(parts) else []


def _inside(column: Column, parts: tuple[re.Pattern[str], ...]) -> bool:
    """A column of what one of the parts is made of (基本支出｜人员｜公用｜项目支出)."""
    return bool(re.fullmatch(r"(?:其中)?(?:人员|公用|日常公用|对个人).*", column.name)) and any(
        part.fullmatch("项目支出") for part in parts
    )
