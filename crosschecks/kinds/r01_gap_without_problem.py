"""R01 有差距须写问题: something was not reached, so the problems cannot be 无 (财预〔2020〕10号第十一条 [知])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from blueprints.expressions import Expression
from crosschecks.params import ParamError, expression, number, text, texts
from crosschecks.rates import rate_name, sources
from crosschecks.reports.answers import Answer, answers
from crosschecks.reports.gaps import Gap, gaps
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Report, Severity, points
from crosschecks.shortfall import falls_short
from crosschecks.wording import percent, share
from values.blank import is_blank

_OTHERS: Final = re.compile(r"其[他它]需要?说明的(?:问题|事项|情况)")
_SHOWN: Final = 4
_OFF: Final = re.compile(r"(?:扣|扣减|扣除|扣去)(?:了)?\d+(?:\.\d+)?分(?:[：，、]|（|$)")
_RULE: Final = re.compile(r"每|如|若|凡|未[^，。；]{0,12}的|的$|以上|不足")  # how points are to be taken off


@dataclass(frozen=True, slots=True)
class Params:
    """参数: path of the problems; a rate and the share it must reach; nodes whose lines are looked at."""

    problems: str
    rate: Expression | None = None
    below: Decimal | None = None
    of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a rate without its bound, and a rule that looks at nothing."""
        if (self.rate is None) != (self.below is None):
            raise ParamError("参数 rate 与 below 须同时写，如 rate: derived.execution_rate, below: 90%")
        if self.rate is None and not self.of:
            raise ParamError("缺少参数 of 或 rate：至少写一个，看哪些行、哪个比率")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Gaps there are, against problems that are 无; left blank, they may still be written."""
    told = context.book.raw(params.problems)
    gaps = [*_rate_gap(context, params), *_line_gaps(context, params)]
    if not gaps or not is_blank(told):
        return
    label = context.label(params.problems)
    yield Found(
        f"存在未完成事项，“{label}”不应为“{told.strip() or '空'}”。",
        "；".join(words for words, _ in gaps),
        (context.place(params.problems), *dict.fromkeys(place for _, places in gaps for place in places)),
        f"请在“{label}”中写明没有完成的事项和原因",
        pending=not told.strip(),
    )


def _rate_gap(context: Context, params: Params) -> Iterator[tuple[str, tuple[Place, ...]]]:
    rate = context.number(params.rate) if params.rate else None
    if params.rate is not None and params.below is not None and rate is not None and rate < params.below:
        words = f"{rate_name(context, params.rate)}{percent(rate)}＜{share(params.below)}"
        yield words, sources(context, params.rate)


def _line_gaps(context: Context, params: Params) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Lines that fall short by their figures, or that lost points by the unit's own judgement."""
    for line in context.lines(params.of):
        short = falls_short(context, line)
        given = line.award.points if short else line.self_points
        if line.of is not None and given is not None and (short or given < line.of):
            yield f"“{context.name(line)}”{points(given)}＜{points(line.of)}", (context.place(line.path),)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """A project's gaps, told by figures or in words, against problems that are 无 wherever they are asked for."""
    for group in dossier.groups:
        told = [answer for report in group for answer in answers(report, "problems")]
        denied = [answer for answer in told if answer.is_none]
        silent = not told and not any(_explained(report) for report in group)
        others = [answer for report in group for answer in _other_matters(report)] if silent else []
        if not (denied or others) or any(answer.says for answer in told):
            continue
        found = [*gaps(group, profile.low_execution), *(gap for report in group for gap in _deducted(report))]
        if found and denied:
            yield _denied(found, denied, sure=any(gap.sure for gap in found))
        elif found:
            yield _unsaid(found, others)


def _explained(report: Report) -> bool:
    """Has any row of its tables a reason?"""
    return any(not is_blank(row.text("reason")) for table in report.indicators for row in table.lines)


def _unsaid(found: list[Gap], others: list[Answer]) -> Found:
    """A form without a place for problems, in which nothing is said of what was not reached."""
    return Found(
        f"存在未完成事项，表内没有说明原因，“{others[0].label}”也填“{others[0].text.strip('。 ')}”。",
        "；".join(dict.fromkeys(gap.words for gap in found[:_SHOWN])),
        (*(answer.place for answer in others), *dict.fromkeys(place for gap in found[:_SHOWN] for place in gap.places)),
        "请在偏差原因栏或其他说明中写明没有完成的事项和原因",
        severity=Severity.WARNING,
    )


def _deducted(report: Report) -> Iterator[Gap]:
    """产出扣1分：补助企业少2家: points taken off, with what they were taken off for."""
    for sentence in report.prose:
        for match in _OFF.finditer(sentence.text):
            start, end = sentence.clause(match.start())
            if not _RULE.search(sentence.text, start, match.start()):
                yield Gap(sentence.text[start:end].strip("，；。"), (sentence.place(start, end),))


def _other_matters(report: Report) -> Iterator[Answer]:
    """其他需说明的问题 of forms that ask for no others."""
    for grid in report.grids:
        for row in grid.rows:
            for label, cell in pairwise(row):
                if _OTHERS.fullmatch(label.flat):
                    answer = Answer(label.flat, cell.flat, cell.place(label.flat))
                    yield from [answer] if answer.is_none else []


def _denied(found: list[Gap], denied: list[Answer], *, sure: bool) -> Found:
    label = denied[0].label
    return Found(
        f"存在未完成事项，“{label}”不应为“{denied[0].text.strip('。 ')}”。",
        "；".join(dict.fromkeys(gap.words for gap in found[:_SHOWN]))
        + (f"等{len(found)}处" if len(found) > _SHOWN else ""),
        (*(answer.place for answer in denied), *dict.fromkeys(place for gap in found[:_SHOWN] for place in gap.places)),
        f"请在“{label}”中写明没有完成的事项和原因",
        severity=None if sure else Severity.WARNING,
    )


KIND = Kind(
    "R01",
    "有差距须写问题",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"problems": text, "rate": expression, "below": number, "of": texts},
    check,
    frozenset({"problems"}),
    paper=check_paper,
)
