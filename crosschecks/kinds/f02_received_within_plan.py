"""F02 到位≤计划 (财预〔2013〕53号 资金到位率): more received than planned needs the paper that added it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from blueprints.expressions import Expression
from crosschecks.params import expression, text
from crosschecks.reports.stages import stage_of, together
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Report, Sentence, Severity, plain
from values.blank import is_blank

_WAN: Final = Decimal(10_000)
_TOLERANCE: Final = Decimal(100)  # yuan
_EXPLAINED: Final = re.compile("追加|增加|结转|上年|超收|利息")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: planned and received; path of the words that explain more."""

    planned: Expression
    received: Expression
    reason: str = ""


def check(context: Context, params: Params) -> Iterator[Found]:
    """Received against planned, once both are known and nothing explains them."""
    planned, received = context.number(params.planned), context.number(params.received)
    explained = params.reason and not is_blank(context.book.raw(params.reason))
    if planned is not None and received is not None and not explained:
        told = (context.place(params.reason),) if params.reason else ()
        places = (*context.places(params.received), *context.places(params.planned), *told)
        yield from _compared(planned, received, places)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Funds tables and sentences that tell both; a budget adjusted upwards has its own reason (F13)."""
    for report in dossier.reports:
        for funds in report.funds:
            planned, received = funds.overall("planned"), funds.overall("received")
            if planned is not None and received is not None:
                places = (
                    *(funds.place(row, "received") for row in received[1]),
                    *(funds.place(row, "planned") for row in planned[1]),
                )
                yield from _compared(planned[0], received[0], places)
        for sentence in report.sentences:
            if "到位" in sentence.text and not _EXPLAINED.search(sentence.text):
                yield from _sentence(report, sentence)


def _sentence(report: Report, sentence: Sentence) -> Iterator[Found]:
    told = [(f, stage) for f in report.register.in_sentence(sentence) if (stage := stage_of(f)) and f.number.exact]
    planned = [(f, stage) for f, stage in told if stage.name == "planned"]
    received = [(f, stage) for f, stage in told if stage.name == "received"]
    if len(planned) == len(received) == 1 and together(planned[0][1], received[0][1]):
        (plan, _), (got, _) = planned[0], received[0]
        yield from _compared(plan.value, got.value, (got.place(), plan.place()))


def _compared(planned: Decimal, received: Decimal, places: tuple[Place, ...]) -> Iterator[Found]:
    if planned and received - planned > _TOLERANCE:
        yield Found(
            f"到位{plain(received / _WAN)}万元大于计划{plain(planned / _WAN)}万元，请说明追加依据。",
            f"{plain(received / _WAN)}＞{plain(planned / _WAN)}，超出{plain((received - planned) / _WAN)}",
            places,
            "请核对两数，或写明追加的文件和金额",
        )


KIND = Kind(
    "F02",
    "到位≤计划",
    Severity.WARNING,
    "财预〔2013〕53号",
    Params,
    {"planned": expression, "received": expression, "reason": text},
    check,
    frozenset({"planned", "received"}),
    paper=check_paper,
)
