"""F03 支出≤到位（＋结转） (预算法；财预〔2013〕53号): no more is spent than was there to spend.

The whole of a funds table, every row of a table of data that tells what arrived and what was spent, and a sentence that tells both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks.params import expression
from crosschecks.reports.funds import FundsTable
from crosschecks.reports.stages import stage_of
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Report, Sentence, Severity, plain

_WAN: Final = Decimal(10_000)
_TOLERANCE: Final = Decimal(500)  # yuan
_OTHER_MONEY: Final = re.compile(r"结转|上年|垫付|垫支|自筹|统筹|借款|欠|收回|调剂|其他资金")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: what was spent, what arrived, and what last year left (none: the form does not ask)."""

    spent: Expression
    received: Expression
    carried: Expression | None = None


def check(context: Context, params: Params) -> Iterator[Found]:
    """Spent against what was there, once all of it is known."""
    spent, received = context.number(params.spent), context.number(params.received)
    carried = Decimal(0) if params.carried is None else context.number(params.carried)
    if spent is not None and received is not None and carried is not None:
        asked = (params.spent, params.received, *([params.carried] if params.carried is not None else []))
        yield from _compared(spent, received + carried, tuple(p for one in asked for p in context.places(one)), "")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Tables and sentences of every report."""
    for report in dossier.reports:
        for funds in report.funds:
            yield from _whole(funds)
        for funds in report.ledgers[len(report.funds) :]:
            yield from _rows(funds)
        yield from _apart(report)
        for sentence in report.sentences:
            if "到位" in sentence.text and not _OTHER_MONEY.search(sentence.text):
                yield from _sentence(report, sentence)


def _whole(funds: FundsTable) -> Iterator[Found]:
    """Against what arrived, else the adjusted budget; a total that already holds the carry-over is enough by itself."""
    spent = funds.overall("spent")
    base = next((stage for stage in ("received", "adjusted") if funds.overall(stage)), "")
    had = funds.overall(base) if base else None
    if spent is None or had is None or not had[0]:
        return
    carried = sum(
        (funds.amount(row, base) or Decimal(0) for row in funds.sources if "结转" in row.source and had[1][0].is_all),
        Decimal(0),
    )
    # What last year left was spent besides what arrived this year.
    carried += sum((funds.amount(row, "spent") or Decimal(0) for row in spent[1] if "结转" in row.source), Decimal(0))
    places = (*(funds.place(row, "spent") for row in spent[1]), *(funds.place(row, base) for row in had[1]))
    yield from _compared(spent[0], had[0] + carried, places, "")


def _rows(funds: FundsTable) -> Iterator[Found]:
    if any(_OTHER_MONEY.search(cell.flat) for cell in funds.grid.rows[min(c.row for c in funds.header.values())]):
        return
    for row in funds.rows:
        received, spent = funds.amount(row, "received"), funds.amount(row, "spent")
        if received and spent is not None:
            places = (funds.place(row, "spent"), funds.place(row, "received"))
            yield from _compared(spent, received, places, row.source)


def _apart(report: Report) -> Iterator[Found]:
    """The one amount that arrived and the one that was spent, told in different sentences."""
    if any(
        _OTHER_MONEY.search(sentence.text)
        for sentence in report.prose
        if "支出" in sentence.text or "到位" in sentence.text
    ):
        return
    told = [
        (figure, stage.name)
        for figure in report.register.by_unit.get("元", ())
        if figure.sentence.cell is None and figure.number.exact and (stage := stage_of(figure)) and not stage.scope
    ]
    received, spent = ([figure for figure, name in told if name == wanted] for wanted in ("received", "spent"))
    alone = len({figure.value for figure in received}) == len({figure.value for figure in spent}) == 1
    if alone and received[0].sentence is not spent[0].sentence:
        yield from _compared(spent[0].value, received[0].value, (spent[0].place(), received[0].place()), "")


def _sentence(report: Report, sentence: Sentence) -> Iterator[Found]:
    told = [(f, stage) for f in report.register.in_sentence(sentence) if (stage := stage_of(f)) and f.number.exact]
    received = [f for f, stage in told if stage.name == "received" and not stage.scope]
    spent = [f for f, stage in told if stage.name == "spent" and not stage.scope]
    if len(received) == len(spent) == 1:
        yield from _compared(spent[0].value, received[0].value, (spent[0].place(), received[0].place()), "")


def _compared(spent: Decimal, had: Decimal, places: tuple[Place, ...], name: str) -> Iterator[Found]:
    if had and spent > had + _TOLERANCE:
        yield Found(
            f"{name}支出{plain(spent / _WAN)}万元大于可用资金{plain(had / _WAN)}万元。",
            f"{plain(spent / _WAN)}＞{plain(had / _WAN)}，超出{plain((spent - had) / _WAN)}",
            places,
            "请核对支出与到位资金；使用上年结转的，写明结转金额",
        )


KIND = Kind(
    "F03",
    "支出≤到位",
    Severity.ERROR,
    "预算法；财预〔2013〕53号",
    Params,
    {"spent": expression, "received": expression, "carried": expression},
    check,
    frozenset({"spent", "received"}),
    paper=check_paper,
)
