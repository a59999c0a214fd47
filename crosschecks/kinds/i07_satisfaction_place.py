"""I07 满意度位置 (财预〔2020〕10号附件1：满意度是一级指标): satisfaction told in a row of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.levels import is_framed
from crosschecks.rule import Dossier, Found, IndicatorRow, Kind, Profile, Severity

_SATISFIED: Final = re.compile(r"满意(?:度|率)")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows named 满意度, or whose value is one, under a level that is not 满意度."""
    for report in dossier.reports:
        for table in report.indicators:
            if is_framed(table):
                yield from (found for row in table.lines for found in _row(row))


def _row(row: IndicatorRow) -> Iterator[Found]:
    levels = f"{row.level1_name}{row.level2_name}"
    role = next((role for role in ("name", "target", "actual") if _SATISFIED.search(row.text(role))), "")
    if not role or not levels or "满意" in levels or (role != "name" and row.name):
        return
    shown = row.level2_name or row.level1_name
    yield Found(
        f"满意度填在“{shown}”行。",
        f"{shown}：{row.text(role)}",
        (row.place(role), *([row.level2.place("二级指标")] if row.level2 else [])),
        "请把满意度移到服务对象满意度指标行",
    )


KIND = Kind("I07", "满意度位置", Severity.WARNING, "财预〔2020〕10号附件1", paper=check_paper)
