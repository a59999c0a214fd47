"""I12 必选框 (表式要求：评价方式、评价类型等恰选一项): boxes none of which is ticked, or a choice of one with two ticks.

A choice is a label, a colon or a cell, and at least two boxes. Which form of a tick is used (☑ √ ■ ⊠) does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.fold import folded
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Severity

_EMPTY: Final = "□☐◻▢⬜"
_TICKED: Final = "☑☒■▣✓✔√⊠●"
_BOX: Final = re.compile(rf"[{_EMPTY}{_TICKED}]")
_LINE: Final = re.compile(rf"(?P<label>[^：{_EMPTY}{_TICKED}\n]{{2,16}})：(?P<rest>[^\n]*)")
_ONE: Final = re.compile(r"类型|方式|性质|属性|类别|形式|等级|等次|结论|是否|阶段")
_LEAST: Final = 2


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Lines of text and cells of tables."""
    for report in dossier.reports:
        yield from _lines(report)
        yield from _cells(report)


def _lines(report: Report) -> Iterator[Found]:
    for sentence in report.prose:
        for match in _LINE.finditer(sentence.text) if _BOX.search(sentence.text) else ():
            yield from _choice(
                match["label"].strip(), match["rest"], sentence.place(*match.span(), label=match["label"].strip())
            )


def _cells(report: Report) -> Iterator[Found]:
    for grid in report.grids:
        for row in grid.rows:
            for before, cell in zip((None, *row), row, strict=False):
                if not _BOX.search(cell.text):
                    continue
                own = _LINE.match(cell.flat)
                label = own["label"] if own else (before.flat.strip("：") if before else "")
                yield from _choice(label, own["rest"] if own else cell.flat, cell.place(label or "选项"))


def _choice(label: str, rest: str, place: Place) -> Iterator[Found]:
    boxes = _BOX.findall(folded(rest))
    ticks = sum(box in _TICKED for box in boxes)
    if len(boxes) < _LEAST or not label:
        return
    if ticks == 0 and boxes[0] in _EMPTY:
        yield Found(f"“{label}”未勾选。", f"{len(boxes)}个选项，勾选0个", (place,), "请勾选其中一项，如☑", pending=True)
    elif ticks > 1 and ticks < len(boxes) and _ONE.search(label):
        yield Found(
            f"“{label}”勾选了{ticks}项，应只选一项。",
            f"{len(boxes)}个选项，勾选{ticks}个",
            (place,),
            "请只留一项",
            severity=Severity.HINT,
        )


KIND = Kind("I12", "必选框", Severity.WARNING, "表式要求", paper=check_paper)
