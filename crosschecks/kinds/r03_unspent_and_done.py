"""R03 未支出却称完成: nothing was spent or begun, and yet results are reported. Other money may have paid for them, so it only hints.

Within a sentence: 接待0批次，具体内容包括…. Within a project report: the money was not used, and the chapter of results says it is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.gaps import Gap, gaps
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Sentence, Severity

_ZERO: Final = re.compile(
    r"(?:支出|接待|安排|组织|购置)(?:[^，。；、\d]{0,6})0(?:\.0+)?(?:万元|元|批次|人次|次|个|辆|批)"
)
_DETAIL: Final = re.compile(
    r"具体内容(?:主要)?(?:包括|为|有)：?(?!无|0)[\u4e00-\u9fff][^。；]*|(?:共|已)?(?:接待|组织|安排|购置)[^，。；、\d]{0,24}[1-9]\d*(?:批次|人次|个团组|辆|批)[^，。；]*"
)
_DONE: Final = re.compile(
    r"已(?:经)?(?:按[^，。；]{1,4})?(?:全部|全面|基本)?完成|按(?:要求|计划|时|期)(?:[^，。；未]{0,4})完成|(?:全面|全部|圆满|顺利)完成|完成率?(?:达到?|为)?100%"
    r"|满意度[^，。；]{0,10}\d+(?:\.\d+)?%"
)
_RESULTS: Final = re.compile(r"完成情况|效益|绩效情况|效果|成效|产出")
_SHOWN: Final = 3


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Sentences by themselves, then project reports that tell of no money used."""
    for report in dossier.reports:
        for sentence in report.sentences:
            yield from _within(sentence)
        if report.kind != "account" and not report.funds:
            yield from _whole(report, profile)


def _within(sentence: Sentence) -> Iterator[Found]:
    zero = _ZERO.search(sentence.text)
    detail = _DETAIL.search(sentence.text, zero.end()) if zero else None
    if zero and detail:
        yield _found(
            f"“{zero.group()}”，却写“{detail.group()}”。",
            f"{zero.group()}；{detail.group()}",
            (sentence.place(*zero.span()), sentence.place(*detail.span())),
            "请核对是否发生；没有发生的，删去具体内容",
        )


def _whole(report: Report, profile: Profile) -> Iterator[Found]:
    unspent = next((gap for gap in gaps((report,), profile.low_execution) if gap.unspent), None)
    done = [(sentence, match) for sentence in report.prose for match in [_claim(sentence)] if match]
    if unspent and done:
        yield _project(unspent, done)


def _claim(sentence: Sentence) -> re.Match[str] | None:
    return _DONE.search(sentence.text) if sentence.path and _RESULTS.search(sentence.path[-1].name) else None


def _project(unspent: Gap, done: list[tuple[Sentence, re.Match[str]]]) -> Found:
    told = [sentence.quote(*_clause(sentence, match)) for sentence, match in done[:_SHOWN]]
    return _found(
        f"本项目未支出（{unspent.words}），却称“{told[0]}”。",
        f"{unspent.words}；{'；'.join(told)}",
        (*(sentence.place(*_clause(sentence, match)) for sentence, match in done[:_SHOWN]), *unspent.places),
        "请核对完成情况；由其他资金完成的，请写明资金来源",
    )


def _clause(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    return sentence.clause(match.start())[0], sentence.clause(match.end() - 1)[1]


def _found(message: str, arithmetic: str, places: tuple[Place, ...], remedy: str) -> Found:
    return Found(message, arithmetic, places, remedy, severity=Severity.WARNING)


KIND = Kind("R03", "未支出却称完成", Severity.WARNING, "预算执行与绩效情况应当一致", paper=check_paper)
