"""T09 同比 (决算说明): the change of an amount over last year agrees with its rate, with last year's amount, and with its parts.

减少414.08万元，下降23.97% holds when 414.08 is 23.97 % of last year (this year plus the decrease). Where 三公经费 is told as a whole and by
its three parts, the change of the whole is the change of the parts, those that stayed the same counting nothing.

Form half: last year's figure as typed agrees with last year's own facts (决算说明的同比 [种]).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.concepts import PRIOR
from blueprints.schema import Derived
from crosschecks.params import number
from crosschecks.reports.words import CHANGE, FALL_FLAT, LAST_YEAR
from crosschecks.rule import Context, Dossier, Figure, Found, Kind, Profile, Report, Sentence, Severity, plain
from crosschecks.wording import money, money_unit_yuan
from values.rounding import round_half_up

_PRIOR: Final = re.compile(r"(?:与|比|较)(?:(?:19|20)\d{2}年度?|上年|上一年|去年|上年度|年初)|同比|上年")
_THREE: Final = re.compile(r"三公")
_PARTS: Final = (re.compile("因公出国"), re.compile("公务用车(?!购置支出|运行维护费支出?0)"), re.compile("公务接待"))


@dataclass(frozen=True)
class _Change:
    """One change told: signed amount, signed rate in percent, the amount of this year where it is told."""

    sentence: Sentence
    amount: Figure | None
    rate: Figure | None
    current: Figure | None

    @property
    def signed(self) -> Decimal | None:
        if self.amount is None:
            return None
        return -self.amount.value if self.amount.down else self.amount.value


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Changes of every report."""
    for report in dossier.reports:
        changes = [change for sentence in report.sentences for change in _changes(report, sentence)]
        for change in changes:
            yield from _rate(change)
        yield from _three_publics(report, changes)


def _changes(report: Report, sentence: Sentence) -> Iterator[_Change]:
    if not _PRIOR.search(sentence.text) or not CHANGE.search(sentence.text):
        return
    figures = [figure for figure in report.register.in_sentence(sentence) if figure.role == "change"]
    at = 0
    while at < len(figures):
        first = figures[at]
        second = figures[at + 1] if at + 1 < len(figures) else None
        if first.unit != "%" and second is not None and second.unit == "%" and first.down == second.down:
            yield _Change(sentence, first, second, _current(first))
            at += 2
        else:
            yield _Change(
                sentence,
                None if first.unit == "%" else first,
                first if first.unit == "%" else None,
                _current(first),
            )
            at += 1


def _current(change: Figure) -> Figure | None:
    """This year's amount: the one the change speaks of."""
    owner = change.owner
    if owner is None or owner.unit not in {"元", "人", "人次", "户", "个"} or LAST_YEAR.search(owner.label):
        return None
    return owner


def _rate(change: _Change) -> Iterator[Found]:
    """The rate against amount and base."""
    amount, rate, current, signed = change.amount, change.rate, change.current, change.signed
    if amount is None or rate is None or current is None or signed is None or amount.unit != current.unit:
        return
    if not (amount.number.exact and rate.number.exact and current.number.exact):
        return
    last = current.value - signed
    if last <= 0:
        return
    due = abs(signed) / last * 100
    slack = (
        rate.number.step / 2
        + (amount.number.step / 2 / last + abs(signed) * (current.number.step + amount.number.step) / 2 / last / last)
        * 100
    )
    if abs(due - rate.value) <= max(slack, Decimal("0.01")):
        return
    word = "下降" if amount.down else "增长"
    yield Found(
        f"“{current.label}”同比应{word}{plain(round_half_up(due))}%，写{rate.shown}。",
        f"上年＝{plain(current.number.written)}{'＋' if amount.down else '－'}{plain(amount.value / current.number.scale)}"
        f"＝{plain(last / current.number.scale)}；{plain(amount.value / current.number.scale)}÷{plain(last / current.number.scale)}"
        f"＝{plain(round_half_up(due))}%",
        (rate.place(), amount.place(), current.place()),
        "请核对增减额、增减率和上年数",
    )


# --- 三公经费 ---


def _three_publics(report: Report, changes: list[_Change]) -> Iterator[Found]:
    whole = next((c for c in changes if c.amount is not None and _THREE.search(c.sentence.text) and _is_whole(c)), None)
    if whole is None or whole.signed is None or whole.amount is None:
        return
    parts: list[_Change] = []
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


def _is_whole(change: _Change) -> bool:
    """The sentence speaks of 三公 and of none of its parts before the change."""
    assert change.amount is not None  # noqa: S101 - asked by the caller
    return not any(pattern.search(change.sentence.text[: change.amount.number.start]) for pattern in _PARTS)


def _subject(change: _Change, pattern: re.Pattern[str]) -> bool:
    assert change.amount is not None  # noqa: S101 - asked by the caller
    return bool(pattern.search(change.sentence.text[: change.amount.number.start]))


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
