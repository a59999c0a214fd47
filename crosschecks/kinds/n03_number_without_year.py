"""N03 文号缺年份 (GB/T 9704-2012：发文字号由代字、年份、顺序号组成): 国发2号 names one paper of every year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.citations import own_sign
from crosschecks.rule import Dossier, Found, Kind, Profile, Sentence, Severity

# A sign ends in 发, 函, 字 or 规; what only means handing out (转发、印发、开发) is none.
_SIGN: Final = re.compile(
    r"(?<![\u4e00-\u9fff〕\]】）])(?P<lead>(?:根据|依据|按照|以及|及|和|与)?)(?P<word>[\u4e00-\u9fff]{1,7}[发函字规])"
    r"(?P<count>\d{1,4})号(?=文|《|[，。；、（）”]|规定|通知|要求|精神|$)"
)
_RUNNING: Final = re.compile(r"(?P<word>[\u4e00-\u9fff]{1,3}[发函])(?P<count>\d{1,4})号(?=文件?|《)")
_NO_SIGN: Final = re.compile(
    r"(?:转|印|签|批|开|研|出|颁|下|核|首|蒸|激|爆|沙|理|触|引|始|打|派|分|补|增|多|散|诱|收|来|去|复|致|回|公|信)[发函]$|(?:文|数|汉|打|签|红)字$|法规$|常规$|正规$"
)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Signs with a number and no year between them."""
    for sentence in dossier.sentences():
        if "号" not in sentence.text:
            continue
        told: set[int] = set()
        for pattern in (_SIGN, _RUNNING):
            for match in pattern.finditer(sentence.text):
                if match.end() in told or _NO_SIGN.search(match["word"]):
                    continue
                told.add(match.end())
                yield _told(sentence, match)


def _told(sentence: Sentence, match: re.Match[str]) -> Found:
    word = own_sign(match["word"])
    start = match.end("word") - len(word)
    shown = sentence.quote(start, match.end())
    return Found(
        f"文号“{shown}”缺少年份。",
        f"{shown}：{word}与{match['count']}号之间应有〔年份〕",
        (sentence.place(start, match.end(), "文号"),),
        f"请对照原文件补上年份，写成{word}〔年份〕{int(match['count'])}号",
    )


KIND = Kind("N03", "文号缺年份", Severity.WARNING, "GB/T 9704-2012", paper=check_paper)
