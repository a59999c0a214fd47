"""R04 结论与数据一致 (财预〔2020〕10号“结果客观”): 圆满、全面、超额、相匹配 against what the same paper says. It only ever hints.

In a paragraph: 基本完成 or 未完成 beside 圆满完成; a sentence whose actual is below its target and says 全面完成; as many done as planned and
超额完成; budget and accounts said to match that do not. In a project: rows short of their targets and 全部完成.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.gaps import gaps
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Sentence, Severity
from values.ratio import percent_text

_ALL: Final = r"(?:圆满|全面|全部|超额|高质量)(?:地)?完成"
_CLAIM: Final = re.compile(_ALL)
_PARTLY: Final = re.compile(
    r"(?:实际)?(?:基本|部分)完成|(?<!无)(?<!有)(?:未|没有)(?:全部|能)?完成(?!原因|的?(?:原因|须|需|应))"
)
_WHOLE: Final = re.compile(
    r"(?:圆满|全面|全部)(?:地)?完成(?:了)?[^，。；]{0,10}(?:任务|目标|指标|项目|工作)|(?:任务|目标|指标|项目|工作)[^，。；]{0,10}(?:圆满|全面|全部)(?:地)?完成"
)
_OVER: Final = re.compile(r"超额完成")
_COUNTS: Final = re.compile(
    r"(?:目标|任务)(?:合计|共计?)?(\d+)([个项件次])，[^。；\d]{0,12}完成[^，。；\d]{0,12}(\d+)\2"
)
_MATCHED: Final = re.compile(r"预算(?:数)?与(?:预算)?(?:执行|支出|决算)(?:数|情况)?(?:基本)?相(?:匹配|符|一致)")
_PLANNED: Final = re.compile(r"年初预算(?:收入|支出|数)?(?:合计)?(?:为)?")
_ACTUAL: Final = re.compile(r"(?:决算|执行|实际)(?:收入|支出|数)?(?:合计)?(?:为)?")
_TARGET: Final = re.compile(r"目标(?:值|为|数|：)?")
_REAL: Final = re.compile(r"实际(?:完成|达到|修复|建成|为)?")
_FAR: Final = Decimal("0.2")
_SHOWN: Final = 3


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Sentence, paragraph, report and project, from near to far."""
    for report in dossier.reports:
        for sentence in report.sentences:
            yield from _sentence(sentence)
        yield from _paragraphs(report)
        yield from _budget(report)
    for group in dossier.groups:
        yield from _project(group, profile)


def _sentence(sentence: Sentence) -> Iterator[Found]:
    claim = _CLAIM.search(sentence.text) if "完成" in sentence.text else None
    if claim is None:
        return
    target, actual = _number(sentence, _TARGET), _number(sentence, _REAL)
    if target and actual and target[2] == actual[2] and actual[0] < target[0]:
        yield _found(
            claim.group(),
            f"实际{sentence.quote(*actual[1])}＜目标{sentence.quote(*target[1])}",
            (sentence.place(*claim.span()), sentence.place(*actual[1]), sentence.place(*target[1])),
        )


def _number(sentence: Sentence, before: re.Pattern[str]) -> tuple[Decimal, tuple[int, int], str] | None:
    """The figure right behind some words."""
    starts = {match.end() for match in before.finditer(sentence.text)}
    for number in sentence.numbers:
        if number.start in starts:
            return number.value, (number.start, number.end), number.unit
    return None


def _paragraphs(report: Report) -> Iterator[Found]:
    """Sentences of one paragraph or cell."""
    blocks: dict[int, list[Sentence]] = {}
    for sentence in report.sentences:
        if "完成" in sentence.text:
            blocks.setdefault(id(sentence.block), []).append(sentence)
    for sentences in blocks.values():
        claims = [(sentence, match) for sentence in sentences for match in _CLAIM.finditer(sentence.text)]
        if claims:
            yield from _partly(sentences, *claims[0])
            yield from _as_many(sentences)


def _partly(sentences: list[Sentence], said: Sentence, claim: re.Match[str]) -> Iterator[Found]:
    for sentence in sentences:
        match = _PARTLY.search(sentence.text)
        if match:
            places = (said.place(*_clause(said, claim)), sentence.place(*_clause(sentence, match)))
            yield _found(claim.group(), f"同段写有“{match.group()}”", places)
            return


def _as_many(sentences: list[Sentence]) -> Iterator[Found]:
    """目标8个，完成8个 and 超额."""
    over = next(((sentence, match) for sentence in sentences if (match := _OVER.search(sentence.text))), None)
    for sentence in sentences if over else ():
        for match in _COUNTS.finditer(sentence.text):
            if over and int(match[3]) <= int(match[1]):
                places = (over[0].place(*_clause(*over)), sentence.place(*match.span()))
                yield _found("超额完成", f"完成{match[3]}{match[2]}，目标{match[1]}{match[2]}，没有超额", places)


def _budget(report: Report) -> Iterator[Found]:
    """预算数与执行数相匹配, and the first pair of both that the report tells is far apart."""
    claim = next(((sentence, match) for sentence in report.prose if (match := _MATCHED.search(sentence.text))), None)
    for sentence in report.prose if claim else ():
        planned, actual = _number(sentence, _PLANNED), _number(sentence, _ACTUAL)
        if claim and planned and actual and planned[2] == actual[2] and planned[0] > 0:
            if abs(actual[0] / planned[0] - 1) > _FAR:
                yield _found(
                    claim[1].group(),
                    f"年初预算{sentence.quote(*planned[1])}，决算{sentence.quote(*actual[1])}，相差{percent_text(abs(actual[0] / planned[0] - 1))}",
                    (claim[0].place(*_clause(*claim)), sentence.place(*planned[1]), sentence.place(*actual[1])),
                )
            return


def _project(group: tuple[Report, ...], profile: Profile) -> Iterator[Found]:
    """全部完成 in a conclusion or in prose, and rows of the table that fell short."""
    short = [gap for gap in gaps(group, profile.low_execution) if gap.of_row]
    claims = [
        (sentence, match)
        for report in group
        for sentence in report.sentences
        for match in [_WHOLE.search(sentence.text) if "完成" in sentence.text else None]
        if match
    ]
    if short and claims and any(report.indicators for report in group):
        words = "；".join(gap.words for gap in short[:_SHOWN])
        places = (claims[0][0].place(*_clause(*claims[0])), *(gap.places[0] for gap in short[:_SHOWN]))
        yield _found(claims[0][1].group(), words, places)


def _clause(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    return sentence.clause(match.start())[0], sentence.clause(match.end() - 1)[1]


def _found(claim: str, why: str, places: tuple[Place, ...]) -> Found:
    return Found(
        f"结论“{claim}”与数据不符。", why, places, "请按实际情况修改结论，或核对数据", severity=Severity.WARNING
    )


KIND = Kind("R04", "结论与数据一致", Severity.WARNING, "财预〔2020〕10号", paper=check_paper)
