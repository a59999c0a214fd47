"""I10 章节齐全 (本地提纲；财预〔2020〕10号附件3): a heading with nothing under it, or a chapter that the file's other reports have.

A heading is empty when neither words, a table nor a filled heading follows it before the next heading of its rank. Lists of names,
annexes and a table of contents are no chapters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Final

from crosschecks.reports.outline import missing
from crosschecks.reports.sentences import Heading
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Severity

_CHAPTER: Final = re.compile(
    r"(?:概况|情况|目标|问题|建议|措施|绩效|效益|结论|分析|相符性|依据|评价|说明|经验|做法|成效|完成|使用|到位|管理|实施|组织)$"
)
_ANNEX: Final = re.compile(r"附件|附表|附图|附录|目录|名词|其他|其它")
_GLOSSARY: Final = "名词解释"
_RANKS: Final = 3  # 第一部分, 一、 and （一）
_TOP: Final = 2
_HAN: Final = "零一二三四五六七八九十"
_SHOWN: Final = 3
_CONTENTS: Final = 3  # so many empty headings before anything is said are a table of contents


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Empty chapters of a report together; then what its siblings have."""
    for report, following in zip_longest(dossier.reports, dossier.reports[1:]):
        # A table with a title of its own is a report of its own, and may be all that the last chapter says.
        closed = following is None or not following.is_table
        empty = [pair for pair in _empty(report) if closed or pair[1]]
        if empty:
            places = (place for pair in empty for place in (heading.place for heading in pair if heading))
            yield Found(
                f"缺少或空白章节：{'、'.join(heading.name for heading, _ in empty)}。",
                "；".join(_nothing_between(*pair) for pair in empty[:_SHOWN]),
                tuple(dict.fromkeys(places)),
                "请补写内容；确实没有的写“无”，不需要的删去标题",
                pending=True,
            )
    yield from _missing(dossier)


def _nothing_between(heading: Heading, following: Heading | None) -> str:
    return f"“{heading.text}”之后" + (f"紧接“{following.text}”" if following else "没有内容")


def _empty(report: Report) -> Iterator[tuple[Heading, Heading | None]]:
    """Empty chapters, each with the heading that follows."""
    filled = {id(heading) for sentence in report.sentences for heading in sentence.path} | report.tabled
    known = {heading.name for heading in report.headings if id(heading) in filled}
    contents = next((at for at, heading in enumerate(report.headings) if id(heading) in filled), 0)
    start = contents if contents >= _CONTENTS else 0
    for heading, following in zip_longest(report.headings[start:], report.headings[start + 1 :]):
        if (
            heading.name not in known
            and id(heading) not in filled
            and _is_chapter(heading)
            and _ends(heading, following)
        ):
            yield heading, following


def _is_chapter(heading: Heading) -> bool:
    named = _CHAPTER.search(heading.name) and not _ANNEX.search(heading.name)
    part = heading.level == 1 and heading.name == _GLOSSARY  # 第四部分 名词解释 has words to explain
    named = named or part
    return bool(named and heading.number and not heading.lead and heading.level <= _RANKS)


def _ends(heading: Heading, following: Heading | None) -> bool:
    """The next heading is of its rank or above and numbered; a line that only looks like a heading may be its content."""
    return following is None or (bool(following.number) and following.level <= heading.level)


def _missing(dossier: Dossier) -> Iterator[Found]:
    for report, lacks in missing([report for report in dossier.reports if not report.is_table]):
        places = [_title(report), lacks.following.place if lacks.following else None]
        if any(places):
            yield Found(
                f"缺少{'章节' if lacks.chapter else '小节'}：{lacks.name}。",
                f"同一文件的{lacks.told}篇报告中有{lacks.have}篇写了这一{'章' if lacks.chapter else '节'}",
                tuple(place for place in places if place),
                f"请补上“{lacks.name}”{'一章' if lacks.chapter else '一节'}的标题和内容",
                severity=None if lacks.chapter and _skips(report) else Severity.WARNING,
            )


def _skips(report: Report) -> bool:
    """Do its own numbers leave one out: 三、 and then 五、"""
    told = [_HAN.find(heading.number[0]) for heading in report.headings if heading.level == _TOP and heading.number]
    return any(0 <= one < other - 1 for one, other in pairwise(told))


def _title(report: Report) -> Place | None:
    return report.title_place or next((heading.place for heading in report.headings), None)


KIND = Kind("I10", "章节齐全", Severity.ERROR, "本地提纲", paper=check_paper)
