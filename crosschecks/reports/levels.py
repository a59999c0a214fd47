"""指标层级的识读: which of the national kinds (数量、质量、时效、成本、效益、满意度) a level of an indicator table is, by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from crosschecks.reports.indicators import IndicatorRow, IndicatorTable

OUTPUTS: Final = ("数量", "质量", "时效", "成本")
_KINDS: Final = (
    ("满意度", re.compile(r"满意")),
    ("成本", re.compile(r"成本")),
    ("经济效益", re.compile(r"经济")),
    ("社会效益", re.compile(r"社会")),
    ("生态效益", re.compile(r"生态|环境")),
    ("可持续影响", re.compile(r"可持续")),
    ("数量", re.compile(r"数量")),
    ("质量", re.compile(r"质量")),
    ("时效", re.compile(r"时效")),
    ("产出", re.compile(r"产出")),
    ("效益", re.compile(r"效益|效果|影响")),
)
_BRACKETS: Final = re.compile(r"（[^（）]*）?$")
_PROPER: Final = re.compile(
    r"(?:项目|部门|单位|整体)?(?:绩效)?(?:产出|效益|效果|成本|满意度|数量|质量|时效|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续(?:影响|发展|效益)?"
    r"|[^，。；：]{0,12}满意度)(?:指标|目标)?"
)


def kind_of(level: str) -> str:
    """数量, 质量, …, its points or a note in brackets left aside; '' for a level of another frame (履职效能, 预算管理)."""
    plain = _BRACKETS.sub("", level)
    return next((name for name, pattern in _KINDS if pattern.search(plain)), "") if _PROPER.fullmatch(plain) else ""


def kinds_of(row: IndicatorRow) -> tuple[str, str]:
    """Of its first and its second level."""
    return kind_of(row.level1_name), kind_of(row.level2_name)


def is_framed(table: IndicatorTable) -> bool:
    """Has it targets or actual values, in the national frame?"""
    return bool({"target", "actual"} & table.roles) and any(any(kinds_of(row)) for row in table.lines)


def groups_of(kinds: Iterable[str]) -> frozenset[str]:
    """产出, 效益, 满意度 as far as levels are of them."""
    found = set(kinds)
    outputs = {"产出"} if found & {*OUTPUTS, "产出"} else set()
    benefits = {"效益"} if found & {"经济效益", "社会效益", "生态效益", "可持续影响", "效益"} else set()
    return frozenset(outputs | benefits | (found & {"满意度"}))
