"""I13 主管部门 (财预〔2020〕10号附件1): the name of the department in charge is there; a code does not stand for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.grid import Grid, GridCell
from crosschecks.reports.pairs import label_of
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Severity

_CODE: Final = re.compile(r"[\dA-Za-z\s（）()—/\\-]*")
_LINE: Final = re.compile(r"主管部门(?:名称|及代码)?：\s*$")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Cells and lines that ask for it."""
    for report in dossier.reports:
        for pair in report.pairs:
            if pair.name == "department" and _CODE.fullmatch(pair.text):
                yield _found(pair.label, pair.text, (pair.where,))
        yield from _empty(report)


def _empty(report: Report) -> Iterator[Found]:
    if any(pair.name == "department" for pair in report.pairs):
        return
    for sentence in report.prose:
        if _LINE.search(sentence.text):
            yield _found("主管部门", "", (sentence.place(label="主管部门"),))
            return
    label = next((cell for grid in report.grids if (cell := _asked(grid)) is not None), None)
    if label is not None and report.pair("project"):
        yield _found(label.flat.strip("："), "", (label.place(label.flat.strip("：")),))


def _asked(grid: Grid) -> GridCell | None:
    """A label with an empty cell beside it and nothing below, in a row that is no header of columns."""
    for row in grid.rows:
        asks = len(row) > 1 and "部门" in row[0].text and label_of(row[0].text) == "department"
        if asks and not row[1].text:
            return row[0]
    return None


def _found(label: str, told: str, places: tuple[Place, ...]) -> Found:
    return Found(
        "未填主管部门名称" + (f"，只写了代码“{told}”。" if told else "。"),
        f"{label}：{told or '空'}",
        places,
        "请写主管部门的全称，代码可写在名称后面",
        pending=True,
    )


KIND = Kind("I13", "主管部门", Severity.WARNING, "财预〔2020〕10号附件1", paper=check_paper)
