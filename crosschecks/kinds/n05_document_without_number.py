"""N05 引用文件须有文号 (GB/T 9704-2012：引用公文先引标题，后引发文字号): 《关于…的通知》 is followed by its number or its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.citations import Title, titles
from crosschecks.rule import Dossier, Found, Kind, Profile, Severity

_DOCUMENT: Final = re.compile(r"关于.*(?:通知|批复|函)(?:（[^（）]*）)?$")
_DATE: Final = r"(?:19|20)\d{2}年\d{1,2}月|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}"
_AFTER: Final = re.compile(rf"[\u4e00-\u9fff]\d{{1,4}}号|[〕\]】）﹞]\s*第?\d{{1,4}}\s*号|第\d{{1,4}}号|{_DATE}")
_BEFORE: Final = re.compile(rf"(?:\d{{1,4}}\s*号文?件?[^》），；。]{{0,8}}|(?:{_DATE})[^》；。]{{0,25}})$")
_NEAR: Final = 40
_MARKS: Final = re.compile(r"[\s<>〈〉《》“”\"'、，（）]")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Documents a paper cites by their title only; one that is identified somewhere is known everywhere."""
    bare: dict[str, list[Title]] = {}
    known: set[str] = set()
    for sentence in dossier.sentences():
        for title in titles(sentence):
            if not _DOCUMENT.search(title.text):
                continue
            if _is_identified(title):
                known.add(_name(title))
            else:
                bare.setdefault(_name(title), []).append(title)
    for name, group in bare.items():
        if not any(name in other or other in name for other in known):
            yield _told(group)


def _is_identified(title: Title) -> bool:
    text = title.sentence.text
    after, _, _ = text[title.end : title.end + _NEAR].partition("《")
    return bool(_AFTER.search(after) or _BEFORE.search(text[: title.start]))


def _name(title: Title) -> str:
    """From 关于 on: organs before it are left out as often as not."""
    _, about, rest = title.text.partition("关于")
    return _MARKS.sub("", about + rest)


def _told(group: list[Title]) -> Found:
    return Found(
        f"引用文件《{group[0].text}》没有注明文号。",
        f"引用{len(group)}处，均无文号和印发日期" if len(group) > 1 else "标题前后无文号和印发日期",
        tuple(title.place for title in group),
        "请在标题后用圆括号注明发文字号，如（×财社〔2024〕1号）",
    )


KIND = Kind("N05", "引用文件须有文号", Severity.WARNING, "GB/T 9704-2012", paper=check_paper)
