"""T08 占比 (决算说明): a share told beside an amount is that amount over its total, and shares of all parts make 100 %."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.breakdowns import Breakdown
from crosschecks.rule import Dossier, Figure, Found, Kind, Profile, Report, Severity, plain
from values.rounding import round_half_up

_SUM: Final = Decimal("0.02")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Shares behind the parts of a total."""
    for report in dossier.reports:
        for found in report.breakdowns:
            if found.total.number.exact and found.total.value:
                yield from _parts(report, found, profile)


def _parts(report: Report, found: Breakdown, profile: Profile) -> Iterator[Found]:
    shares = [(part, share) for part in found.parts if (share := _share(report, part)) is not None]
    wrong = False
    for part, share in shares:
        due = part.value / found.total.value * 100
        if part.number.exact and abs(due - share.value) > _tolerance(found.total, part, share, profile):
            wrong = True
            yield Found(
                f"“{part.label}”占比应为{plain(round_half_up(due))}%，写{share.shown}。",
                f"{plain(part.number.written)}÷{plain(found.total.value / part.number.scale)}＝{plain(round_half_up(due))}%",
                (share.place(), part.place(), found.total.place()),
                f"请核对金额，或将占比改为{plain(round_half_up(due))}%",
            )
    total = sum((share.value for _, share in shares), Decimal(0))
    complete = len(shares) == len(found.parts) > 1 and found.sum == found.total.value and not found.open
    steps = sum((share.number.step / 2 for _, share in shares), Decimal(0))
    if not wrong and complete and abs(total - 100) > max(_SUM, steps):
        yield Found(
            f"各项占比合计{plain(total)}%，应为100%。",
            f"{'＋'.join(plain(share.value) for _, share in shares)}＝{plain(total)}%",
            tuple(share.place() for _, share in shares),
            "请核对各项占比",
        )


def _share(report: Report, part: Figure) -> Figure | None:
    """The share told of a part."""
    figures = report.register.in_sentence(part.sentence)
    return next((figure for figure in figures if figure.role == "share" and figure.owner is part), None)


def _tolerance(total: Figure, part: Figure, share: Figure, profile: Profile) -> Decimal:
    """Half of the last digit written, and what rounding the amounts may do."""
    rounding = (part.number.step + total.number.step) / 2 / total.value * 100
    return max(share.number.step / 2, profile.share) + rounding


KIND = Kind("T08", "占比", Severity.ERROR, "决算说明编写要求", paper=check_paper, yields_to=("U01", "F20"))
