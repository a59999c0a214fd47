"""T09 同比 (决算说明): the change of an amount over last year agrees with its rate, with last year's amount, and with its parts.

减少414.08万元，下降23.97% holds when 414.08 is 23.97 % of last year (this year plus the decrease). Where 三公经费 is told as a whole and by
its three parts, the change of the whole is the change of the parts, those that stayed the same counting nothing. Which amount of a long sentence
the change is of may be read in more than one way; it is told only when it agrees with none.

Form half: last year's figure as typed agrees with last year's own facts (决算说明的同比 [种]).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from blueprints.concepts import PRIOR
from blueprints.schema import Derived
from crosschecks.params import number
from crosschecks.reports.changes import (
    Change,
    against_plan,
    amount_due,
    changes_of,
    opposed,
    rate_due,
    readings,
    turned,
)
from crosschecks.reports.matrix import Matrix
from crosschecks.reports.table_changes import WrongChange, wrong_changes
from crosschecks.reports.words import FALL_FLAT
from crosschecks.rule import Context, Dossier, Figure, Found, Kind, Profile, Report, Severity, plain
from crosschecks.wording import money, money_unit_yuan
from values.rounding import round_half_up

_THREE: Final = re.compile(r"三公")
_PARTS: Final = (re.compile("因公出国"), re.compile("公务用车(?!购置支出|运行维护费支出?0)"), re.compile("公务接待"))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Changes of every report."""
    for report in dossier.reports:
        told = [change for change in changes_of(report) if change.exact]
        for change in told:
            if not any(_agrees(other) for other in readings(change, report.register)):
                yield from _faulty(change)
        yield from _three_publics(report, told)
        for sentence in report.sentences:
            yield from (_opposed(*pair) for pair in opposed(sentence, report.register))
            yield from (_against_plan(*told) for told in against_plan(sentence, report.register))
        for matrix in report.matrices:
            yield from (_in_table(matrix, wrong) for wrong in wrong_changes(matrix))


def _opposed(amount: Figure, rate: Figure) -> Found:
    """An amount that goes up at a rate that goes down."""
    return Found(
        f"增减方向不一致：{_told(amount)}，却{'下降' if rate.down else '增长'}{rate.shown}。",
        f"{_told(amount)}；{'下降' if rate.down else '增长'}{rate.shown}",
        (rate.place(), amount.place()),
        "请核对本年数与上年数，将增减的方向改为一致",
    )


def _against_plan(gap: Figure, budget: Figure, spent: Figure) -> Found:
    """比预算数多7.20万元."""
    scale = gap.number.scale
    due = (spent.value - budget.value) / scale
    return Found(
        f"{spent.shown}比{budget.shown}{'少' if due < 0 else '多'}{plain(abs(due))}{gap.number.label_unit}，写“{gap.words.strip('，、')}{gap.shown}”。",
        f"{plain(spent.value / scale)}－{plain(budget.value / scale)}＝{plain(due)}",
        (gap.place(), spent.place(), budget.place()),
        "请核对预算数、实际数和差额的方向",
    )


def _in_table(matrix: Matrix, wrong: WrongChange) -> Found:
    """A row of a table of two years."""
    due = plain(round_half_up(wrong.due))
    last, this, shown = (wrong.row.cells[column.index].flat for column in (wrong.last, wrong.this, wrong.column))
    return Found(
        f"“{wrong.row.name}”{wrong.column.name}应为{due}，填{shown}。",
        f"上年{last}，本年{this}，{wrong.column.name}＝{due}",
        tuple(matrix.place(wrong.row, column) for column in (wrong.column, wrong.this, wrong.last)),
        "请核对本年数、上年数和增减",
    )


def _agrees(change: Change) -> bool:
    return not (_rate(change) or _amount(change))


def _faulty(change: Change) -> list[Found]:
    """Where the rate is what both years make it, it is the amount of the change that is wrong."""
    amount = _amount(change)
    if amount and change.rate is not None and not _rate(replace(change, amount=None)):
        return amount
    return _rate(change) or amount


def _name(*figures: Figure | None) -> str:
    """What the change is of, in quotes; nothing when no figure has a name."""
    label = next((figure.label for figure in figures if figure is not None and figure.label), "")
    return f"“{label}”" if label else ""


def _rate(change: Change) -> list[Found]:
    """The rate against amount and base."""
    rate, due = change.rate, rate_due(change)
    if rate is None or due is None:
        return []
    if abs(due[1] - rate.value) <= due[2] + rate.number.step / 2:
        return [_direction(change, rate)] if turned(change) else []
    last, share, _ = due
    told = [figure for figure in (change.amount, change.current, change.prior) if figure is not None]
    scale = told[-1].number.scale
    gap = abs(change.signed if change.signed is not None else last - told[0].value)
    base = (
        f"上年{plain(last / scale)}"
        if change.prior is not None
        else f"上年＝{plain(told[-1].number.written)}{'＋' if change.down else '－'}{plain(gap / scale)}＝{plain(last / scale)}"
    )
    return [
        Found(
            f"{_name(change.current, change.prior, rate)}同比应{'下降' if change.down else '增长'}{plain(round_half_up(share))}%，写{rate.shown}。",
            f"{base}；{plain(gap / scale)}÷{plain(last / scale)}＝{plain(round_half_up(share))}%",
            (rate.place(), *(figure.place() for figure in told)),
            "请核对增减额、增减率和上年数",
        )
    ]


