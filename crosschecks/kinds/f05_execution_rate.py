"""F05 执行率 (财预〔2020〕10号附件1): a rate of execution is spent over budget.

On paper: the rate column of funds tables, and 预算a万元，执行b万元，执行率p% in a sentence. Whatever base the figures allow is accepted
(调整后, 年初, 到位); 0 over 0 shown as 0.00% is what systems print and no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.kinds.stated_rate import rate_kind
from crosschecks.reports.funds import STAGE_NAMES, FundRow, FundsTable
from crosschecks.rule import Dossier, Figure, Found, Profile, Report, Sentence, plain
from values.rounding import round_half_up

_RATE: Final = re.compile(r"(?:执行率|支出率|支付率|使用率|执行进度|支出进度|完成率)$")
_SPENT: Final = re.compile(r"执行|支出|使用|支付|完成|拨付")
_BASES: Final = ("adjusted", "initial", "planned", "received")
_LEAST: Final = Decimal("0.01")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Tables and prose of every report."""
    for report in dossier.reports:
        for funds in report.funds:
            for row in funds.rows:
                yield from _row(funds, row)
        for sentence in report.sentences:
            if "率" in sentence.text or "进度" in sentence.text:
                yield from _sentence(report, sentence)


def _row(funds: FundsTable, row: FundRow) -> Iterator[Found]:
    cell = row.cells.get("rate")
    stated, spent = (cell.parsed.value if cell else None), funds.written(row, "spent")
    bases = [(stage, base) for stage in _BASES if (base := funds.written(row, stage))]
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


def _sentence(report: Report, sentence: Sentence) -> Iterator[Found]:
    """The two amounts before a rate, the second of them spent."""
    figures = report.register.in_sentence(sentence)
    begin = 0
    for at, rate in enumerate(figures):
        if rate.unit != "%" or not _RATE.search(rate.label):
            continue
        amounts = [f for f in figures[begin:at] if f.number.is_money and f.role == "amount"]
        begin = at + 1
        if len(amounts) == 2 and _SPENT.search(amounts[1].label) and not _SPENT.search(amounts[0].label):
            yield from _told(amounts[0], amounts[1], rate)


def _told(budget: Figure, spent: Figure, rate: Figure) -> Iterator[Found]:
    if not (budget.value and budget.number.exact and spent.number.exact and rate.number.exact):
        return
    due = spent.value / budget.value * 100
    slack = (spent.number.step + budget.number.step) / 2 / budget.value * 100
    if abs(due - rate.value) <= max(rate.number.step / 2, _LEAST) + slack:
        return
    yield Found(
        f"“{rate.label}”应为{plain(round_half_up(due))}%，写{rate.shown}。",
        f"{plain(spent.number.written)}÷{plain(budget.value / spent.number.scale)}＝{plain(round_half_up(due))}%",
        (rate.place(), spent.place(), budget.place()),
        f"请核对资金数，或将{rate.shown}改为{plain(round_half_up(due))}%",
    )


KIND = rate_kind("F05", "执行率", "财预〔2020〕10号附件1", check_paper)
