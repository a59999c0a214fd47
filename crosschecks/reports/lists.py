"""列举的识读: parts told one a line, or in a sentence of their own, with their total in the line before, the last line, or further away.

A list of lines is lines that begin with a dash or number or hold nothing but a name and its amount. A total further away is one of the same
unit that shares its words with the list, or that the list itself names (合计与在册人数一致).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from crosschecks.reports.breakdowns import Breakdown
from crosschecks.reports.register import Figure, Register
from crosschecks.reports.sentences import Sentence
from crosschecks.reports.slips import mistyped
from crosschecks.reports.words import OPEN_LIST

_MARKED: Final = re.compile(r"^\s*(?:—{1,2}|-{1,2}|·|•|●|◆|■|（\d{1,2}）|\d{1,2}[.、．）])")
_BARE: Final = re.compile(
    r"^[^，。；：\d]{1,20}(?:（[^（）]*）)?[：]?[\d.,]+[^，。；：\d]{0,6}(?:[\d.]+%)?[；。，、]?$"
)
_SUM: Final = re.compile(r"^[^，。；：\d]{0,6}(?:合计|总计|共计|总数|小计)[：]?$")
_LEADS: Final = re.compile(r"[：]$|(?:如下|其中|明细|包括|构成|组成|分别是?|列示)[^，；]{0,6}[。：]?$")
_KINDS: Final = re.compile(
    r"^(?:[（\d）.、]*)(?:按|分)(?:环节|类别|种类|类型|级别|来源|项目|地区|区域|性质|层级|对象|片区|季度|品种|学段|阶段|行业|用途|渠道|方式|乡镇|县|年级|专业|部门|单位)"
    r"(?:分|看|统计|划分)?(?P<what>[^，。；：\d]{0,8})：(?=[\u4e00-\u9fff])"
)
_AGREES: Final = re.compile(
    r"(?:合计|共计|总计|总数|两项|三项|相加)[^，。；\d]{0,4}?(?:与|同|和)(?P<name>[^，。；\d]{2,12}?)(?:完全)?(?:一致|相符|相等|吻合)"
)
_COUNTERS: Final = re.compile(r"(?:人数|总数|数量|个数|户数|总量|总额|数)$")
_OF_THEM: Final = re.compile(r"^(?:[^，。；：、]{0,10})中，?$")
_OVERLAP: Final = re.compile(r"交叉|重复|重叠|同时|兼|既|均|都")
_MOST: Final = 60
_BACK: Final = 12
_PARTS: Final = 3
_NOT_PLAIN: Final = re.compile(r"均|每|其中|包括|包含|分别|较|比|预算|目标|计划|剩|余|其他资金$|应|累计|标准|最")
_CLOSE: Final = Decimal("0.05")
_MOST_PARTS: Final = 12
_FIGURES: Final = 400  # of one unit: a list that names a total does not send through a whole book
_TEN: Final = Decimal(10)
_NEAR: Final = Decimal("0.15")


def in_lines(sentences: Sequence[Sentence], register: Register) -> Iterator[Breakdown]:
    """A total at the end of a line, and the lines below it that tell its parts."""
    at = 0
    while at < len(sentences):
        lines = _lines(sentences, at + 1, register) if sentences[at].cell is None else []
        if len(lines) < 2:
            at += 1
            continue
        total = _lead(sentences[at], register, lines)
        if total is not None:
            parts = [line for line in lines if not _SUM.fullmatch(line.words.strip())]
            yield Breakdown(total, tuple(parts), open=False, cue="：")
        at += len(lines)


def summed_up(sentences: Sequence[Sentence], register: Register) -> Iterator[Breakdown]:
    """Lines of a name and an amount, the last of which is the total of the others."""
    for at, sentence in enumerate(sentences):
        told = register.in_sentence(sentence)
        if len(told) == 1 and sentence.cell is None and _SUM.fullmatch(sentence.text[: told[0].number.start].strip()):
            parts: list[Figure] = []
            for line in reversed(sentences[max(0, at - _MOST) : at]):
                figures = register.in_sentence(line)
                if len(figures) != 1 or not _BARE.fullmatch(line.text.strip()) or figures[0].unit != told[0].unit:
                    break
                parts.insert(0, figures[0])
            if len(parts) >= _PARTS:
                yield Breakdown(told[0], tuple(parts), open=False, cue="合计")


def of_kinds(sentences: Sequence[Sentence], register: Register) -> Iterator[Breakdown]:
    """分环节抽检：甲环节20批次、乙环节30批次: their total is told a few sentences before, under a name that shares a word with theirs."""
    for at, sentence in enumerate(sentences):
        match = _KINDS.match(sentence.text)
        parts = _run(register.in_sentence(sentence)) if match else []
        if match is None or len(parts) < 2:
            continue
        before = [
            figure
            for other in sentences[max(0, at - _BACK) : at]
            if other.path[:1] == sentence.path[:1]
            for figure in register.in_sentence(other)
            if figure.unit == parts[0].unit and figure.role == "amount" and not figure.last
        ]
        what = match["what"]
        named = [figure for figure in before if _share(what, figure.words + figure.after)] if len(what) > 1 else before
        summed = _sum(parts)
        near = [figure for figure in named if abs(figure.value - summed) <= _NEAR * summed]
        if near and not any(figure.value == summed for figure in before):
            yield Breakdown(near[-1], tuple(parts), open=False, cue="分")


def counted_out(sentences: Sequence[Sentence], register: Register) -> Iterator[Breakdown]:
    """线上确认40人、线下确认20人，合计与在册人数一致; 20个小区中引入专业物业12个、社区托管9个."""
    for sentence in sentences:
        told = register.in_sentence(sentence)
        match = _AGREES.search(sentence.text) if len(told) > 1 else None
        if match is not None:
            parts = _run([figure for figure in told if figure.number.end <= match.start()])
            total = _named(match["name"], parts, register) if len(parts) > 1 else None
            if total is not None:
                yield Breakdown(total, tuple(parts), open=False, cue="合计与")
        yield from _of_them(sentence, told)


def uncued(sentences: Sequence[Sentence], register: Register) -> Iterator[Breakdown]:
    """检查单位120家，甲类52家、乙类86家: no word says that they are parts; one figure mistyped and they would make the total."""
    for sentence in sentences:
        told = register.in_sentence(sentence) if "、" in sentence.text else []
        for at, total in enumerate(told[:-2]):
            parts = _after(sentence, told[at + 1 : at + 2 + _MOST_PARTS], total)
            if 1 < len(parts) <= _MOST_PARTS and _plain(total) and _slipped(total.value, parts):
                yield Breakdown(total, tuple(parts), open=False, cue="，")


def _after(sentence: Sentence, figures: Sequence[Figure], total: Figure) -> list[Figure]:
    """Figures of the total's unit right behind it, parted by 、 to the end of the clause, each with a name of its own."""
    found: list[Figure] = []
    end = total.number.end
    for figure in figures:
        gap = sentence.text[end : figure.number.start]
        first = re.fullmatch(r"(?:（[^（）]*）)?[，：；]?[^，。；：、\d]{1,12}", gap) if not found else None
        later = re.fullmatch(r"(?:和|、)[^，。；：、\d]{1,12}", gap) if found else None
        if not (first or later) or figure.unit != total.unit or not _plain(figure) or not figure.label:
            break
        found.append(figure)
        end = figure.number.end
    behind = sentence.text[end : end + 1]
    return found if behind in {"", "。", "；", "，", "）"} and not OPEN_LIST.match(sentence.text[end:]) else []


