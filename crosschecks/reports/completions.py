"""完成率的识读: a rate of completion told behind an actual (救助406名，完成目标的96.67%), with the target of its name from wherever that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from crosschecks.reports.aims import Aim, said_aims, same_name, table_aims
from crosschecks.rule import Figure, Report

_RATE: Final = re.compile(
    r"(?:完成|占|达到?)(?:了)?(?:全年|年度|预期|绩效|计划)*(?:目标|任务|计划)(?:任务|数|值)?的$|^[，；、]?完成率(?:为|达到?)?$|任务完成率(?:为|达到?)?$"
)
_COMPLETED: Final = re.compile(r"[，；、（]?(?:任务|计划|目标)?完成率(?:为|达到?|是)?")
_PLANNED: Final = re.compile(r"计划|目标|任务|应(?:完成|建|改)|拟")
_REACH: Final = 40  # figures back
_OFF: Final = Decimal(15)
_SLACK: Final = Decimal("0.011")


class Completion(NamedTuple):
    """完成率 that is not actual over target."""

    rate: Figure
    actual: Figure
    aim: Aim

    @property
    def due(self) -> Decimal:
        """In per cent."""
        return self.actual.value / self.aim.value * 100


def wrong_completions(group: Sequence[Report]) -> Iterator[Completion]:
    """Rates that no target of their name gives."""
    aims = [aim for report in group for aim in (*said_aims(report), *table_aims(report)) if aim.value > 0]
    for report in group:
        yield from _in_paragraph(report, aims)
        for sentence in report.prose if aims else ():
            told = report.register.in_sentence(sentence) if "%" in sentence.text else []
            for at in range(1, len(told)):
                if "分别" in told[at].words:
                    for actual, rate in _dealt(told, at):
                        yield from _compared(actual, rate, aims, dealt=True)
                else:
                    yield from _compared(told[at - 1], told[at], aims)


def _in_paragraph(report: Report, aims: list[Aim]) -> Iterator[Completion]:
    """计划改造危房120户。…完成改造114户，完成率98%: the one number that the paragraph plans, in the same unit."""
    blocks: dict[int, list[Figure]] = {}
    for sentence in report.prose:
        blocks.setdefault(id(sentence.block), []).extend(report.register.in_sentence(sentence))
    for figures in blocks.values():
        for at in range(2, len(figures)):
            actual, rate = figures[at - 1], figures[at]
            near = rate.unit == "%" and rate.sentence is actual.sentence and _COMPLETED.fullmatch(rate.words)
            if not near or not actual.number.exact or not rate.number.exact or actual.last or actual.role != "amount":
                continue
            planned = [
                f
                for f in figures[max(0, at - _REACH) : at - 1]
                if f.unit == actual.unit and f.number.exact and not f.last and _PLANNED.search(f.words)
            ]
            named = any(aim.unit == actual.unit and same_name(aim.name, actual.label) for aim in aims)
            due = actual.value / planned[0].value * 100 if planned and planned[0].value else Decimal(0)
            wrong = abs(due - rate.value) > rate.number.step / 2 + _SLACK and abs(due - rate.value) <= _OFF
            if len({f.value for f in planned}) == 1 and not named and wrong and actual.unit not in {"%", "元"}:
                goal = planned[0]
                yield Completion(rate, actual, Aim(goal.label, goal.value, goal.unit, goal.shown, goal.place()))


def _dealt(told: Sequence[Figure], at: int) -> Iterator[tuple[Figure, Figure]]:
    """新建6处、改造4处，分别完成目标的100%、80%: rates in the order of the amounts."""
    run = [told[at]]
    for figure in told[at + 1 :]:
        if figure.unit != "%" or figure.words.strip("、和及与，") != "":
            break
        run.append(figure)
    actuals = [figure for figure in told[:at] if figure.unit != "%"][-len(run) :]
    if len(actuals) == len(run) > 1:
        yield from zip(actuals, run, strict=True)


def _compared(actual: Figure, rate: Figure, aims: list[Aim], *, dealt: bool = False) -> Iterator[Completion]:
    plain = actual.number.exact and rate.number.exact and actual.key and actual.role == "amount" and not actual.last
    if not plain or rate.unit != "%" or actual.unit == "%" or not (dealt or _RATE.search(rate.words)):
        return
    named = [aim for aim in aims if aim.unit == actual.unit and same_name(aim.name, actual.label)]
    step = rate.number.step / 2 + _SLACK
    found = [Completion(rate, actual, aim) for aim in named]
    if found and not any(abs(each.due - rate.value) <= step for each in found):
        yield found[0]
