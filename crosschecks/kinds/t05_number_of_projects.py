"""T05 项目个数一致 (公开文件校核): how many projects a paper says there are, names, and gives tables for.

Compared are projects of the unit as a whole (设置、编制目标、涉及、部门预算项目); numbers of 阶段, 一次性 or of projects with a quality of their own
are another matter, and so is a paper that tells one number throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Sentence, Severity

_CLAIM: Final = re.compile(
    r"(?P<before>[^，；。、：]{0,16}?)(?:(?P<one>\d{1,3})个(?:预算|专项|特定目标类)?项目|项目(?:总数)?(?:共|共计|合计|为)?(?P<two>\d{1,3})个)"
)
_OTHER: Final = re.compile(
    r"阶段|一次性|其中|大于|小于|低于|高于|超过|未|不|偏离|上年|同比|新增|结转|抽|重点|以上|以下|部分|子|第|每|等次|优|良|工程|建设|入驻|引进"
)


@dataclass(frozen=True)
class _Claim:
    count: int
    place: Place
    shown: str


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """All claims of a paper against each other and against its tables."""
    claims = [
        claim
        for sentence in dossier.sentences()
        if "个" in sentence.text and "项目" in sentence.text
        for claim in _claims(sentence)
    ]
    tables = [report for report in dossier.reports if report.project and report.is_table]
    names = dict.fromkeys(report.project for report in tables)
    counts = sorted({claim.count for claim in claims})
    if len(counts) < 2 and not (counts and len(names) > 1 and counts[0] != len(names)):
        return
    if len(counts) == 1 and len(names) < 2:
        return
    told = "、".join(f"{count}个" for count in counts)
    tabled = f"，自评表{len(names)}张" if len(names) > 1 else ""
    titles = [report.title_place for report in tables if report.title_place]
    yield Found(
        f"项目数不一致：文中{told}{tabled}。",
        "≠".join(
            [
                *(str(count) for count in counts),
                *([str(len(names))] if len(names) > 1 and len(names) not in counts else []),
            ]
        ),
        (*(claim.place for claim in claims), *(titles if len(names) > 1 else [])),
        "请逐一列出项目核对，补上漏报的项目或改正个数",
    )


def _claims(sentence: Sentence) -> Iterator[_Claim]:
    for match in _CLAIM.finditer(sentence.text):
        count = int(match["one"] or match["two"])
        before = sentence.text[max(0, match.start() - 4) : match.start()] + match["before"]
        if count > 1 and not _OTHER.search(before) and not _OTHER.search(match.group()):
            yield _Claim(count, sentence.place(*match.span()), match.group())


KIND = Kind("T05", "项目个数一致", Severity.ERROR, "公开文件校核", paper=check_paper)
