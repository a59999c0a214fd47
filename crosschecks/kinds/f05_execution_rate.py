"""F05 执行率 (财预〔2020〕10号附件1): a rate of execution is spent over budget.

On paper: the rate column of funds tables, and 预算a万元，执行b万元，执行率p% (or 完成预算的p%) in a sentence, in whatever order. Whatever base the figures allow is accepted
(调整后, 年初, 到位); 0 over 0 shown as 0.00% is what systems print and no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.kinds.f21_standard_times_number import equation_found
from crosschecks.kinds.stated_rate import rate_kind
from crosschecks.reports.equations import wrong_equations
from crosschecks.reports.funds import STAGE_NAMES, FundRow, FundsTable
from crosschecks.reports.rates_apart import Apart, rates_apart
from crosschecks.reports.rates_told import told_rates
from crosschecks.reports.stages import ARRIVED, BUDGETS, SPENT, Rate, wrong_rates
from crosschecks.rule import Dossier, Found, Profile, plain
from values.rounding import round_half_up

_RATE: Final = re.compile(
    r"(?:(?:执行|支出|支付|使用)(?:率|进度)|预算完成率)(?:为|是|达到?|：)?$|(?:完成|占)(?:年初|全年|调整后?|本年)?预算(?:数|金额)?的$"
)
_NAMED: Final = re.compile(
    r"(?:预算|资金|部门|总体|总|整体|全年|经费)*(?:执行|支出|支付|使用|拨付)(?:率|进度)(?:（[^（）]*）)?(?:为|是|仅|达到?|约|：|完成|的|“)*$"
)
_WHOLES: Final = ("adjusted", "initial", "planned", "issued", "received", "income")
_BASES: Final = ("adjusted", "initial", "planned", "received")
_LEAST: Final = Decimal("0.01")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Tables and prose of every report."""
    for report in dossier.reports:
        for funds in report.ledgers:
            for row in funds.rows:
                yield from _row(funds, row)
        beside = [
            rate
            for sentence in report.sentences
            if "%" in sentence.text
            for rate in wrong_rates(sentence, report.register, _RATE, SPENT, BUDGETS | ARRIVED)
        ]
        yield from map(_told, beside)
        known = {id(rate.rate) for rate in beside}
        told = list(told_rates(report, _NAMED, ("spent",), _WHOLES, known))
        yield from map(_told, told)
        yield from map(_apart, rates_apart(report, known | {id(rate.rate) for rate in told}))
        yield from (
            equation_found(wrong)
            for sentence in report.sentences
            for wrong in wrong_equations(sentence)
            if wrong.kind == "quotient"
            and re.search("执行|支出|支付", sentence.text[max(0, wrong.start - 24) : wrong.start])
        )


def _row(funds: FundsTable, row: FundRow) -> Iterator[Found]:
    cell = row.cells.get("rate")
    stated, spent = (cell.parsed.value if cell else None), funds.written(row, "spent")
    bases = [(stage, base) for stage in _BASES if (base := funds.written(row, stage))]
    initial, change = funds.written(row, "initial"), funds.written(row, "change")
    if initial is not None and change and initial + change:
        bases.insert(0, ("initial", initial + change))
    if cell is None or stated is None or spent is None or not bases:
        return
    shown = stated if cell.parsed.unit == "%" or stated > 2 else stated * 100
    step = _step(cell.parsed.value, percent=cell.parsed.unit == "%" or stated > 2)
    if any(abs(spent / base * 100 - shown) <= max(step / 2, _LEAST) for _, base in bases):
        return
    stage, base = bases[0]
    due = round_half_up(spent / base * 100)
    yield Found(
        f"{row.source or '总额'}执行率应为{plain(due)}%，填报{plain(shown)}%。",
        f"{plain(spent)}÷{plain(base)}（{STAGE_NAMES[stage]}）＝{plain(due)}%",
        (funds.place(row, "rate"), funds.place(row, "spent"), funds.place(row, stage)),
        f"请核对资金数，或将执行率改为{plain(due)}%",
    )


def _step(value: Decimal | None, *, percent: bool) -> Decimal:
    exponent = value.as_tuple().exponent if value is not None else 0
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return step if percent else step * 100


def _told(found: Rate) -> Found:
    due = plain(round_half_up(found.due))
    return Found(
        f"“{found.rate.label}”应为{due}%，写{found.rate.shown}。",
        f"{plain(found.part.number.written)}÷{plain(found.whole.value / found.part.number.scale)}＝{due}%",
        (found.rate.place(), found.part.place(), found.whole.place()),
        f"请核对资金数，或将{found.rate.shown}改为{due}%",
    )


def _apart(found: Apart) -> Found:
    """Its amounts stand elsewhere."""
    due, wan = plain(round_half_up(found.due)), Decimal(10_000)
    return Found(
        f"“{found.rate.label}”应为{due}%，写{found.rate.shown}。",
        f"{plain(found.part / wan)}万元÷{plain(found.whole / wan)}万元＝{due}%",
        found.places,
        f"请核对资金数，或将{found.rate.shown}改为{due}%",
    )


KIND = rate_kind("F05", "执行率", "财预〔2020〕10号附件1", check_paper)
