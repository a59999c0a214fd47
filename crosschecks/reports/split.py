"""分篇: where one report of a paper ends and the next begins, told by titles and never by a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.fold import folded
from documents.readers.paper import PaperBlock, PaperText

_TITLE: Final = re.compile(
    r"(?!附表|附件|附：|\d{1,2}[、.．]|（|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十\d]+|图|填报|报送|根据|按照)"
    r"[^，。；：！？]{2,60}?(?:自评报告|评价报告|绩效报告|自评表|自评情况表|完成情况表|目标表|评分表|评价表|决算(?:情况)?说明|情况说明|决算公开|自评(?:工作)?总结)"
    r"(?:范本|（[^（）]{1,20}）|（[^（）]{1,20}）表)*"
)
# What may head a paper and is no title further down: 关于2023年度某项资金绩效自评情况的报告, 某单位2023年度部门决算.
_FIRST: Final = re.compile(
    r"[^，。；：！？]{0,20}关于[^。；：！？]{4,56}(?:自评|评价|绩效|决算)[^，。；：！？]{0,10}(?:报告|汇报|总结|说明)|[^，。；：！？]{2,40}(?:19|20)\d{2}年(?:度)?(?:部门|单位)?决算"
)
_TOP: Final = 3
_HEAD: Final = re.compile(r"[^，。；：！？]{2,30}(?:支出|资金|项目|单位|部门|经费|绩效)")
_TAIL: Final = re.compile(r"(?:项目)?(?:支出)?绩效(?:评价)?(?:自评)?(?:报告|表)(?:（[^（）]{1,20}）)*")
_YEAR: Final = re.compile(r"((?:19|20)\d{2})年")
_CODE: Final = re.compile(r"^[0-9A-Za-z]{6,}[-—_ ]+")
_DEPARTMENT: Final = re.compile(r"部门(?:（单位）)?整体|整体支出|部门预算绩效|单位整体")
_OF_MONEY: Final = re.compile(r"项目|专项|(?:资金|补助|补贴|政策)(?:支出)?绩效")
_ACCOUNT: Final = re.compile(r"决算")
_SECTION: Final = re.compile(
    r"(?:第[一二三四五六七八九十\d]+部分|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]）)"
)
_BRACKETED: Final = re.compile(r"^（([^（）]{3,40})）$")
_NO_NAME: Final = re.compile(r"年度|报告范围|报告日期|盖章|公章|填报|附件|单位[:：]")
_LABELLED: Final = re.compile(r"项目名称|项目单位|主管部门|评价|报告|填报|联系|实施单位")
_SAME: Final = re.compile(r"[\s“”\"'（）：、，]|(?:19|20)\d{2}年?度?|(?:项目|资金|经费)+$")
_UNIT: Final = re.compile(
    r"^.{2,24}(?:局|委|委员会|办公室|中心|院|校|站|会|处|所|馆|厅|部|队|公司)(?=(?:19|20)\d{2}年)"
)
_NUMBERED: Final = re.compile(
    r"项目[一二三四五六七八九十\d]{1,3}[：、.]([^，。；：！？]{4,40})"
)  # 项目一：高标准农田建设
_LONGEST: Final = 60


@dataclass(frozen=True)
class Chunk:
    """一段连续的内容: blocks from `start` to `end`, the title's words and what stands between title and first heading."""

    start: int
    end: int
    title: str
    title_block: int
    front: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year the title names."""
        match = _YEAR.search(self.title)
        return int(match[1]) if match else 0

    @property
    def kind(self) -> str:
        """'department', 'account', 'project' or ''."""
        if _DEPARTMENT.search(self.title):
            return "department"
        if _ACCOUNT.search(self.title):
            return "account"
        return "project" if _OF_MONEY.search(self.title) else ""


def chunks(blocks: Sequence[PaperBlock]) -> list[Chunk]:
    """Reports of a paper; what stands before the first title is a report without one when it says anything."""
    titles = _titles(blocks)
    starts = [0, *(start for start, _, _ in titles)]
    found: list[Chunk] = []
    for (start, title, block), end in zip([(0, "", -1), *titles], [*starts[1:], len(blocks)], strict=False):
        if start < end and (title or not titles or _says_something(blocks[start:end])):
            front = _front(blocks, block + 1, end) if title else ()
            found.append(Chunk(start, end, title, block, front))
    return found


def _says_something(blocks: Sequence[PaperBlock]) -> bool:
    return any(not isinstance(block, PaperText) or len(block.text) > 25 for block in blocks)


def _titles(blocks: Sequence[PaperBlock]) -> list[tuple[int, str, int]]:
    """First block, words and last block of every title; a title may be broken into two lines, the unit above it."""
    found: list[tuple[int, str, int]] = []
    numbered = [at for at in range(len(blocks)) if _NUMBERED.fullmatch(_line(blocks, at))]
    for at, block in enumerate(blocks):
        if not isinstance(block, PaperText) or len(block.text) > _LONGEST:
            continue
        text = folded(block.text).replace("\n", "")
        if len(numbered) > 1 and at in numbered:
            found.append((at, text, at))
            continue
        above = _line(blocks, at - 1)
        heads = at < _TOP and not found and _FIRST.fullmatch(text)
        if not (heads or _TITLE.fullmatch(text) or (_TAIL.fullmatch(text) and above)):
            continue
        start = at
        if _TAIL.fullmatch(text) and above and _HEAD.fullmatch(above):
            start, text = at - 1, above + text
        while (
            start > 0
            and (above := _line(blocks, start - 1))
            and _belongs(above)
            and start > (found[-1][2] + 1 if found else 0)
        ):
            start -= 1
        if found and found[-1][2] == at - 1 and len(text) < len(found[-1][1]):
            continue
        found.append((start, text, at))
    return found


def _line(blocks: Sequence[PaperBlock], at: int) -> str:
    block = blocks[at] if 0 <= at < len(blocks) else None
    return folded(block.text) if isinstance(block, PaperText) and len(block.text) <= _LONGEST else ""


def _belongs(text: str) -> bool:
    """The unit's name or 附件2 above a title."""
    return bool(
        re.fullmatch(
            r"附件\d*|[^，。；：、\d]{4,30}(?:局|中心|委员会|办公室|政府|院|校|所|站|馆|处|队|社|公司|厅|部|镇|乡|街道)",
            text,
        )
    )


