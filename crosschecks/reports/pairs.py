"""标签与内容的识读: 项目名称, 主管部门, 综合得分 … wherever they stand: in neighbouring cells, under a header, or in a line of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.fold import Folded, folded
from crosschecks.reports.grid import Grid, GridCell
from values.kept import remembered

LABELS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "project": r"项目(?:（.*）)?名称|专项(?:资金)?名称|政策名称",
        "department": r"主管部门(?:（.*）)?(?:及代码|名称)?|预算部门",
        "unit": r"(?:项目|实施|执行|承担|预算|填报|申报)(?:实施)?单位(?:名称)?(?:（.*）)?|部门（单位）名称|部门名称|单位名称|填报部门",
        "total_score": r"(?:绩效)?(?:自评|评价)?(?:综合|总|自评)?(?:得分|评分)(?:合计)?|总分|自评总分|评价总分|绩效自评综合得分",
        "grade": r"(?:绩效)?(?:自评|评价)?(?:结果)?(?:等次|等级|结论等级|级别)|评价等次|绩效等级|(?:自评|评价)结果",
        "leader": r"项目负责人|负责人|单位负责人",
        "filled_on": r"填报日期|报告日期|填表日期|填报时间|编制日期",
        "period": r"项目期|项目起止时间|起止时间|实施期限?|项目实施期|项目周期|实施周期",
        "goal": r"(?:项目)?(?:年度)?(?:总体|绩效)?(?:预期)?目标|预期目标|年初设定目标|项目年度目标|预期绩效目标",
        "done": r"(?:年度)?(?:总体)?(?:目标)?(?:实际)?完成情况|实际完成(?:情况)?|年度目标完成情况|目标实际完成情况",
        "problems": r"存在的?(?:主要)?问题(?:及原因分析|和原因)?|主要问题",
        "remedies": r"改进措施(?:和有关建议)?|改进建议|下一步改进措施|整改措施|有关建议|相关建议|意见建议",
        "conclusion": r"(?:绩效)?(?:自评|评价)?(?:总体)?结论|自评结论|评价结论",
        "leader_phone": r"联系电话|联络电话",
        "staff_quota": r"(?:人员)?编制(?:数|人数)?",
        "staff": r"(?:实有|在职|在编)人数",
        "attribute": r"项目属性|项目类型|项目类别",
    }.items()
}
_BRACKETS: Final = re.compile(r"（(?:盖章|签章|公章|签字|签名|万元|元|分)）")
_CONTENT: Final = re.compile(r"^[^（]|^（.*[^）]$")  # not just （盖章）
_SIDE: Final = re.compile(r"[ \u3000\xa0]+(?=[^：:，。；\s]{2,10}[：:])")
_LINE: Final = re.compile(r"^([^：:，。；\s]{2,14})(?:[：:]\s*|\s+)(\S.{0,79})$")


@dataclass(frozen=True, eq=False)
class Pair:
    """一对: what it is, the words of the label, and its content as a place. `cell` None: it stands in a line of text."""

    name: str
    label: str
    text: str
    where: Place
    cell: GridCell | None = None


@remembered
def label_of(text: str) -> str:
    """The name behind a label, '' when it is none."""
    words = _BRACKETS.sub("", folded(text).replace("\n", "").replace(" ", "")).strip("：:*")
    words = re.sub(r"^\d{1,2}[、.．]", "", words)
    if not 2 <= len(words) <= 16:
        return ""
    return next((name for name, pattern in LABELS.items() if pattern.fullmatch(words)), "")


def pairs_in_grid(grid: Grid, taken: set[int]) -> Iterator[Pair]:
    """Label and content side by side, or below one another; `taken`: rows of recognised tables."""
    for number in range(len(grid.rows)):
        if number in taken:
            continue
        cells = grid.covering(number)
        labels = [(at, label_of(cell.text)) for at, cell in enumerate(cells) if cell.text]
        named = {at: name for at, name in labels if name}
        for at, name in named.items():
            value = next((cell for cell in cells[at + 1 :] if _CONTENT.search(cell.text)), None)
            if value is not None and not label_of(value.text):
                yield _pair(name, cells[at], value)
            elif below := _below(grid, cells[at]):
                yield _pair(name, cells[at], below)
        for cell in cells:
            match = _LINE.match(cell.folded.raw.strip())
            if match and (name := label_of(match[1])):
                yield Pair(name, match[1], match[2].strip(), cell.place(match[1]), cell)


def _below(grid: Grid, label: GridCell) -> GridCell | None:
    cell = grid.at(label.row + label.down, label.column)
    return cell if cell is not None and cell.text and not label_of(cell.text) else None


def _pair(name: str, label: GridCell, value: GridCell) -> Pair:
    return Pair(name, label.flat.strip("："), value.flat, value.place(label.flat.strip("：")), value)


def pairs_in_line(text: Folded, line: int, key: str) -> Iterator[Pair]:
    """项目名称：某某 in a line of its own, or several side by side (填表人：某某　填报日期：某日)."""
    for part in _SIDE.split(text.raw.strip()):
        match = _LINE.match(part.strip())
        if match and (name := label_of(match[1])):
            yield Pair(name, match[1], match[2].strip(), Place(key, match[1], part.strip(), line))