def _plain(figure: Figure) -> bool:
    words = figure.words
    usable = figure.role == "amount" and not figure.last and figure.number.exact and figure.unit not in {"", "%", "分"}
    return usable and "/" not in figure.unit and not _NOT_PLAIN.search(words)


def _slipped(total: Decimal, parts: Sequence[Figure]) -> bool:
    """Would the total come out with two digits of one figure changed about or one digit another?"""
    summed = _sum(parts)
    if summed == total or any(_sum(parts[:count]) == total for count in range(2, len(parts))):
        return False
    rests = [(part.value, total - summed + part.value) for part in parts]
    slip = mistyped(summed, total) or any(rest > 0 and _near_slip(value, rest) for value, rest in rests)
    gap = abs(summed - total)
    return (slip and gap <= _NEAR * total) or (len(parts) >= _PARTS and gap <= _CLOSE * total)


def _near_slip(one: Decimal, other: Decimal) -> bool:
    """As mistyped, and for small numbers two digits changed about."""
    return mistyped(one, other) or (one > _TEN and str(one.normalize())[::-1] == str(other.normalize()))


def _of_them(sentence: Sentence, told: list[Figure]) -> Iterator[Breakdown]:
    """Kinds that are told of a number of things and nearly make it up: one of them is another number."""
    for at, total in enumerate(told[:-2]):
        after = sentence.text[total.number.end : told[at + 1].number.start]
        if not re.match(r"[^，。；：、]{0,8}中", after):
            continue
        parts = _run(told[at + 1 :])
        if len(parts) < 2 or parts[0].unit != total.unit:
            continue
        end = sentence.clause(parts[-1].number.end)[1]
        gap = _sum(parts) - total.value
        if 0 < gap <= _NEAR * total.value and not _OVERLAP.search(sentence.text[total.number.end : end]):
            yield Breakdown(total, tuple(parts), open=False, cue="中")


