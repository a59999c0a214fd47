"""T13 文号与标题一一对应 (GB/T 9704-2012：一件公文一个发文字号).

The same number under two titles, or the same title with two numbers. Organs before 关于 do not count; a title that is only shortened
is the same title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Sentence, Severity

_PAIR: Final = re.compile(
    r"《(?P<title>(?:[^《》]|《[^《》]*》){4,160})》(?P<tail>[^，。；《》（]{0,6})（(?P<number>(?P<word>[\u4e00-\u9fff]{2,16})"
    r"[〔\[【（](?P<year>(?:19|20)\d{2})[〕\]】）](?P<count>\d{1,4})号)(?:文件?)?）"
)
_MARKS: Final = re.compile(r"[\s<>〈〉《》“”\"'、，（）]")


@dataclass(frozen=True)
class _Cited:
    title: str
    organ: str
    word: str
    year: str
    count: str
    shown: str
    number: str
    place: Place


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """All documents a paper cites with title and number."""
    cited = [found for sentence in dossier.sentences() for found in _cited(sentence)]
    yield from _one_number_two_titles(cited)
    yield from _one_title_two_numbers(cited)


def _cited(sentence: Sentence) -> Iterator[_Cited]:
    if "号" not in sentence.text or "《" not in sentence.text:
        return
    for match in _PAIR.finditer(sentence.text):
        organ, about, rest = match["title"].partition("关于")
        title = _MARKS.sub("", about + rest if about else organ)
        number = re.sub(r"[〔\[【（]", "〔", re.sub(r"[〕\]】）]", "〕", match["number"]))
        yield _Cited(
            title, _MARKS.sub("", organ) if about else "", match["word"], match["year"], match["count"], match["title"], number,
            sentence.place(match.start(), match.end(), "引用文件"),
        )  # fmt: skip


def _one_number_two_titles(cited: list[_Cited]) -> Iterator[Found]:
    by_number: dict[str, list[_Cited]] = {}
    for found in cited:
        by_number.setdefault(found.number, []).append(found)
    for number, group in by_number.items():
        different = _distinct(group)
        if len(different) > 1:
            titles = "、".join(f"《{found.shown}》" for found in different)
            yield Found(
                f"文号{number}对应多个标题：{titles}。",
                f"{number}：{len(different)}个标题",
                tuple(found.place for found in group),
                "请对照原文件，统一标题；确为两份文件的，更正其中一个文号",
            )


def _distinct(group: list[_Cited]) -> list[_Cited]:
    """One for each title, shortened ones left out."""
    kept: list[_Cited] = []
    for found in group:
        if not any(found.title in known.title or known.title in found.title for known in kept):
            kept.append(found)
    return kept


def _one_title_two_numbers(cited: list[_Cited]) -> Iterator[Found]:
    by_title: dict[str, list[_Cited]] = {}
    for found in cited:
        by_title.setdefault(found.title, []).append(found)
    for group in by_title.values():
        first = group[0]
        others = [found for found in group[1:] if found.number != first.number and _same_document(first, found)]
        if others:
            numbers = "、".join(dict.fromkeys(found.number for found in (first, *others)))
            yield Found(
                f"同一文件《{first.shown}》出现多个文号：{numbers}。",
                f"{first.number}≠{others[0].number}",
                tuple(found.place for found in (first, *others)),
                "请对照原文件，统一文号",
            )


def _same_document(one: _Cited, other: _Cited) -> bool:
    """Two organs publish under one title; one organ does not give one paper two numbers."""
    if one.organ and other.organ:
        return one.organ == other.organ
    alike = (one.word == other.word) + (one.year == other.year) + (one.count == other.count)
    return alike >= 2


KIND = Kind("T13", "文号与标题一一对应", Severity.ERROR, "GB/T 9704-2012", paper=check_paper)
