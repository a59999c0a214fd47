"""声明的条数: three things are promised (以下三个方面的问题) and then told one by one, in one paragraph or in those that follow.

Told are 一是…二是…, （一）…（二）…, 1.…2.… and ①②; what is promised and never numbered is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from crosschecks.finding import Place

if TYPE_CHECKING:
    from crosschecks.reports.report import Report
    from crosschecks.reports.sentences import Sentence

HAN: Final = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_PROMISE: Final = re.compile(
    r"(?<![第之\d.])(?P<count>\d{1,2}|[二两三四五六七八九十])(?:个|大|项|条|点|类)?(?:方面|主要问题|突出问题|问题|不足|措施|举措|任务|建议|内容|部分|环节|做法|经验|原因|工作|子项目|子工程|项目|工程)"
    r"(?:的[^，。；：]{0,10})?(?:[^，。；：\d]{0,6})(?P<end>[：。，；]|$)"
    r"|(?:问题|不足|措施|建议|方面|任务|原因|经验|做法)(?:主要)?(?:有|共|共有|为|是|包括)?(?:以下)?(?P<more>\d{1,2}|[二两三四五六七八九十])(?:个|项|条|点|个方面|方面)："
)
_PROMISE_BEHIND: Final = re.compile(
    r"(?:问题|不足|措施|举措|任务|工作|事项|建议|做法|经验|内容|制度|项目|工程|目标|成果|环节)(?:共|有|为|计|分为)*(?P<count>\d{1,2}|[二两三四五六七八九十])(?:个|大|项|条|点|类|件|方面)(?P<end>[：。，；]|$)"
)  # 重点工作5项：一是…
_ITEMS: Final = (
    re.compile(r"(?P<n>[一二三四五六七八九十])是"),
    re.compile(r"（(?P<n>[一二三四五六七八九十])）"),
    re.compile(r"（(?P<n>\d{1,2})）"),
    re.compile(r"(?<![\d.])(?P<n>\d{1,2})[.．、](?!\d)"),
    re.compile(r"(?P<n>[①-⑩])"),
)
_FAR: Final = 4000  # characters and lines that a list may take
_MOST: Final = 200
_NEAR: Final = 8
_LEAST: Final = 2


@dataclass(frozen=True, eq=False)
class Promise:
    """一处声明. told: how many items follow; last: where the last of them stands."""

    count: int
    told: int
    place: Place
    last: Place


@dataclass(frozen=True)
class _Line:
    text: str
    place: Place
    sentence: Sentence | None


def promises(report: Report) -> Iterator[Promise]:
    """Every promise with numbered items behind it."""
    lines = _lines(report)
    for at, line in enumerate(lines):
        for match in (*_PROMISE.finditer(line.text), *_PROMISE_BEHIND.finditer(line.text)):
            rest = line.text[match.end() : match.end() + _FAR]
            told = _within(rest) if rest.strip() else _below(lines, at + 1)
            if told is not None and told[0] >= _LEAST:
                source = line.sentence
                place = _span(source, match) if source is not None else line.place
                yield Promise(number(match["count"] or match["more"]), told[0], place, told[1] or place)
                break


def number(text: str) -> int:
    """三 → 3, 10 → 10, ② → 2."""
    if text.isascii():
        return int(text)
    return HAN[text] if text in HAN else ord(text) - ord("①") + 1


def _span(sentence: Sentence, match: re.Match[str]) -> Place:
    block = sentence.block
    quote = block.source.quote(*match.span()).strip("：。，； ")
    return Place(block.spot.key, sentence.heading or "正文", quote, block.spot.line, block.spot.cell)


def _lines(report: Report) -> list[_Line]:
    """Paragraphs in order: those that are headings, and those of prose."""
    found: dict[int, _Line] = {}
    for heading in report.headings:
        found.setdefault(heading.place.line, _Line(heading.text, heading.place, None))
    for sentence in report.prose:
        line = sentence.line
        if line not in found or found[line].sentence is None:
            found[line] = _Line(sentence.block.source.text, sentence.place(), sentence)
    return [found[line] for line in sorted(found)]


def _within(text: str) -> tuple[int, None] | None:
    """Items of the same paragraph, the first right behind the promise."""
    for shape in _ITEMS:
        marks = list(shape.finditer(text))
        if marks and marks[0].start() <= _NEAR and number(marks[0]["n"]) == 1:
            return _run([number(mark["n"]) for mark in marks]), None
    return None


def _below(lines: list[_Line], at: int) -> tuple[int, Place] | None:
    """Items at the head of the paragraphs that follow; those without a number go on with the one before."""
    first = lines[at] if at < len(lines) else None
    shape = next((s for s in _ITEMS if first and (m := s.match(first.text)) and number(m["n"]) == 1), None)
    if shape is None:
        return None
    last = 0
    place = lines[at].place
    for line in lines[at : at + _MOST]:
        match = shape.match(line.text)
        if match is None:
            if any(other.match(line.text) for other in _ITEMS[1:2]) or re.match(
                r"[一二三四五六七八九十]{1,3}、|第", line.text
            ):
                break
            continue
        if number(match["n"]) != last + 1:
            break
        last, place = last + 1, line.place
    return last, place


def _run(told: list[int]) -> int:
    """How far they count 1, 2, 3 …"""
    last = 0
    for value in told:
        if value != last + 1:
            break
        last = value
    return last
