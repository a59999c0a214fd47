"""F06 到位率 (财预〔2013〕53号): the share that arrived is received over planned.

A rate in prose is compared with the amounts of its sentence, else with the report's funds table. Where a table tells only what was
issued, the contradiction is sure when the score table took points off 资金到位率; otherwise it is hinted at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.kinds.stated_rate import rate_kind
from crosschecks.reports.funds import STAGE_NAMES, FundRow, FundsTable
from crosschecks.reports.rates_told import told_rates
from crosschecks.reports.stages import ARRIVED, BUDGETS, Rate, wrong_rates
from crosschecks.rule import Dossier, Figure, Found, Profile, Report, Severity, plain
from values.rounding import round_half_up

_RATE: Final = re.compile(r"到位率$")
_TOLD: Final = re.compile(r"到位率(?:为|是|达到?|：)?$")
_NAMED: Final = re.compile(r"(?:预算|资金|总体|总|项目)*(?:到位|到账)率(?:（[^（）]*）)?(?:为|是|达到?|约|：|“)*$")
_PLANS: Final = ("planned", "adjusted", "initial")
_BASES: Final = ("planned", "initial", "adjusted")
_WAN: Final = Decimal(10_000)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rates in prose against the figures of their sentence or of the table."""
    for group in dossier.groups:
        tables = [funds for report in group for funds in report.funds]
        deducted = any(_deducted(report) for report in group)
        for report in group:
            beside = [
                rate for s in report.sentences for rate in wrong_rates(s, report.register, _TOLD, ARRIVED, BUDGETS)
            ]
            known = {id(rate.rate) for rate in beside}
            beside += told_rates(report, _NAMED, tuple(ARRIVED), _PLANS, known)
            yield from map(_beside, beside)
            yield from (found for funds in report.ledgers for row in funds.rows for found in _row(funds, row))
            told = {id(rate.rate) for rate in beside}
            for rate in report.register.figures:
                if rate.unit == "%" and _RATE.search(rate.label) and rate.number.exact and not rate.last:
                    yield from () if id(rate) in told else _compared(rate, tables, deducted=deducted)


def _beside(found: Rate) -> Found:
    """A rate beside its own amounts in a sentence."""
    due = plain(round_half_up(found.due))
    return Found(
        f"资金到位率应为{due}%，写{found.rate.shown}。",
        f"{plain(found.part.number.written)}÷{plain(found.whole.value / found.part.number.scale)}＝{due}%",
        (found.rate.place(), found.part.place(), found.whole.place()),
        f"请核对计划与到位资金，或将{found.rate.shown}改为{due}%",
    )


def _row(funds: FundsTable, row: FundRow) -> Iterator[Found]:
    """A rate in a row of a table."""
    cell = row.cells.get("received_rate")
    stage = next((stage for stage in ("received", "issued") if funds.written(row, stage) is not None), "")
    base = next((stage for stage in _BASES if funds.written(row, stage)), "")
    arrived, planned = (funds.written(row, name) if name else None for name in (stage, base))
    if cell is None or cell.parsed.value is None or arrived is None or not planned:
        return
    due = arrived / planned * 100
    if not (cell.parsed.unit == "%" or "%" in funds.header["received_rate"].flat):
        return  # a fraction, or nobody says what
    exponent = cell.parsed.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    if abs(due - cell.parsed.value) > max(step / 2, Decimal("0.01")):
        yield Found(
            f"{row.source or '资金'}到位率应为{plain(round_half_up(due))}%，填报{cell.flat}。",
            f"{plain(arrived)}÷{plain(planned)}＝{plain(round_half_up(due))}%",
            (funds.place(row, "received_rate"), funds.place(row, stage), funds.place(row, base)),
            f"请核对资金数，或将到位率改为{plain(round_half_up(due))}%",
        )


def _deducted(report: Report) -> bool:
    """Did the score table take points off 资金到位率?"""
    rows = (row for table in report.indicators for row in table.lines if _RATE.search(row.name))
    return any((row.number("score") or Decimal(0)) < (row.number("weight") or Decimal(0)) for row in rows)


def _compared(rate: Figure, tables: list[FundsTable], *, deducted: bool) -> Iterator[Found]:
    for funds in tables:
        planned = next((whole for stage in _BASES if (whole := funds.overall(stage))), None)
        stage = next((stage for stage in ("received", "issued") if funds.overall(stage)), "")
        arrived = funds.overall(stage) if stage else None
        if planned is None or arrived is None or not planned[0]:
            continue
        due = arrived[0] / planned[0] * 100
        if abs(due - rate.value) <= max(rate.number.step / 2, Decimal("0.01")):
            continue
        base = next(s for s in _BASES if funds.overall(s))
        yield Found(
            f"资金到位率应为{plain(round_half_up(due))}%，正文写{rate.shown}。",
            f"{plain(arrived[0] / _WAN)}万元（{STAGE_NAMES[stage]}）÷{plain(planned[0] / _WAN)}万元（{STAGE_NAMES[base]}）＝{plain(round_half_up(due))}%",
            (
                rate.place(),
                *(funds.place(row, stage) for row in arrived[1]),
                *(funds.place(row, base) for row in planned[1]),
            ),
            "请核对计划与到位资金，使文字与表格一致",
            None if stage == "received" or deducted else Severity.WARNING,
        )


KIND = rate_kind("F06", "到位率", "财预〔2013〕53号", check_paper)