def _front(blocks: Sequence[PaperBlock], at: int, end: int) -> tuple[str, ...]:
    """Short lines between the title and the first heading: subtitle, name of the project."""
    found: list[str] = []
    for number in range(at, min(end, at + 8)):
        line = _line(blocks, number)
        if not line or _SECTION.match(line) or "。" in line:
            break
        found.append(line)
    return tuple(found)


def project_of(title: str, front: Sequence[str], named: str) -> str:
    """The project a report is about, for comparing: from 项目名称, a bracketed subtitle, the line below the title, or the title."""
    if numbered := _NUMBERED.fullmatch(title):
        return same_name(numbered[1])
    for text in (named, *(match[1] for line in front if (match := _BRACKETED.match(line)))):
        if text and not _NO_NAME.search(text):
            return same_name(text)
    lines = [
        line
        for line in front
        if not _NO_NAME.search(line) and "：" not in line and len(line) <= 40 and not _LABELLED.match(line)
    ]
    if lines:
        return same_name("".join(lines[:2]))
    match = re.match(
        r"(?:(?:19|20)\d{2}年度?)?(.{4,40}?)(?:项目支出|预算项目支出|项目)?绩效",
        _UNIT.sub("", title.removeprefix("关于")),
    )
    return same_name(match[1]) if match and not re.search(r"^部门|整体|^财政支出|^专项|^单位", match[1]) else ""


def same_name(text: str) -> str:
    """A project's name without code, year and marks."""
    name = _CODE.sub("", folded(text))
    return _SAME.sub("", name)
