"""分期与分担的识读: shares of a contract paid one after the other (预付30%即96万元), and ratios with the amounts they part (6:2:2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise
from typing import Final, NamedTuple

from crosschecks.reports.kit import Figure, Report, Sentence

_PAID: Final = (
    r"(?:预付款?|首付款?|进度款?|尾款|质保金|质量保证金|保证金|结算款|定金|首期|[一二三]期|余款|付款比例|支付比例|拨付比例|支付至|付至|拨付至|支付到"
    r"|累计支付|合同(?:总)?(?:价款?|金额|额)的?|承担|负担|分担)"
)
_BEFORE: Final = re.compile(_PAID + r"[^，。；、\d]{0,10}$")
_BEHIND: Final = re.compile(r"^的?" + _PAID)
_TO_AMOUNT: Final = re.compile(r"^[^。；\d%]{0,16}$")
_WHOLE: Final = re.compile(r"合同|中标|成交|总价|总投资|总额|项目资金|项目预算|总造价|结算|审定|补助资金|专项资金")
_RATIO: Final = re.compile(r"(?<![\d:.])(\d{1,2}(?:\.\d)?(?::\d{1,2}(?:\.\d)?){1,4})(?![\d:])")
_RATED: Final = re.compile(r"比例|分担|承担|配套|分摊|负担")
_JOIN: Final = re.compile(r"[、，和及]?[^，。；\d]{0,14}[、，和及]?[^，。；\d]{0,10}")
_HALF: Final = Decimal("0.5")
_FAR: Final = Decimal(15)  # percentage points
_MOST: Final = 6


class Instalment(NamedTuple):
    """不合的分期: amount is no `share` of whole."""

    share: Figure
    amount: Figure
    whole: Figure


class Parted(NamedTuple):
    """不合的分担: the amounts do not stand to each other as the shares do."""

    shown: str
    shares: tuple[Decimal, ...]
    amounts: tuple[Figure, ...]


def wrong_instalments(report: Report) -> Iterator[Instalment]:
    """Each share with the amount behind it, against what its paragraph says the whole is."""
    before: list[Figure] = []
    block: object = None
    for sentence in report.sentences:
        if sentence.block is not block:
            block, before = sentence.block, []
        figures = report.register.in_sentence(sentence)
        for at in range(len(figures) - 1):
            share, amount = figures[at], figures[at + 1]
            if _is_instalment(share, amount):
                wholes = [*before, *(f for f in figures[max(0, at - _MOST) : at] if _is_whole(f))]
                earlier = [f for f in figures[max(0, at - _MOST) : at] if f.unit == "%"]
                yield from _compared(share, amount, [f for f in wholes if f.value > amount.value], earlier)
        before = [*before, *(f for f in figures if _is_whole(f))][-_MOST:]


def _is_whole(figure: Figure) -> bool:
    return figure.number.is_money and figure.role == "amount" and bool(_WHOLE.search(figure.words)) and not figure.last


def _is_instalment(share: Figure, amount: Figure) -> bool:
    if share.unit != "%" or not amount.number.is_money or not (share.number.exact and amount.number.exact):
        return False
    text = share.sentence.text
    between = text[share.number.end : amount.number.start]
    named = _BEFORE.search(text[max(0, share.number.start - 24) : share.number.start]) or _BEHIND.match(between)
    return bool(named) and bool(_TO_AMOUNT.match(between)) and "合同" not in between and "剩余" not in between


def _compared(
    share: Figure, amount: Figure, wholes: Sequence[Figure], earlier: Sequence[Figure]
) -> Iterator[Instalment]:
    """What was paid before may be taken off: 支付至80%，支付160万元."""
    if not wholes or not all(figure.number.exact for figure in wholes):
        return
    shares = [share.value, *(share.value - one.value for one in earlier)]
    gaps = [(abs(amount.value / whole.value * 100 - part), whole) for whole in wholes for part in shares]
    gap, whole = min(gaps, key=lambda pair: pair[0])
    if _HALF < gap <= _FAR:
        yield Instalment(share, amount, whole)


def wrong_ratios(report: Report) -> Iterator[Parted]:
    """As many amounts as the ratio has parts, right behind it or right before it; percentages one after the other do as well."""
    for sentence in report.sentences:
        if not _RATED.search(sentence.text):
            continue
        figures = report.register.in_sentence(sentence)
        for shown, shares, start, end in islice(_ratios(sentence, figures), _MOST):
            behind = [f for f in figures if f.number.start >= end][: len(shares)]
            ahead = [f for f in figures if f.number.end <= start][-len(shares) :]
            lists = [found for found in (behind, ahead) if _is_list(sentence, found, len(shares))]
            if lists and not any(_stands(found, shares) for found in lists):
                yield Parted(shown, shares, tuple(lists[0]))


def _ratios(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[tuple[str, tuple[Decimal, ...], int, int]]:
    for match in _RATIO.finditer(sentence.text):
        yield match[1], tuple(Decimal(part) for part in match[1].split(":")), match.start(), match.end()
    run: list[Figure] = []
    for figure in (*figures, None):
        near = figure is not None and figure.unit == "%" and figure.number.exact
        if (
            near
            and figure is not None
            and (not run or sentence.text[run[-1].number.end : figure.number.start] in {"、", "和", "，"})
        ):
            run.append(figure)
            continue
        if len(run) > 1 and sum(one.value for one in run) == 100:
            shown = "、".join(one.shown for one in run)
            yield shown, tuple(one.value for one in run), run[0].number.start, run[-1].number.end
        run = [figure] if near and figure is not None else []


def _is_list(sentence: Sentence, found: Sequence[Figure], count: int) -> bool:
    """Amounts of money and nothing else, with little between them."""
    if len(found) != count or not all(f.number.is_money and f.number.exact and f.role == "amount" for f in found):
        return False
    gaps = (sentence.text[one.number.end : two.number.start] for one, two in pairwise(found))
    return all(_JOIN.fullmatch(gap) for gap in gaps)


def _stands(found: Sequence[Figure], shares: Sequence[Decimal]) -> bool:
    total, whole = sum((f.value for f in found), Decimal(0)), sum(shares, Decimal(0))
    if not total or not whole:
        return True
    return all(
        abs(f.value / total * 100 - share / whole * 100) <= _HALF for f, share in zip(found, shares, strict=True)
    )
