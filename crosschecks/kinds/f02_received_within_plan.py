"""F02 到位≤计划 (财预〔2013〕53号 资金到位率): more received than planned needs the paper that added it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.stages import stage_of, together
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Report, Sentence, Severity, plain

_WAN: Final = Decimal(10_000)
_TOLERANCE: Final = Decimal(100)  # yuan
_EXPLAINED: Final = re.compile("追加|增加|结转|上年|超收|利息")


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


KIND = Kind("F02", "到位≤计划", Severity.WARNING, "财预〔2013〕53号", paper=check_paper)
