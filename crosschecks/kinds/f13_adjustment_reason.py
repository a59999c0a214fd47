"""F13 年中调整须说明: a budget changed during the year has a reason (遂宁自评表注“年中发生预算调整的，应单独说明理由” [种]).

On paper the form's own note in the cell is no reason; a reason told anywhere in the report is one. 年初预算 and 决算 that lie half apart
in one sentence, with no word of why, are told too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks.params import expression, number, text
from crosschecks.reports.funds import FundsTable
from crosschecks.reports.grounds import explains_change, told_reason
from crosschecks.reports.kit import PARAGRAPH, windows
from crosschecks.reports.together import companions
from crosschecks.rule import Context, Dossier, Figure, Found, Kind, Place, Profile, Report, Severity, plain
from crosschecks.wording import money, percent, signed
from values.blank import is_blank
from values.ratio import ratio

_FIRST: Final = re.compile(r"年初(?:批复|部门|安排|项目)*预算|年初(?:预算)?安排")
_AFTER: Final = re.compile(r"调整后|全年预算|年度预算|调整[为至到]|预算调整")
_CHANGED: Final = re.compile(r"调整|追加|调增|调减|压减|核减|追减|预算")
_GROUNDS: Final = re.compile(
    r"因(?!此|素)|由于|根据|按照|依据|用于|系|主要是|受[^，。]{1,14}影响|批复|文件|〔|原因|压减一般性|调剂"
)
_PLAIN: Final = re.compile(r"年初批复|批复预算|财政批复(?:年初)?预算|体系|联系|系统|关系|按照年初")
_ROUNDED: Final = Decimal("0.001")
_HALF: Final = Decimal("0.5")
_WHY: Final = re.compile(r"因|由于|主要是|追加|调整|调减|调增|压减|核减|口径|不在本")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: budget before and after, path of the reason, share from which a change is large."""

    before: Expression
    after: Expression
    reason: str
    large: Decimal = Decimal("0.20")


