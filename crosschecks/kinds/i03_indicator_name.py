"""I03 三级指标名空: a row with figures has a name; 指标1: and …… are none (财预〔2020〕10号附件1 [证]；晋中自评表 [种])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.params import texts
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Profile, Severity
from factbook.book import IndicatorFact
from values.blank import is_blank
from values.text import fold_width

_NUMBERED: Final = re.compile(r"\s*指标\s*[\d一二三四五六七八九十]*\s*[:、.]?")
_ASKED: Final = ("target", "actual", "score")
_NAMES: Final = {"target": "指标值", "actual": "完成值", "score": "得分", "progress": "完成进度"}
_BOTH: Final = 2


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table leaf or the table of indicators."""

    of: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows with a target, an actual value or a score, but without a name."""
    for row in context.table_rows(params.of):
        filled = [name for name in _ASKED if row.raw(name).strip()]
        if not filled or not is_nameless(row):
            continue
        names = "、".join(context.column(name) for name in filled)
        yield Found(
            f"{context.label(f'indicators.{row.uid}')}填了{names}，但指标名称为空。",
            "，".join(f"{context.column(name)}“{row.raw(name).strip()}”" for name in filled),
            (
                context.place(f"indicators.{row.uid}.name"),
                *(context.place(f"indicators.{row.uid}.{name}") for name in filled),
            ),
            "请填指标名称；不需要这一行的，请删除整行",
            pending=True,
        )


def is_nameless(row: IndicatorFact) -> bool:
    """Is there nothing in the name but a number of the form's own (指标1:) or dots?"""
    return is_blank(_NUMBERED.sub("", fold_width(row.name), count=1))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows of tables with a column of names."""
    for report in dossier.reports:
        for table in report.indicators:
            if "name" in table.roles and {"target", "actual"} & table.roles:
                yield from (found for row in table.lines for found in _nameless(row))


def _nameless(row: IndicatorRow) -> Iterator[Found]:
    """A name of its own cell that is empty, or only 指标1:, beside figures; two of them where nothing at all stands there."""
    cell = row.cells.get("name")
    told = row.text("name")
    filled = [role for role in (*_ASKED, "progress") if not is_blank(row.text(role))]
    if cell is None or not is_blank(_NUMBERED.sub("", told, count=1)) or len(filled) < (1 if told else _BOTH):
        return
    if cell.row != row.cells[filled[0]].row or row.text(filled[0]) == told:
        return  # a merged cell: what stands there is told elsewhere
    yield Found(
        f"{row.level2_name or row.level1_name or '本行'}填了{'、'.join(_NAMES[role] for role in filled)}，但三级指标名称为空。",
        f"名称“{told}”，" + "，".join(f"{_NAMES[role]}“{row.text(role)}”" for role in filled),
        (row.place("name"), *(row.place(role) for role in filled)),
        "请填指标名称；不需要这一行的，请删除整行",
        severity=None
        if told or row.text("level2") or row.text("serial")
        else Severity.WARNING,  # its merge may be lost
        pending=True,
    )


KIND = Kind(
    "I03",
    "三级指标名空",
    Severity.ERROR,
    "财预〔2020〕10号附件1",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
    paper=check_paper,
)
