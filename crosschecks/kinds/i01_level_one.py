"""I01 一级指标齐全 (财预〔2020〕10号第十三条；财预〔2021〕101号：产出、效益原则必设，满意度按需).

In tables and in indicators told in prose. Frames of a place's own (履职效能、预算管理) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.levels import groups_of, is_framed
from crosschecks.rule import Dossier, Found, IndicatorTable, Kind, Place, Profile, Report, Severity

_LEAST: Final = 3  # rows of a table, kinds of a sentence
_SPOKEN: Final = re.compile(r"(数量|质量|时效|成本|满意度)(?:类)?指标(?:为|是|：)")
_BENEFIT: Final = re.compile(r"效益|效果|影响")
_GOAL: Final = re.compile(r"目标")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """All tables of a project together, then the goals told in prose."""
    for group in dossier.groups:
        yield from _tables([table for report in group for table in report.indicators if is_framed(table)])
        for report in group:
            yield from _prose(report)


def _tables(tables: list[IndicatorTable]) -> Iterator[Found]:
    rows = [row for table in tables for row in table.lines]
    named = [row for row in rows if row.name or row.text("target")]
    if len(named) < _LEAST:
        return
    there = groups_of(rows)
    for missing in ("产出", "效益", "满意度"):
        if missing not in there:
            cell = rows[0].level1 or rows[0].level2 or next(iter(rows[0].cells.values()))
            yield _found(missing, "、".join(sorted(there)), (cell.place("绩效指标"),))


def _prose(report: Report) -> Iterator[Found]:
    """A sentence that tells the goals by kind, with no benefit in it or beside it."""
    for sentence in report.sentences:
        kinds = list(dict.fromkeys(match[1] for match in _SPOKEN.finditer(sentence.text)))
        if len(kinds) < _LEAST or "满意度" not in kinds or not _GOAL.search(sentence.text + sentence.heading):
            continue
        beside = "".join(other.text for other in report.sentences if other.path == sentence.path)
        if not _BENEFIT.search(beside):
            yield _found("效益", "、".join(kinds), (sentence.place(label="绩效目标"),))


def _found(missing: str, there: str, places: tuple[Place, ...]) -> Found:
    return Found(
        f"缺少{missing}指标。",
        f"有{there}，无{missing}",
        places,
        f"请补设{missing}指标；确不适用的，请写明理由",
        severity=Severity.WARNING if missing == "满意度" else None,
    )


KIND = Kind("I01", "一级指标齐全", Severity.ERROR, "财预〔2020〕10号第十三条", paper=check_paper)
