"""U06 度量单位与值类型: unit, target and actual of an indicator are of one kind (财预〔2021〕101号；遂宁自评表).

Heads are not answered with a percentage, a percentage not with words, a figure not with words, a rate per head not with a sum. A
target in words that a percentage answers (应保尽保, 100%) is a matter of course unless the unit is one of heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.rule import (
    Dossier,
    Found,
    IndicatorRow,
    Kind,
    Profile,
    Severity,
    Spoken,
    numbers,
    spoken,
)
from values.number import DATE_PATTERN
from values.units import scale_of

_DATE: Final = re.compile(DATE_PATTERN)
_SHARES: Final = frozenset({"%", "‰"})
_HEADS: Final = frozenset({"人", "人次", "户", "个", "件", "台", "所", "项", "家", "场", "次", "套", "座", "份"})
_WORDS: Final = re.compile(r"[\u4e00-\u9fff]")
_COUNTED: Final = re.compile(
    r"(?:人数|户数|次数|场数|场次|期数|个数|件数|批次|篇数|处数|座数|台数|套数|数量|面积|里程|长度)$"
)
_LONG: Final = 30
_SATISFIED: Final = re.compile(r"满意|良好|优|达标|完成|合格")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows of every table, and indicators told in prose."""
    for report in dossier.reports:
        for table in report.indicators:
            if {"target", "actual"} <= table.roles:
                for row in table.lines:
                    yield from _row(row)
        for one in spoken(report):
            yield from _spoken(one)


def _row(row: IndicatorRow) -> Iterator[Found]:
    unit, target, actual = row.text("unit"), row.text("target"), row.text("actual")
    why = _why(unit, target, actual) or _counted(row) if target and actual else ""
    if not why:
        return
    shown = f"单位“{unit}”、目标“{_short(target)}”" if unit else f"目标“{_short(target)}”"
    yield Found(
        f"“{row.shown}”{shown}与完成值“{_short(actual)}”不匹配：{why}。",
        f"{shown}；完成值“{_short(actual)}”",
        tuple(row.place(role) for role in ("name", "target", "unit", "actual") if role in row.cells),
        "目标、单位和完成值应为同一类量：按人数考核的填人数，按比率考核的填百分数，不能量化的单位留空",
    )


def _counted(row: IndicatorRow) -> str:
    """培训期数 in per cent, where neither figure says so itself."""
    told = [*numbers(row.text("target")), *numbers(row.text("actual"))]
    counted = row.text("unit") in _SHARES and _COUNTED.search(row.name) and told
    return "按数量计的指标，单位填了百分号" if counted and not any(number.unit for number in told) else ""


def _why(unit: str, target: str, actual: str) -> str:
    """What does not go together, '' when it may."""
    wanted, given = numbers(target), numbers(actual)
    kind = scale_of(unit)[0] or (wanted[0].unit if len(wanted) == 1 else "")
    if kind in _HEADS and given and given[0].unit in _SHARES and (not wanted or wanted[0].unit not in _SHARES):
        return "按数量计的指标填了百分数"
    if kind in _SHARES and not wanted and not given and _WORDS.search(target) and _WORDS.search(actual):
        return "单位为百分数，目标和完成值都是文字"
    if wanted and not given and _is_figure(target) and not _DATE.search(target) and not _DATE.search(actual):
        return "目标为数值，完成值是文字"
    if kind in _SHARES and given and not _is_figure(target) and len(target) > _LONG:
        return "单位为百分数，目标是一段文字"
    rate = next((number for number in wanted if "/" in number.unit), None)
    if rate is not None and given and all(number.is_money for number in given):
        return "目标是人均（单位）标准，完成值是总额"
    return ""


def _is_figure(target: str) -> bool:
    """A bare figure with or without its unit."""
    found = numbers(target)
    return len(found) == 1 and len(target) - (found[0].end - found[0].start) <= 2


def _spoken(one: Spoken) -> Iterator[Found]:
    wanted, given = one.target_numbers, one.actual_numbers
    if not one.actual or one.part == "goal":
        return
    if len(wanted) == 1 and wanted[0].unit in _SHARES and not given and _SATISFIED.fullmatch(one.actual.strip("为")):
        yield _told(one, "目标为百分数，完成值没有数字", None)
    elif "人数" in one.target and not wanted and given and given[0].unit in _SHARES:
        yield _told(one, "按人数考核的指标没有写明人数", Severity.WARNING)


def _told(one: Spoken, why: str, severity: Severity | None) -> Found:
    return Found(
        f"“{one.kind}指标：{_short(one.target)}”与完成值“{_short(one.actual)}”不匹配：{why}。",
        f"目标“{_short(one.target)}”；完成值“{_short(one.actual)}”",
        (one.place(),),
        "请填写与目标同一单位的实际数值",
        severity,
    )


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:24] + "…"


KIND = Kind("U06", "度量单位与值类型", Severity.ERROR, "财预〔2021〕101号", paper=check_paper)
