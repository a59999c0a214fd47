"""R07 整改台账 (财预〔2020〕10号第二十七、二十八条): problems found last year, and no word of what was done about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.rule import Dossier, Found, Kind, Profile, Report, Sentence, Severity

_LAST: Final = r"(?:上年度?|上一年度?|去年|以前年度|(?P<year>(?:19|20)\d{2})年度?)"
_FOUND: Final = re.compile(
    rf"{_LAST}[^。；]{{0,30}}(?:审计|检查|评价|自评|复评|督查|巡察|巡视|监督)[^。；]{{0,20}}(?:发现|指出|反馈|提出|存在)(?P<what>[^。；]{{0,40}}问题)"
)
_NOT: Final = re.compile(r"未(?:被)?(?:发现|指出|反馈|提出)|没有|不存在|无(?:重大)?问题")
_DONE: Final = re.compile(r"整改|纠正|销号|已(?:全部)?(?:落实|解决|收回|追回|退回|补齐|完善|改正|规范|清理)")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """A project's papers together: the problem in one, what was done in the same or another."""
    for group in dossier.groups:
        told = [
            (report, sentence, match)
            for report in group
            for sentence in report.sentences
            for match in _problems(sentence)
        ]
        if any(_DONE.search(sentence.text) for report in group for sentence in report.sentences):
            continue
        for report, sentence, match in told:
            if _earlier(report, match["year"]):
                yield _found(sentence, match)


def _problems(sentence: Sentence) -> Iterator[re.Match[str]]:
    for match in _FOUND.finditer(sentence.text):
        if not _NOT.search(match.group()):
            yield match


def _earlier(report: Report, year: str | None) -> bool:
    return year is None or bool(report.year and int(year) < report.year)


def _found(sentence: Sentence, match: re.Match[str]) -> Found:
    return Found(
        f"上年“{match['what'].strip('，、：的了')}”未见整改情况。",
        f"{match.group()}；全文没有整改情况",
        (sentence.place(*match.span()),),
        "请写明每个问题怎样整改、是否完成，未完成的写明时限",
    )


KIND = Kind("R07", "整改台账", Severity.WARNING, "财预〔2020〕10号第二十七条", paper=check_paper)