def _named(name: str, parts: Sequence[Figure], register: Register) -> Figure | None:
    """The only amount told under a name: 在册人数 is that of 在册优抚对象260人."""
    core = _COUNTERS.sub("", name)
    told = [
        figure
        for figure in register.by_unit.get(parts[0].unit, [])[:_FIGURES]
        if len(core) > 1 and core in figure.words + figure.after and not figure.last and figure not in parts
    ]
    return told[0] if len({figure.value for figure in told}) == 1 else None


# --- lines and runs ---


def _lines(sentences: Sequence[Sentence], at: int, register: Register) -> list[Figure]:
    """The first amount of each line of a list that begins at a sentence."""
    found: list[Figure] = []
    block = None
    shape = ""
    for sentence in sentences[at : at + _MOST]:
        if sentence.block is block:
            continue
        text = sentence.block.source.text.strip() if sentence.start == 0 else sentence.text.strip()
        mark = _MARKED.match(sentence.block.source.text)
        own = "marked" if mark else "bare" if _BARE.fullmatch(text) else ""
        told = [figure for figure in register.in_sentence(sentence) if figure.role == "amount" and figure.unit != "%"]
        if not own or (shape and own != shape) or not told or sentence.cell is not None:
            break
        if found and told[0].unit != found[0].unit:
            break
        shape, block = own, sentence.block
        found.append(told[0])
    return found


def _lead(sentence: Sentence, register: Register, lines: Sequence[Figure]) -> Figure | None:
    """The total at the end of the line above a list."""
    told = [f for f in register.in_sentence(sentence) if f.role == "amount" and f.unit == lines[0].unit and not f.last]
    if not told or sentence.block is lines[0].sentence.block:
        return None
    behind = sentence.text[told[-1].number.end :].strip()
    if not re.fullmatch(r"(?:（[^（）]*）)?[：。]?", behind) and not _LEADS.search(behind):
        return None
    marks = [f for f in lines if _MARKED.match(f.sentence.block.source.text)]
    dashed = marks and not re.match(r"\s*[（\d]", marks[0].sentence.block.source.text)
    return told[-1] if dashed or _LEADS.search(sentence.text.strip()) else None


def _run(figures: Sequence[Figure]) -> list[Figure]:
    """The last figures of one unit that 、 or ， part, from the first on."""
    found: list[Figure] = []
    for figure in figures:
        if figure.unit == "%" or figure.role != "amount":
            continue
        if found and figure.unit != found[0].unit:
            break
        found.append(figure)
    return found


def _sum(figures: Sequence[Figure]) -> Decimal:
    return sum((figure.value for figure in figures), Decimal(0))


def _share(one: str, other: str) -> bool:
    return any(one[at : at + 2] in other for at in range(len(one) - 1))