def _direction(change: Change, rate: Figure) -> Found:
    """The rate is right and goes the other way."""
    current, prior = change.current, change.prior
    assert current is not None  # noqa: S101 - of turned changes both are known
    assert prior is not None  # noqa: S101
    return Found(
        f"由{prior.shown}到{current.shown}是{'增长' if rate.down else '下降'}，写作{'下降' if rate.down else '增长'}{rate.shown}。",
        f"{plain(current.value / prior.number.scale)}－{plain(prior.value / prior.number.scale)}＝{plain((current.value - prior.value) / prior.number.scale)}",
        (rate.place(), current.place(), prior.place()),
        "请核对本年数与上年数，将增减的方向改为一致",
    )


def _amount(change: Change) -> list[Found]:
    """The change against both amounts."""
    due = amount_due(change)
    amount, current, prior = change.amount, change.current, change.prior
    if due is None or amount is None or current is None or prior is None:
        return []
    scale = amount.number.scale
    return [
        Found(
            f"{_name(current, prior, amount)}同比应{'减少' if due < 0 else '增加'}{plain(abs(due) / scale)}{amount.number.label_unit}，写{amount.shown}。",
            f"{plain(current.value / scale)}－{plain(prior.value / scale)}＝{plain(due / scale)}，写{_told(amount)}",
            (amount.place(), current.place(), prior.place()),
            "请核对本年数、上年数和增减额",
        )
    ]


# --- 三公经费 ---


def _three_publics(report: Report, changes: list[Change]) -> Iterator[Found]:
    whole = next((c for c in changes if c.amount is not None and _THREE.search(c.sentence.text) and _is_whole(c)), None)
    if whole is None or whole.signed is None or whole.amount is None:
        return
    parts: list[Change] = []
    flat = 0
    for pattern in _PARTS:
        found = next((c for c in changes if c.amount is not None and c is not whole and _subject(c, pattern)), None)
        if found is not None:
            parts.append(found)
        else:
            flat += any(pattern.search(s.text) and FALL_FLAT.search(s.text) for s in report.sentences)
    signed = [part.signed for part in parts if part.signed is not None]
    if not parts or len(parts) + flat < len(_PARTS) or sum(signed) == whole.signed:
        return
    figures = [part.amount for part in parts if part.amount is not None]
    scale = whole.amount.number.scale
    yield Found(
        f"“三公”经费合计{_told(whole.amount)}，分项合计{plain(abs(sum(signed, Decimal(0))) / scale)}万元，增减额不一致。",
        f"{'＋'.join(plain(value / scale) for value in signed)}＝{plain(sum(signed, Decimal(0)) / scale)}，合计{plain(whole.signed / scale)}",
        (whole.amount.place(), *(figure.place() for figure in figures)),
        "请核对“三公”经费合计与各分项的上年数",
    )


def _told(figure: Figure) -> str:
    return f"{'减少' if figure.down else '增加'}{figure.shown}"


def _is_whole(change: Change) -> bool:
    """The sentence speaks of 三公 and of none of its parts before the change."""
    assert change.amount is not None  # noqa: S101 - asked by the caller
    return not any(pattern.search(change.sentence.text[: change.amount.number.start]) for pattern in _PARTS)


def _subject(change: Change, pattern: re.Pattern[str]) -> bool:
    assert change.amount is not None  # noqa: S101 - asked by the caller
    text = change.sentence.text[: change.amount.number.start]
    own = text[max(text.rfind("；"), text.rfind("其中")) + 1 :]  # several parts may stand in one sentence
    last = [match.end() for match in pattern.finditer(own)][-1:]
    return bool(last) and not any(other.search(own, last[0]) for other in _PARTS if other is not pattern)


# --- the form half ---


@dataclass(frozen=True, slots=True)
class Params:
    """参数: tolerance in the form's unit."""

    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Every amount of the year before that the unit may type itself; without facts of that year there is nothing to say."""
    for derived in context.blueprint.derived:
        if derived.filed and derived.shape == "money" and any(p.startswith(PRIOR) for p in derived.value.paths):
            yield from _compare(context, params, derived)


def _compare(context: Context, params: Params, derived: Derived) -> Iterator[Found]:
    typed, known = context.view.filed_number(derived.key), context.view.derived_number(derived.key)
    form = context.blueprint
    if typed is None or known is None or abs(typed - known) <= params.tolerance * money_unit_yuan(form):
        return
    yield Found(
        f"{derived.label}填{money(typed, form)}，上年填报的是{money(known, form)}。",
        f"{money(typed, form)}≠{money(known, form)}",
        (context.place(f"figure.{derived.key}"),),
        "请与上年决算核对；一致的可以清空，系统按上年填报的数计算",
        severity=Severity.WARNING,
    )


KIND = Kind(
    "T09",
    "同比",
    Severity.ERROR,
    "决算说明",
    Params,
    {"tolerance": number},
    check,
    paper=check_paper,
)
