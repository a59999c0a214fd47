"""I01 一级指标齐全 (财预〔2020〕10号第十三条；财预〔2021〕101号：产出、效益原则必设，满意度按需).

In tables and in indicators told in prose. Frames of a place's own (履职效能、预算管理) are left alone, and so is a level that stands
anywhere in the report's tables, if not where it was looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.levels import groups_of, is_framed, kind_of, kinds_of
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    Kind,
    Place,
    Profile,
    Report,
    Severity,
    texts,
)

_LEAST: Final = 3  # rows of a table, kinds of a sentence
_SPOKEN: Final = re.compile(r"(数量|质量|时效|成本|满意度)(?:类)?指标(?:为|是|：)")
_BENEFIT: Final = re.compile(r"效益|效果|影响")
_GOAL: Final = re.compile(r"目标")
_GROUPS: Final = ("产出", "效益", "满意度")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table leaf or the table of indicators; the groups a form asks for."""

    of: tuple[str, ...]
    groups: tuple[str, ...] = _GROUPS


def check(context: Context, params: Params) -> Iterator[Found]:
    """Once a few indicators are named, every group the form asks for is among them."""
    rows = [row for row in context.table_rows(params.of) if row.name.strip()]
    there = groups_of(kind_of(level.strip()) for row in rows for level in (row.level1, row.level2))
    if len(rows) >= _LEAST and there:
        place = context.place(f"indicators.{rows[-1].uid}.level1")
        for missing in params.groups:
            if missing not in there:
                yield _found(missing, sorted(there), (place,), pending=True)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """All tables of a project together, then the goals told in prose."""
    for group in dossier.groups:
        yield from _tables(group)
        for report in group:
            yield from _prose(report)


def _tables(group: tuple[Report, ...]) -> Iterator[Found]:
    tables = [table for report in group for table in report.indicators if is_framed(table)]
    rows = [row for table in tables for row in table.lines if row.name or row.text("target")]
    if len(rows) < _LEAST or any(table.grid.torn for table in tables):
        return
    told = [cell for report in group for grid in report.grids for line in grid.rows for cell in line]
    there = groups_of(kind for row in rows for kind in kinds_of(row))
    anywhere = groups_of(kind_of(cell.flat) for cell in told if cell.text)
    for missing in _GROUPS:
        if missing not in there | anywhere:
            cell = rows[0].level1 or rows[0].level2 or next(iter(rows[0].cells.values()))
            yield _found(missing, sorted(there), (cell.place("绩效指标"),))


def _prose(report: Report) -> Iterator[Found]:
    """A sentence that tells the goals by kind, with no benefit in it or beside it."""
    for sentence in report.sentences:
        kinds = list(dict.fromkeys(match[1] for match in _SPOKEN.finditer(sentence.text)))
        if len(kinds) < _LEAST or "满意度" not in kinds or not _GOAL.search(sentence.text + sentence.heading):
            continue
        beside = "".join(other.text for other in report.sentences if other.path == sentence.path)
        if not _BENEFIT.search(beside):
            yield _found("效益", kinds, (sentence.place(label="绩效目标"),))


def _found(missing: str, there: Iterable[str], places: tuple[Place, ...], *, pending: bool = False) -> Found:
    return Found(
        f"缺少{missing}指标。",
        f"有{'、'.join(there)}，无{missing}",
        places,
        f"请补设{missing}指标；确不适用的，请写明理由",
        severity=Severity.WARNING if missing == "满意度" else None,
        pending=pending,
    )


KIND = Kind(
    "I01",
    "一级指标齐全",
    Severity.ERROR,
    "财预〔2020〕10号第十三条",
    Params,
    {"of": texts, "groups": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
    paper=check_paper,
)
