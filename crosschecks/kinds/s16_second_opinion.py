"""S16 自评与复评差异 (财预〔2020〕10号第二十一、二十六条；抽查复核惯例 [知]): a review far from the unit's own score says why.

In this system every line that the bureau scores below the unit asks for a reason when it is scored (`reviews.actions.score`); here the
same is asked of any paper: a column 复评得分 beside the self score, or both totals told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.grid import Grid, GridCell
from crosschecks.rule import (
    Dossier,
    Found,
    Kind,
    Place,
    Profile,
    Report,
    Severity,
    is_blank,
    plain,
    points,
    stated_total,
)

_REVIEW: Final = r"(?:复评|复核|评审|抽查|复审)"
_LABEL: Final = re.compile(rf"{_REVIEW}(?:得分|评分|分数|总分|结果得分)")
_TOLD: Final = re.compile(
    rf"{_REVIEW}[^，。；]{{0,6}}?(?:得分|评分|总分)?(?:为|是|：)?(?P<score>\d{{1,3}}(?:\.\d+)?)分"
)
_OPINION: Final = re.compile(rf"{_REVIEW}[^，。；]{{0,6}}(?:意见|理由|说明|结论)|财政(?:部门)?(?:评审|审核)?意见")
_WHY: Final = re.compile(rf"{_REVIEW}[^。]{{0,40}}(?:因|由于|主要是|扣|原因)")
_UNSIGNED: Final = re.compile(r"盖章|签字|签章|年\s*月\s*日")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every report with both totals."""
    for report in dossier.reports:
        own, review = stated_total(report), _review(report)
        if own is None or review is None or abs(own[0] - review[0]) < profile.second_opinion or _explained(report):
            continue
        gap = abs(own[0] - review[0])
        yield Found(
            f"复评与自评相差{points(gap)}，请写明理由。",
            f"自评{plain(own[0])}，复评{plain(review[0])}，相差{plain(gap)}≥{plain(profile.second_opinion)}",
            (review[1], own[1]),
            "请在复评意见中写明扣分（加分）的指标和理由",
        )


def _review(report: Report) -> tuple[Decimal, Place] | None:
    """The review's total: of its column, behind its label, or told in words."""
    for table in report.indicators:
        if table.total is not None and (given := table.total.number("review")) is not None:
            return given, table.total.place("review")
    for grid in report.grids:
        for cell in grid.cells():
            beside = _beside(grid, cell) if _LABEL.fullmatch(cell.flat.strip("：")) else None
            if beside is not None and beside.parsed.value is not None:
                return beside.parsed.value, beside.place("复评得分")
    for sentence in report.prose:
        match = _TOLD.search(sentence.text)
        if match:
            return Decimal(match["score"]), sentence.place(*match.span())
    return None


def _beside(grid: Grid, cell: GridCell) -> GridCell | None:
    return next((other for other in grid.covering(cell.row) if other.column > cell.column and other.text), None)


def _explained(report: Report) -> bool:
    """An opinion in a cell beside its label or below it, in its own column, or in words."""
    if any(_WHY.search(sentence.text) for sentence in report.sentences):
        return True
    for grid in report.grids:
        for cell in grid.cells():
            if _OPINION.search(cell.flat) and _is_opinion(grid, cell):
                return True
    return any(not is_blank(section.text) for section in report.sections(_OPINION))


def _is_opinion(grid: Grid, cell: GridCell) -> bool:
    own = _OPINION.split(cell.flat, maxsplit=1)[-1].strip("：:（） ")
    near = (_beside(grid, cell), *(grid.at(row, cell.column) for row in range(cell.row + 1, len(grid.rows))))
    words = [own, *(other.flat for other in near if other is not None and not other.is_number)]
    return any(not is_blank(text) and not _UNSIGNED.search(text) for text in words)


KIND = Kind("S16", "自评与复评差异", Severity.WARNING, "财预〔2020〕10号", paper=check_paper)
