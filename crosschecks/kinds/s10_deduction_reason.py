"""S10 扣分须有原因: a self score below full marks has a reason that says something (财预〔2020〕10号第十一条、附件1末列 [知])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.kinds.s07_execution_score import RATES
from crosschecks.params import texts
from crosschecks.rule import Context, Dossier, Found, IndicatorTable, Kind, Profile, Severity, points
from values.blank import is_blank

_HIGH: Final = Decimal("0.9")
_ASKED: Final = re.compile("原因|偏差|扣分")  # 备注 may stay empty


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes looked at."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Every line that lost points; 无, 0 and - are no reasons."""
    for line in context.lines(params.of):
        if not line.of or line.self_points is None or line.self_points >= line.of or not is_blank(line.reason):
            continue
        lost = line.of - line.self_points
        yield Found(
            f"“{context.name(line)}”扣{points(lost)}，请填写偏差原因及改进措施。",
            f"{points(line.of)}－{points(line.self_points)}＝{points(lost)}",
            (context.place(context.reason_path(line)), context.place(line.path)),
            "写明为什么没有完成、下一步怎么做",
            pending=True,
        )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Lines that lost points; where a table has no column for the reason, it can only be asked for."""
    for report in dossier.reports:
        for table in report.indicators:
            if {"weight", "score"} <= table.roles:
                yield from _lost(table)


def _lost(table: IndicatorTable) -> Iterator[Found]:
    for row in table.lines:
        weight, score = row.number("weight"), row.number("score")
        if not weight or score is None or score >= weight or not is_blank(row.text("reason")):
            continue
        if row.shown in RATES and score >= weight * _HIGH:
            continue  # points for a rate follow from it, and only a low one is asked about (F14)
        asked = "reason" in table.roles and bool(_ASKED.search(table.header["reason"].text))
        yield Found(
            f"“{row.shown}”扣{points(weight - score)}，{'请填写偏差原因及改进措施' if asked else '表内没有说明原因'}。",
            f"{points(weight)}－{points(score)}＝{points(weight - score)}",
            (row.place("score"), row.place("weight"), row.place("name")),
            "写明为什么没有完成、下一步怎么做",
            severity=None if asked else Severity.WARNING,
        )


KIND = Kind(
    "S10",
    "扣分须有原因",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
