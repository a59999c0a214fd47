"""I05 目标值缺失: a named indicator has a target (财预〔2020〕10号附件1 [证])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.kinds.i03_indicator_name import is_nameless
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    IndicatorRow,
    Kind,
    Profile,
    Report,
    Severity,
    parse_number,
    texts,
)

_OWN: Final = re.compile(
    r"(?:预算|资金)(?:执行|到位)|[≥≤＞＜=]|\d+(?:\.\d+)?%|不低于|不少于|不超过|以上|以内"
)  # a name that holds its target
_FUND: Final = re.compile(r"(?:资金|经费|补助|补贴|专项|配套)$")
_AIM: Final = re.compile(
    r"确保|完成|保障|实现|提[高升]|改善|加强|建设|发放|开展|达到|推进|落实|解决|促进|不低于|购置|支付|用于|增加|减少"
)
_LONGEST: Final = 60
_FILLED: Final = {"actual": "完成值", "progress": "完成进度", "score": "得分"}


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table leaf or the table of indicators."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Named rows with nothing, or only a dash, as target; 0 is a target."""
    for row in context.table_rows(params.of):
        if is_nameless(row) or not parse_number(row.target).is_nothing:
            continue
        column = context.column("target")
        yield Found(
            f"“{context.row_name(row)}”未填{column}。",
            f"{column}为空",
            (context.place(f"indicators.{row.uid}.target"), context.place(f"indicators.{row.uid}.name")),
            f"请照批复的绩效目标填写{column}",
            pending=True,
        )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows of tables with a column of targets, and goals that only name the money."""
    for report in dossier.reports:
        for table in report.indicators:
            if {"target", "name"} <= table.roles:
                yield from (found for row in table.lines for found in _row(row))
        yield from _goal(report)


def _row(row: IndicatorRow) -> Iterator[Found]:
    target = row.cells.get("target")
    filled = [role for role in ("actual", "progress", "score") if row.text(role)]
    if target is None or not row.name or not filled or not target.parsed.is_nothing or _OWN.search(row.name):
        return
    yield Found(
        f"“{row.shown}”未填年度指标值。",
        f"指标值“{target.flat}”，{_FILLED[filled[0]]}“{row.text(filled[0])}”",
        (row.place("name"), row.place("target"), *(row.place(role) for role in filled)),
        "请照批复的绩效目标填写指标值",
        pending=True,
    )


def _goal(report: Report) -> Iterator[Found]:
    """项目年度目标 that is the name of a fund and no aim."""
    goal = report.pair("goal")
    words = goal.text.strip("。 ") if goal else ""
    if goal is None or not _FUND.search(words) or _AIM.search(words) or len(words) > _LONGEST:
        return
    yield Found(
        f"“{goal.label}”只写了资金名称，没有写要达到什么目标。",
        words,
        (goal.where,),
        "请写明当年要完成的任务和要达到的效果",
        severity=Severity.WARNING,
    )


KIND = Kind(
    "I05",
    "目标值缺失",
    Severity.ERROR,
    "财预〔2020〕10号附件1",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
    paper=check_paper,
)
