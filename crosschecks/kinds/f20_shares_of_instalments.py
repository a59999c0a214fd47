"""F20 分期/分担比例: amounts said to be shares (按70%预拨…，按30%…) stand to each other as the shares do.

Where the shares told in one paragraph make 100 %, every amount is its share of the sum, within half a percentage point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.instalments import Instalment, Parted, wrong_instalments, wrong_ratios
from crosschecks.reports.told_shares import wrong_told_shares
from crosschecks.rule import (
    Dossier,
    Figure,
    Found,
    Kind,
    Profile,
    Report,
    Severity,
    plain,
    round_half_up,
)

_SHARED: Final = re.compile(r"(?:按|承担|负担|分担|占)[^，；。]{0,8}$")
_JOIN: Final = re.compile(r"^(?:的?比例)?[^，；。\d]{0,10}(?:为|计|即|，计|，即|（)?$")
_SEVERAL: Final = 2
_HALF: Final = Decimal("0.5")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Paragraph by paragraph."""
    for report in dossier.reports:
        by_block: dict[int, list[tuple[Figure, Figure]]] = {}
        for sentence in report.sentences:
            figures = report.register.in_sentence(sentence)
            pairs = list(_pairs(figures, _SHARED))
            by_block.setdefault(id(sentence.block), []).extend(pairs)
        yield from map(_of_a_whole, (*wrong_instalments(report), *wrong_told_shares(report)))
        yield from map(_parted, wrong_ratios(report))
        for pairs in by_block.values():
            if len(pairs) >= _SEVERAL and sum(share.value for share, _ in pairs) == 100:
                yield from _compared(pairs, report)


def _of_a_whole(found: Instalment) -> Found:
    """合同价486.50万元，预付款30%计145.95万元: an instalment of an amount told before it."""
    scale, unit = found.amount.number.scale, found.amount.number.label_unit
    due = plain(found.whole.value * found.share.value / 100 / scale)
    return Found(
        f"{found.whole.shown}的{found.share.shown}应为{due}{unit}，写{found.amount.shown}。",
        f"{plain(found.whole.value / scale)}×{found.share.shown}＝{due}，写{plain(found.amount.number.written)}",
        (found.amount.place(), found.whole.place()),
        "请核对金额或比例；分期的基数不同的，写明基数",
    )


def _parted(found: Parted) -> Found:
    """省、市、县按6:2:2分担，分别为300万元、100万元、120万元."""
    total = sum((figure.value for figure in found.amounts), Decimal(0))
    shown = "、".join(f"{f.shown}占{plain(round_half_up(f.value / total * 100))}%" for f in found.amounts)
    return Found(
        f"各级金额与所述比例{found.shown}不符：{shown}。",
        f"{'＋'.join(f.shown for f in found.amounts)}；{shown}，比例{found.shown}",
        tuple(figure.place() for figure in found.amounts),
        "请核对各级金额或分担比例",
    )


def _pairs(figures: list[Figure], words: re.Pattern[str]) -> Iterator[tuple[Figure, Figure]]:
    """A share and the amount right behind it."""
    for at in range(1, len(figures)):
        share, amount = figures[at - 1], figures[at]
        text = share.sentence.text
        before, between = text[: share.number.start], text[share.number.end : amount.number.start]
        if share.unit == "%" and amount.number.is_money and words.search(before) and _JOIN.match(between):
            yield share, amount


def _compared(pairs: list[tuple[Figure, Figure]], report: Report) -> Iterator[Found]:
    total = sum((amount.value for _, amount in pairs), Decimal(0))
    if not total or not all(amount.number.exact for _, amount in pairs):
        return
    parts = [(share, amount, amount.value / total * 100) for share, amount in pairs]
    if all(abs(part - share.value) <= _HALF for share, _, part in parts):
        return
    scale = pairs[0][1].number.scale
    shown = "、".join(
        f"{amount.shown}占{plain(round_half_up(part))}%（所述{share.shown}）" for share, amount, part in parts
    )
    summed = "＋".join(plain(amount.value / scale) for _, amount in pairs)
    bases = "、".join(
        f"{plain(amount.number.written)}÷{share.shown}＝{plain(round_half_up(amount.number.written / share.value * 100))}"
        for share, amount, _ in parts
    )
    whole = [
        figure
        for figure in report.register.figures
        if figure.number.is_money and abs(figure.value - total) <= 2 * figure.number.step
    ]
    yield Found(
        f"各期金额与所述比例不符：{shown}。",
        f"{summed}＝{plain(total / scale)}；按所述比例反推的总额：{bases}",
        (*(amount.place() for _, amount in pairs), *(figure.place() for figure in whole[:2])),
        "请核对各期金额或比例；分期的基数不同的，写明基数",
    )


KIND = Kind("F20", "分期、分担比例", Severity.ERROR, "地方拨付办法", paper=check_paper)
