"""F02 到位≤计划 (财预〔2013〕53号 资金到位率): more received than planned needs the paper that added it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.rule import Dossier, Found, Kind, Profile, Severity, plain

_WAN: Final = Decimal(10_000)
_TOLERANCE: Final = Decimal(100)  # yuan


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Funds tables that tell both; a budget adjusted upwards has its own reason (F13)."""
    for report in dossier.reports:
        for funds in report.funds:
            planned, received = funds.overall("planned"), funds.overall("received")
            if planned is None or received is None or received[0] - planned[0] <= _TOLERANCE:
                continue
            yield Found(
                f"到位{plain(received[0] / _WAN)}万元大于计划{plain(planned[0] / _WAN)}万元，请说明追加依据。",
                f"{plain(received[0] / _WAN)}＞{plain(planned[0] / _WAN)}",
                (
                    *(funds.place(row, "received") for row in received[1]),
                    *(funds.place(row, "planned") for row in planned[1]),
                ),
                "请核对两数，或写明追加的文件和金额",
            )


KIND = Kind("F02", "到位≤计划", Severity.WARNING, "财预〔2013〕53号", paper=check_paper)
