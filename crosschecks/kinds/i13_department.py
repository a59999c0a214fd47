"""I13 主管部门 (财预〔2020〕10号附件1): the name of the department in charge is there; a code does not stand for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from crosschecks.params import text
from crosschecks.reports.grid import Grid, GridCell
from crosschecks.reports.pairs import label_of
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Report, Severity
from values.text import fold_width

_CODE: Final = re.compile(r"[\dA-Za-z\s（）()—/\\-]*")
_LINE: Final = re.compile(r"主管部门(?:名称|及代码)?：\s*$")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: path of the department's name."""

    of: str


def check(context: Context, params: Params) -> Iterator[Found]:
    """Typed into the form, and more than a code."""
    told = context.book.raw(params.of).strip()
    if told and _CODE.fullmatch(fold_width(told)):
        yield _found(context.label(params.of), told, (context.place(params.of),))


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
        for cell, after in pairwise(row):
            if "部门" in cell.text and label_of(cell.text) == "department" and not after.text and row[0] is cell:
                return cell
    return None


def _found(label: str, told: str, places: tuple[Place, ...]) -> Found:
    return Found(
        "未填主管部门名称" + (f"，只写了代码“{told}”。" if told else "。"),
        f"{label}：{told or '空'}",
        places,
        "请写主管部门的全称，代码可写在名称后面",
        pending=True,
    )


KIND = Kind(
    "I13",
    "主管部门",
    Severity.WARNING,
    "财预〔2020〕10号附件1",
    Params,
    {"of": text},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
