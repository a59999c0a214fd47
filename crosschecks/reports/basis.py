"""口径的识读: which year, stage and side (plan or result) a figure speaks of, from the words around it and the headings above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from crosschecks.reports.register import Figure
from crosschecks.reports.words import OTHER_YEAR

_BASES: Final = (
    ("initial", re.compile(r"年初|初始|批复|申报|预算编制")),
    ("adjusted", re.compile(r"调整后|调整|追加|全年预算|调剂")),
    ("received", re.compile(r"到位|下达|收到|拨入|划拨")),
    ("carried", re.compile(r"结余|结转|剩余|收回|追减|余额")),
    ("plan", re.compile(r"目标|计划|预计|预期|拟|将|力争|应|测算|需|预算")),
    ("spent", re.compile(r"决算|执行|支出|使用|支付|实际|完成|发放|拨付|已")),
)
_PLANNED: Final = re.compile(
    r"(?:任务|目标)(?:[为是：]|包括|如下)|计划(?:为|：|新建|完成|实施|开展|购置)|拟(?=[\u4e00-\u9fff]{2})"
)
_GOALS: Final = re.compile(r"目标|计划|申报|批复")
_RESULTS: Final = re.compile(r"完成|实现|效益|到位|使用|支出|实施|绩效情况|成效|结果")


def basis_of(figure: Figure) -> str:
    """'last' (another year), one of the stages, 'plan', 'spent' or '' when nothing tells."""
    start, end = figure.sentence.clause(figure.number.start)
    clause = figure.sentence.text[start:end]
    if figure.last or OTHER_YEAR.search(clause):
        return "last"
    before = figure.sentence.text[start : figure.number.start]
    found = next((name for name, pattern in _BASES if pattern.search(before)), "")
    if not found and _PLANNED.search(figure.sentence.text, 0, figure.number.start):
        return "plan"
    if not found and any(is_goal(heading.name) for heading in figure.sentence.path[-1:]):
        return "plan"
    return found


def is_goal(heading: str) -> bool:
    """Does it head what is aimed at, and not what has come of it (目标完成情况)?"""
    return bool(_GOALS.search(heading)) and not _RESULTS.search(heading)


def same_basis(figures: Sequence[Figure]) -> bool:
    """Nothing tells that they speak of different things."""
    found = {basis_of(figure) for figure in figures}
    return len(found - {""}) <= 1 and (len(found) == 1 or "plan" not in found)