def check(context: Context, params: Params) -> Iterator[Found]:
    """A change that shows on paper and is not explained; a large one, or one from nothing, is an error."""
    before, after = context.number(params.before), context.number(params.after)
    if before is None or after is None or not is_blank(context.book.raw(params.reason)):
        return
    form = context.blueprint
    if money(before, form) == money(after, form):
        return
    share = ratio(after - before, before)
    size = money(abs(after - before), form)
    rate = percent(abs(share)) if share is not None else ""
    gap = f"{money(after, form)}－{money(before, form)}＝{signed(after - before, size)}"
    shown = f"（{'追加' if after > before else '调减'}{rate}）" if rate else "（原为0）"
    yield Found(
        f"预算由{money(before, form)}调整为{money(after, form)}{shown}，请说明理由。",
        f"{gap}，{size}÷{money(before, form)}＝{rate}" if rate else f"{gap}，原为0，不能计算比例",
        (context.place(params.reason), *context.places(params.before), *context.places(params.after)),
        "写明追加或调减的依据和原因",
        severity=None if share is None or abs(share) >= params.large else Severity.WARNING,
        pending=True,
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every table of funds, and every sentence that names both the first budget and the outcome."""
    for group in companions(dossier):
        if not any(_reasoned(report) for report in group):
            tabled = any(
                table.overall("initial") and table.overall("adjusted") for report in group for table in report.funds
            )
            yield from (found for report in group for found in _adjusted(report, profile) if not tabled)
        if explains_change(group):
            continue
        for report in group:
            for table in report.funds:
                yield from _in_table(table, profile)
            yield from _in_words(report)


def _reasoned(report: Report) -> bool:
    """Is any change of the budget told with its grounds?"""
    told = (s.text for s in report.sentences if _CHANGED.search(s.text))
    return any(_GROUNDS.search(_PLAIN.sub("", text)) for text in told)


def _adjusted(report: Report, profile: Profile) -> Iterator[Found]:
    """年初预算500万元，调整后预算380万元: the first stretch that tells both, where nothing is said of why."""
    for window in windows(report):
        first = [f for f, stage in window.stages if not stage.scope and _FIRST.search(f.words)]
        after = [f for f, stage in window.stages if not stage.scope and _AFTER.search(f.words) and f not in first]
        if window.width > PARAGRAPH:
            return
        if len(first) != 1 or len(after) != 1 or not first[0].value or _GROUNDS.search(_PLAIN.sub("", window.text)):
            continue
        (before, now), share = (first[0], after[0]), ratio(after[0].value - first[0].value, first[0].value)
        if share is not None and before.number.exact and now.number.exact and abs(share) > _ROUNDED:
            yield _changed(before, now, share, profile)
            return


def _changed(before: Figure, now: Figure, share: Decimal, profile: Profile) -> Found:
    rate = percent(abs(share))
    return Found(
        f"预算由{before.shown}调整为{now.shown}（{'追加' if share > 0 else '调减'}{rate}），请说明理由。",
        f"{now.shown}－{before.shown}，相差{rate}；没有写理由",
        (before.place(), now.place()),
        "写明追加或调减的依据和原因",
        severity=None if abs(share) >= profile.adjusted_much else Severity.WARNING,
    )


def _in_table(table: FundsTable, profile: Profile) -> Iterator[Found]:
    before, after = table.overall("initial"), table.overall("adjusted")
    told = told_reason(table)
    if before is None or after is None or before[0] == after[0] or (told is not None and told[0]):
        return
    share = ratio(after[0] - before[0], before[0])
    rows = [(before[1][0], "initial"), (after[1][0], "adjusted")]
    first, second = (f"{row.cells[stage].flat}{table.unit_word}" for row, stage in rows)
    shown = (
        f"（{'追加' if after[0] > before[0] else '调减'}{percent(abs(share))}）" if share is not None else "（原为0）"
    )
    places: tuple[Place, ...] = tuple(table.place(row, stage) for row, stage in rows)
    yield Found(
        f"预算由{first}调整为{second}{shown}，请说明理由。",
        f"{second}－{first}，{'年初为0' if share is None else f'相差{percent(abs(share))}'}；没有写理由",
        (*places, told[1]) if told is not None else places,
        "写明追加或调减的依据和原因",
        severity=None if share is None or abs(share) >= profile.adjusted_much else Severity.WARNING,
    )


def _in_words(report: Report) -> Iterator[Found]:
    """One finding a report: what was planned at the beginning of the year and what became of it."""
    for sentence in report.prose:
        figures = [
            f for f in report.register.in_sentence(sentence) if f.unit == "元" and f.role == "amount" and not f.last
        ]
        first = next((figure for figure in figures if "初预算" in figure.label), None)
        last = next((figure for figure in figures if "决算" in figure.label and "初预算" not in figure.label), None)
        if first is None or last is None or _told_why(first):
            continue
        share = ratio(last.value - first.value, first.value)
        if share is not None and abs(share) >= _HALF:
            yield _apart(first, last, percent(abs(share)))
            return


def _told_why(figure: Figure) -> bool:
    """Anywhere in the paragraph."""
    return bool(_WHY.search(figure.sentence.block.source.text))


def _apart(first: Figure, last: Figure, rate: str) -> Found:
    gap = plain(abs(last.value - first.value) / first.number.scale)
    return Found(
        f"年初预算{first.shown}，决算{last.shown}，相差{rate}，没有说明原因。",
        f"{last.shown}－{first.shown}，相差{gap}{first.number.label_unit}，{rate}",
        (first.place(), last.place()),
        "写明年中追加、调减或列支口径不同的情况",
    )


KIND = Kind(
    "F13",
    "年中调整须说明",
    Severity.ERROR,
    "地方表注",
    Params,
    {"before": expression, "after": expression, "reason": text, "large": number},
    check,
    frozenset({"before", "after", "reason"}),
    paper=check_paper,
)
