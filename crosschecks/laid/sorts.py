"""格的种类: what a cell may be by its words alone: a number, a bound, a unit, a level, a name, prose."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from crosschecks.reports.fold import folded
from crosschecks.reports.indicators import TOTAL
from values.measure import parse_relation
from values.number import BEFORE_PATTERN
from values.units import UNIT_PATTERN

_DASH: Final = re.compile(r"[-—/\\]+|无")
_NUMBER: Final = re.compile(r"[-+]?\d[\d,.，]*")
_POINTS: Final = re.compile(r"\d+(?:\.\d+)?分")
_SHARE: Final = re.compile(r"[-+]?\d[\d,.]*[%‰]")
_BOUND: Final = re.compile(
    rf"(?:{BEFORE_PATTERN}){{1,3}}\d[^。；]{{0,14}}|\d[\d,.]*[^\d。；]{{0,6}}(?:以上|以下|以内|之内)"
)
_DATE: Final = re.compile(
    r"(?:(?:19|20)\d{2}[年.\-/])?\d{1,2}(?:月|[.\-/]\d{1,2})(?:\d{1,2}[日号])?(?:上旬|中旬|下旬|底|末)?之?(?:前|内)?(?:完成)?"
    r"|(?:19|20)\d{2}年(?:底|末|内)?之?前?"
)
_AMOUNT: Final = re.compile(r"[-+]?\d[\d,.]*(?:万|亿|千|百)?[^\d，。；：、（）\s]{1,8}")
_UNIT: Final = re.compile(rf"(?:{UNIT_PATTERN})|[^\d，。；：\s]{{1,4}}/[^\d，。；：\s]{{1,4}}|无量纲")
_BRACKET: Final = re.compile(r"（[^（）]{1,10}）")
_WITH_POINTS: Final = r"(?:类)?(?:指标|目标)?(?:（[^（）]{1,10}）)?"
_FIRST: Final = re.compile(
    r"(?:项目|部门|整体)?(?:产出|效益|效果|决策|过程|管理|投入|资金管理|项目管理|履职效能|管理效率|运行成本|社会效应)"
    + _WITH_POINTS
)
_SECOND: Final = re.compile(
    r"(?:产出)?(?:数量|质量|时效)"
    + _WITH_POINTS
    + r"|(?:经济|社会|生态|环境)(?:效益|成本|影响)"
    + _WITH_POINTS
    + r"|可持续(?:影响|发展|效益)"
    + _WITH_POINTS
    + r"|生态环境(?:成本|效益)"
    + _WITH_POINTS
    + r"|(?:服务|受益|社会公众)[^，。]{0,8}满意度"
    + _WITH_POINTS
)
_EITHER: Final = re.compile(r"(?:成本|满意度|可持续性?)" + _WITH_POINTS)
_ITSELF: Final = re.compile(r"(?:部门|项目)?(?:预算|资金)(?:执行|到位)(?:率|情况)?")  # a row that stands by itself
_NUMBERED: Final = re.compile(
    r"指标[\d一二三四五六七八九十]{1,2}[：；、.．].*|…+"
)  # 指标1：, also where nobody named it
_FIGURED: Final = re.compile(rf".*\d(?:{UNIT_PATTERN})(?:以上|以下|以内)?")
_PROSE: Final = re.compile(r"[，。；]")
_LONG: Final = 16


@lru_cache(maxsize=8192)
def sort_of(raw: str) -> str:
    """The sort of a cell's text."""
    text = folded(raw).replace("\n", "")
    shapes = (
        ("dash", _DASH), ("numbered", _NUMBERED), ("bracket", _BRACKET), ("number", _NUMBER), ("points", _POINTS), ("share", _SHARE), ("date", _DATE),
        ("bound", _BOUND), ("itself", _ITSELF), ("first", _FIRST), ("second", _SECOND), ("either", _EITHER), ("sum", TOTAL), ("unit", _UNIT),
    )  # fmt: skip
    if not text or parse_relation(text) is not None:
        return "relation" if text else "dash"
    for name, shape in shapes:
        if shape.fullmatch(text):
            return name
    if _PROSE.search(text) or len(text) > _LONG:
        return "prose"
    if _AMOUNT.fullmatch(text):
        return "amount"
    return "figured" if _FIGURED.fullmatch(text) else "words"
