"""F03 支出≤到位（＋结转） (预算法；财预〔2013〕53号): no more is spent than was there to spend."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.funds import FundsTable
from crosschecks.rule import Dossier, Found, Kind, Profile, Severity, plain

_WAN: Final = Decimal(10_000)
_TOLERANCE: Final = Decimal(500)  # yuan


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Funds tables that tell what arrived, else the adjusted budget."""
    for report in dossier.reports:
        for funds in report.funds:
            yield from _table(funds)


def _table(funds: FundsTable) -> Iterator[Found]:
    spent = funds.overall("spent")
    base = next((stage for stage in ("received", "adjusted") if funds.overall(stage)), "")
    had = funds.overall(base) if base else None
    if spent is None or had is None or not had[0]:
        return
    carried = sum(
        (funds.amount(row, base) or Decimal(0) for row in funds.sources if "结转" in row.source and had[1][0].is_all),
        Decimal(0),
    )
    # A total that already holds the carry-over is enough by itself; one that does not may be exceeded by it.
    if spent[0] <= had[0] + carried + _TOLERANCE:
        return
    yield Found(
        f"支出{plain(spent[0] / _WAN)}万元大于可用资金{plain((had[0] + carried) / _WAN)}万元。",
        f"{plain(spent[0] / _WAN)}＞{plain((had[0] + carried) / _WAN)}，超出{plain((spent[0] - had[0] - carried) / _WAN)}",
        (*(funds.place(row, "spent") for row in spent[1]), *(funds.place(row, base) for row in had[1])),
        "请核对支出与到位资金；使用上年结转的，写明结转金额",
    )


KIND = Kind("F03", "支出≤到位", Severity.ERROR, "预算法；财预〔2013〕53号", paper=check_paper)
