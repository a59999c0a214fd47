"""N04 括号/书名号配对 (GB/T 15834-2011：括号、引号、书名号成对使用；“的通知”在书名号内)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.sentences import Block
from crosschecks.rule import Dossier, Fix, Found, Kind, Profile, Report, Sentence, Severity

_PAIRS: Final = {"《": "》", "〔": "〕", "（": "）", "“": "”", "【": "】"}
_NAMES: Final = {"《": "书名号", "〔": "六角括号", "（": "括号", "“": "引号", "【": "方括号"}
_OPENED: Final = {closed: opened for opened, closed in _PAIRS.items()}
_ITEM: Final = re.compile(
    r"(?:(?<!\d)\d{1,2}|[a-zA-Z]|(?:^|[，。；：、\n])[一二三四五六七八九十]{1,2})$"
)  # 1） of a list
_STOP: Final = re.compile(r"[，。；、\n（]")
_NUMBERED: Final = re.compile(
    r"《[^《》（）]{6,80}?(?:通知|意见|决定|办法|方案|批复|规定|细则|函)(?=（[^（）]{2,20}\d{1,4}号）)"
)
_OUTSIDE: Final = re.compile(
    r"《(?P<title>[^《》]*关于(?:印发|下达|转发|发布|公布)[^《》]{2,60})》的(?P<kind>通知|函|批复|决定)(?=（|，|。)"
)
_HANDED: Final = re.compile(r"(?:印发|转发|下达|发布|公布|关于)[^，。；]{0,6}$")
_SHOWN: Final = 40  # characters behind a lone mark
_REACH: Final = 8  # paragraphs that a bracket or quotation may run over


@dataclass(frozen=True)
class _Lone:
    """A mark without its partner."""

    mark: str
    block: Block
    at: int
    number: int


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Paragraphs and long cells of every report."""
    for report in dossier.reports:
        blocks = _blocks(report)
        for lone in _unpaired(blocks):
            yield _told(lone)
        for sentence in report.sentences:
            yield from _outside(sentence)


def _blocks(report: Report) -> list[Block]:
    return list({id(sentence.block): sentence.block for sentence in report.sentences}.values())


def _unpaired(blocks: Sequence[Block]) -> list[_Lone]:
    """Lone marks in order; one that a following paragraph closes is paired."""
    found: dict[int, _Lone] = {}
    waiting: dict[str, list[_Lone]] = {opened: [] for opened in _PAIRS}
    for number, block in enumerate(blocks):
        for lone in _lone_marks(block, number):
            before = waiting.get(_OPENED.get(lone.mark, ""), [])
            if before and number - before[-1].number <= _REACH:
                del found[id(before.pop())]
                continue
            found[id(lone)] = lone
            if lone.mark in waiting:
                waiting[lone.mark].append(lone)
    return list(found.values())


def _lone_marks(block: Block, number: int) -> list[_Lone]:
    text = block.source.text
    stacks: dict[str, list[int]] = {opened: [] for opened in _PAIRS}
    lone: list[tuple[int, str]] = []
    for at, char in enumerate(text):
        if char in _PAIRS:
            stacks[char].append(at)
        elif char in _OPENED:
            if stacks[_OPENED[char]]:
                stacks[_OPENED[char]].pop()
            elif char != "）" or not _ITEM.search(text[max(0, at - 4) : at]):
                lone.append((at, char))
    lone += [(at, opened) for opened, places in stacks.items() for at in places]
    return [_Lone(mark, block, at, number) for at, mark in sorted(lone)]


def _told(lone: _Lone) -> Found:
    text = lone.block.source.text
    opening = lone.mark in _PAIRS
    if opening:
        start, end = lone.at, min(lone.at + _SHOWN, len(text))
        stop = _STOP.search(text, start + 4, end)
        end = stop.start() if stop else end
    else:
        start, end = max(0, lone.at - 20), lone.at + 1
    span = Sentence(lone.block, start, end)
    name = _NAMES[lone.mark if opening else _OPENED[lone.mark]]
    half, other = ("左", "右") if opening else ("右", "左")
    return Found(
        f"{name}没有配对，只有{half}半边：{span.text.strip()}{'…' if opening else ''}。",
        f"{half}{name}多1个，{other}{name}少1个",
        (span.place(),),
        f"请补上{other}{name}，或删去多余的{half}{name}",
        fix=_closed(lone) if opening else None,
    )


def _closed(lone: _Lone) -> Fix | None:
    """A title followed by its number ends where the number's bracket begins."""
    match = _NUMBERED.match(lone.block.source.text, lone.at)
    if match is None or lone.mark != "《":
        return None
    place = Sentence(lone.block, *match.span()).place()
    return Fix(place, place.quote, f"{place.quote}》")


def _outside(sentence: Sentence) -> Iterator[Found]:
    """《…关于印发某办法》的通知: the last words belong to the title."""
    for match in _OUTSIDE.finditer(sentence.text):
        if _HANDED.search(sentence.text[: match.start()]):
            continue
        place = sentence.place(*match.span(), "引用文件")
        tail = f"的{match['kind']}"
        right = f"{place.quote.removesuffix(tail).removesuffix('》')}{tail}》"
        yield Found(
            f"书名号位置不对：“的{match['kind']}”是标题的一部分，应在书名号内。",
            f"》的{match['kind']}→的{match['kind']}》",
            (place,),
            f"请改为{right}",
            fix=Fix(place, place.quote, right),
        )


KIND = Kind("N04", "括号、书名号配对", Severity.WARNING, "GB/T 15834-2011", paper=check_paper)
