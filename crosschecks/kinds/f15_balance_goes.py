"""F15 结余去向一致 (结转结余管理): money taken back is not carried over as well.

One report says of one sum both that it was taken back (收回、追减、注销) and that it will be used next year (结转下年、拟于下年完成). Two amounts
told apart are two sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.stages import stage_of
from crosschecks.rule import Dossier, Figure, Found, Kind, Profile, Report, Sentence, Severity

_BACK: Final = re.compile(
    r"(?:资金|指标|结余|余额|预算|额度)(?:(?!其中)[^。；]){0,24}(?:收回|追减|注销|核减|收缴|上缴财政)|(?:收回|追减)[^。；]{0,10}(?:资金|指标|结余)"
)
_ON: Final = re.compile(
    r"结转(?:到|至)?(?:下年|次年|下一年|明年|(?:19|20)\d{2}年)|(?:拟|计划|将|预计)[^。；，]{0,6}(?:于|在)?(?P<year>(?:19|20)\d{2}年|下年|次年|明年)[^。；，]{0,8}"
    r"(?:(?P<deed>完成|实施)|使用|支付|支出)|(?:下年|次年)继续(?:使用|实施)"
)
_NOT: Final = re.compile(r"未(?![使支执拨])|没有|不|无|办法|(?<!按)(?<!按照)规定|制度|应当|及时|如|若")
_NONE: Final = re.compile(
    r"(?:无|没有|未(?:形成|产生)|不存在)(?:资金)?(?:结转)?(?:结余|剩余)|结余(?:资金)?(?:为|是)?0(?:\.0+)?万?元|资金(?:已)?全部支[出付]完毕"
)
_MONEY: Final = re.compile(
    r"资金|经费|结余|结转|余额|余款|尾款|款项|剩余|额度|质保金|[付拨]款|支[付出]|拨付|结算|万?元"
)
_OTHERS: Final = re.compile(r"其中|上年|县级|省级|中央|市级|区级|若|如|净结余")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every report by itself: another project's money may go another way."""
    for report in dossier.reports:
        back = _first(report, _BACK)
        on = _first(report, _ON)
        if back is not None and on is not None and not _two_sums(report, back, on):
            yield Found(
                f"结余资金去向前后不一致（{on[1].group()}／{back[1].group()}）。",
                "收回与结转（下年使用）不能并存",
                (on[0].place(*_around(*on)), back[0].place(*_around(*back))),
                "请核对资金去向；部分收回、部分结转的，分别写明金额",
            )
        yield from _none_and_some(report)


def _none_and_some(report: Report) -> Iterator[Found]:
    """无结余 and, elsewhere in the report, 结余20万元."""
    none = next(
        ((s, m) for s in report.prose if (m := _NONE.search(s.text)) and not _OTHERS.search(s.text[: m.end()])), None
    )
    if none is None:
        return
    for figure in report.register.figures:
        stage = stage_of(figure)
        left = stage is not None and stage.name in {"carried", "carried_out"} and not stage.scope and figure.value > 0
        if (
            left
            and figure.sentence is not none[0]
            and figure.sentence.cell is None
            and (not figure.year or figure.year == report.year)
        ):
            yield Found(
                f"结余前后不一致（{none[1].group()}／结余{figure.shown}）。",
                "没有结余与有结余不能并存",
                (figure.place(), none[0].place(*none[1].span())),
                "请核对年末结余",
            )
            return


def _first(report: Report, pattern: re.Pattern[str]) -> tuple[Sentence, re.Match[str]] | None:
    for sentence in report.sentences:
        match = pattern.search(sentence.text)
        if match is None or _NOT.search(sentence.text[sentence.clause(match.start())[0] : match.end()]):
            continue
        if match.groupdict().get("deed") and not _MONEY.search(_part(sentence, match)):
            continue
        year = match.groupdict().get("year")
        if year and year[:4].isdigit() and report.year and int(year[:4]) <= report.year:
            continue
        return sentence, match
    return None


def _part(sentence: Sentence, match: re.Match[str]) -> str:
    """What is said between two semicolons, up to the end of the words' clause: a task of next year alone is no word about money."""
    return sentence.text[sentence.text.rfind("；", 0, match.start()) + 1 : sentence.clause(match.end() - 1)[1]]


def _around(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    """The clause with the words."""
    return sentence.clause(match.start())[0], max(match.end(), sentence.clause(match.end() - 1)[1])


def _two_sums(report: Report, *told: tuple[Sentence, re.Match[str]]) -> bool:
    """Do the two say so of amounts that differ? In one sentence the parts between semicolons are looked at."""
    amounts = [{f.value for f in _beside(report, *one) if f.number.is_money} for one in told]
    return bool(amounts[0] and amounts[1]) and not amounts[0] & amounts[1]


def _beside(report: Report, sentence: Sentence, match: re.Match[str]) -> list[Figure]:
    start = sentence.text.rfind("；", 0, match.start()) + 1
    end = sentence.text.find("；", match.end())
    return [
        f for f in report.register.in_sentence(sentence) if start <= f.number.start and (end < 0 or f.number.end <= end)
    ]


KIND = Kind("F15", "结余去向一致", Severity.ERROR, "结转结余管理", paper=check_paper)
