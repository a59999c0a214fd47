"""逐行的占比: lines of a name, an amount and its share (住房保障支出 122.55万元 4.24%), as below a chart; most of them tell what they are shares of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from crosschecks.reports.register import Figure, Register
from crosschecks.reports.sentences import Sentence

_LINE: Final = re.compile(
    r"^[^，。；：\d]{2,24}[：:]?[\d,.]+[万亿]?[^，。；：\d（]{1,3}[，、（]?(?:占比?(?:为)?)?[\d.]+%）?[；。，]?$"
)
_LIST: Final = 3
_BACK: Final = 80


def listed_shares(sentences: Sequence[Sentence], register: Register) -> Iterator[tuple[Figure, Figure, Decimal]]:
    """Share, amount and the whole that at least two in three of a list agree with: their sum, or an amount told before them."""
    run: list[tuple[Figure, Figure]] = []
    recent: list[Figure] = []
    for sentence in (*sentences, None):
        figures = register.in_sentence(sentence) if sentence is not None else []
        line = sentence is not None and sentence.cell is None and _LINE.fullmatch(sentence.text.strip())
        if line and len(figures) == 2 and figures[1].unit == "%" and (not run or figures[0].unit == run[0][1].unit):
            run.append((figures[1], figures[0]))
            continue
        if len(run) >= _LIST:
            whole = _whole(run, recent[-_BACK:])
            yield from ((share, part, whole) for share, part in run if whole)
        recent.extend(part for _, part in run)
        recent.extend(figure for figure in figures if figure.role == "amount" and figure.unit != "%")
        del recent[:-_BACK]
        run = []


def _whole(run: Sequence[tuple[Figure, Figure]], before: Sequence[Figure]) -> Decimal:
    summed = sum((part.value for _, part in run), Decimal(0))
    told = [f.value for f in reversed(before) if f.unit == run[0][1].unit and not f.last and f.number.exact]
    for whole in (summed, *told):
        good = sum(agrees(share, part, whole) for share, part in run)
        if whole > 0 and good * 3 >= len(run) * 2:
            return whole
    return Decimal(0)


def agrees(share: Figure, part: Figure, whole: Decimal) -> bool:
    """Is a share what its amount makes it, within rounding?"""
    slack = share.number.step / 2 + part.number.step / whole * 100 if whole else Decimal(0)
    return bool(whole) and abs(part.value / whole * 100 - share.value) <= slack
