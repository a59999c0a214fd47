"""F21 标准×数量=金额: people (or households, acres) times the standard a head is the amount paid (±0.5 %).

Number and amount stand in one sentence and share their words (代缴人数, 代缴资金); the standard is the only one the report and its table
give for such heads. Standards by the month, by grade, or shared between levels of government by a percentage are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from crosschecks.reports.equations import Equation, wrong_equations
from crosschecks.reports.multiplied import Average, Multiplied, each_of, wrong_averages, wrong_products_told
from crosschecks.reports.products import Product, wrong_products
from crosschecks.reports.spoken import alike
from crosschecks.reports.standards import Standard, standards
from crosschecks.reports.unit_prices import Priced, wrong_prices_told
from crosschecks.rule import Dossier, Figure, Found, Kind, Profile, Report, Severity, plain, round_half_up

_NO_HEADS: Final = frozenset({"", "元", "%", "‰", "年", "月", "天", "期", "分"})
_PIECES: Final = frozenset({"个", "家", "所", "座", "处", "名"})
_SAME: Final = {"名": "人", "位": "人", "生": "人"}
_PRICE: Final = re.compile(r"单价(?:为|是|：)?$")
_PAID: Final = re.compile(r"(?:金额|合计|共计|总价|总额|共|计|支付|小计)(?:为|是|：)?$")
_LIMITS: Final = (Decimal("0.5"), Decimal(2))
_COMMON: Final = re.compile(r"人数|人次|户数|资金|金额|经费|补助|补贴|发放|完成|实际")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Columns of tables that multiply, and the sentences of a report together with its table; an amount is told once."""
    told: set[tuple[int, str, str]] = set()
    for found in _every(dossier, profile):
        amount = found.places[0]
        spot = (amount.line, amount.cell, amount.quote[-8:])
        if spot not in told:
            told.add(spot)
            yield found


def _every(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    for report in dossier.reports:
        yield from (_row(product) for matrix in report.matrices for product in wrong_products(matrix, _prices(report)))
        yield from (_multiplied(found) for found in wrong_products_told(report, profile.close))
        yield from (_averaged(found) for found in wrong_averages(report))
        for sentence in report.prose:
            wrong = wrong_prices_told(sentence, report.register)
            yield from (_counted_out(each) for each in wrong if isinstance(each, Priced) and not each.off)
        yield from (
            equation_found(wrong)
            for sentence in report.sentences
            for wrong in wrong_equations(sentence)
            if wrong.kind == "product"
        )
    for group in dossier.groups:
        told = [each for report in group for each in standards(report) if each.figure.number.scale == 1 or each.per]
        for report in group:
            for heads, amount in _pairs(report):
                yield from _pair(heads, amount, told, profile)
            yield from _priced(report, profile)


def equation_found(wrong: Equation) -> Found:
    """An equation written out that does not hold."""
    due, told = plain(round_half_up(wrong.due)), wrong.sentence.quote(wrong.start, wrong.end)
    return Found(
        f"算式“{told}”不成立，应为{due}{wrong.unit}。",
        f"{wrong.shown}＝{due}{wrong.unit}",
        (wrong.sentence.place(wrong.start, wrong.end, "算式"),),
        "请核对算式各数和结果",
    )


def _prices(report: Report) -> list[Decimal]:
    """Every standard a report tells in words, in yuan."""
    return [f.value for f in report.register.figures if f.unit.split("/")[0] == "元" and f.number.exact and each_of(f)]


def _averaged(found: Average) -> Found:
    """An average beside what it is reckoned from."""
    scale = found.average.number.scale
    due = plain(round_half_up(found.due / scale))
    shown = f"{plain(found.whole.value / scale)}÷{plain(found.whole.value / found.due)}＝{due}"
    return Found(
        f"“{found.average.words.strip('，、')}”应为{due}{found.average.number.label_unit}，写{found.average.shown}。",
        f"{shown}，写{plain(found.average.number.written)}",
        (found.average.place(), found.whole.place(), found.heads.place()),
        "请核对总数、个数和平均数",
    )


def _multiplied(found: Multiplied) -> Found:
    """Number, standard and months told beside the amount."""
    amount, scale, unit = found.amount, found.amount.number.scale, found.amount.number.label_unit
    due = plain(round_half_up(found.due / scale, 4))
    times = "".join(f"×{word.removeprefix('按')}" for word in found.times).replace("×÷", "÷")
    return Found(
        f"{found.each.figure.shown}×{found.heads.shown}{times}＝{due}{unit}，与金额{amount.shown}不符。",
        f"{plain(found.each.figure.value)}元×{plain(found.number)}{times}＝{due}{unit}，写{amount.shown}",
        (amount.place(), found.heads.place(), found.each.figure.place()),
        "请核对人数（数量）、标准、月数和金额；中途增减的，写明",
    )


def _counted_out(wrong: Priced) -> Found:
    """236套，每套1.35万元，计381.60万元."""
    scale, unit = wrong.whole.number.scale, wrong.whole.number.label_unit
    due, shown = plain(wrong.due / scale), f"{wrong.each.shown}×{wrong.many.shown}"
    return Found(
        f"{shown}＝{due}{unit}，与{wrong.whole.shown}不符。",
        f"{shown}＝{due}{unit}，写{wrong.whole.shown}，相差{plain(abs(wrong.due - wrong.whole.value) / scale)}",
        (wrong.whole.place(), wrong.many.place(), wrong.each.place()),
        "请核对数量、单价（标准）和合计；标准不止一种的，分别写明",
    )


def _priced(report: Report, profile: Profile) -> Iterator[Found]:
    """采购120个，单价850元，金额10.20万元: number, price and amount one after the other."""
    for sentence in report.prose:
        if "单价" not in sentence.text:
            continue
        told = report.register.in_sentence(sentence)
        for number, price, amount in zip(told, told[1:], told[2:], strict=False):
            exact = number.number.exact and price.number.exact and amount.number.exact and price.number.is_money
            counted = number.unit not in _NO_HEADS and "/" not in number.unit and amount.number.is_money
            if exact and counted and _PRICE.search(price.words) and _PAID.search(amount.words):
                yield from _compared(number, amount, [Standard(price, "", "", "")], profile)


def _pair(heads: Figure, amount: Figure, told: list[Standard], profile: Profile) -> Iterator[Found]:
    """The standards that speak of the pair: of the same thing counted, and named alike where there are several."""
    own = alike(heads.label, amount.label) > 0 or not heads.label or not amount.label
    words = _COMMON.sub("", heads.label + heads.after + amount.label)
    pairs = [words[at : at + 2] for at in range(len(words) - 1)] if own else []
    speaking = [each for each in told if _speaks_of(each, heads, pairs)]
    named = [each for each in speaking if each.subject and _shares(each.subject, heads.label + heads.after)]
    chosen = named or speaking
    if chosen and len({each.figure.value for each in chosen}) == 1:
        yield from _compared(heads, amount, chosen, profile)


def _row(product: Product) -> Found:
    """A row of a table that does not come out where the others do."""
    row, matrix = product.row, product.matrix
    told = [*product.counted, *([product.price] if product.price is not None else [])]
    factors = [row.cells[column.index].flat for column in told]
    if product.price is None or product.factor != 1:
        factors.append(plain(product.factor))
    shown, due = "×".join(factors), plain(product.due)
    return Found(
        f"“{row.name}”{shown}＝{due}，与金额{plain(product.written)}不符。",
        f"{shown}＝{due}，填{plain(product.written)}，相差{plain(abs(product.due - product.written))}",
        (matrix.place(row, product.amount), *(matrix.place(row, column) for column in told)),
        "请核对数量、单价（标准）和金额；该行标准与其他各行不同的，写明",
    )


def _pairs(report: Report) -> Iterator[tuple[Figure, Figure]]:
    """A number of heads and the amount told next in the same sentence."""
    for sentence in report.sentences:
        figures = [figure for figure in report.register.in_sentence(sentence) if figure.role == "amount"]
        for heads, amount in pairwise(figures):
            both = heads.unit not in _NO_HEADS and amount.number.is_money and heads.number.exact and amount.number.exact
            near = amount.number.start - heads.number.end <= 24
            if both and near and heads.value and not (heads.last or amount.last):
                yield heads, amount


def _speaks_of(standard: Standard, heads: Figure, pairs: list[str]) -> bool:
    """By the year or once, for what is counted, in words (their pairs of characters) that number, amount and standard share."""
    if standard.time not in {"", "年"} or not (_count(standard, heads)):
        return False
    if standard.figure.sentence is heads.sentence and standard.per and standard.figure.number.end <= heads.number.start:
        # 护林员每人每年3600元，护林员共45人，发放16.20万元
        return not heads.label or _shares(heads.label, heads.sentence.text[: standard.figure.number.start])
    text = standard.figure.sentence.text
    return any(pair in text for pair in pairs)


def _count(standard: Standard, heads: Figure) -> Decimal:
    """How many of what the standard is for (408公里 are 408 of 公里 and not 408000 of 米), 0 when it is for something else."""
    number = heads.number
    if standard.per == _SAME.get(number.label_unit, number.label_unit):
        return number.written
    if number.unit in _PIECES and standard.per and heads.after.startswith(standard.per):
        return number.value  # 126个村
    return number.value if standard.per in {"", _SAME.get(number.unit, number.unit)} else Decimal(0)


def _shares(words: str, text: str) -> bool:
    return any(words[at : at + 2] in text for at in range(len(words) - 1))


def _compared(heads: Figure, amount: Figure, told: list[Standard], profile: Profile) -> Iterator[Found]:
    standard, count = told[0].figure, _count(told[0], heads)
    due = standard.value * count
    ratio = amount.value / due
    slack = profile.close * amount.value + heads.number.step / 2 * standard.value * count / heads.value
    if abs(due - amount.value) <= slack or not _LIMITS[0] <= ratio <= _LIMITS[1]:
        return
    scale = amount.number.scale
    unit = amount.number.label_unit
    yield Found(
        f"{standard.shown}×{heads.shown}＝{plain(due / scale)}{unit}，与金额{amount.shown}不符。",
        f"{plain(standard.value)}×{plain(count)}＝{plain(due / scale)}{unit}；{amount.shown}÷{plain(standard.value)}元＝{plain((amount.value / standard.value).quantize(Decimal(1)))}",
        (amount.place(), heads.place(), *(each.figure.place() for each in told)),
        "请核对人数（数量）、标准和金额；含上年补缴等的，分别写明",
    )


KIND = Kind("F21", "标准×数量=金额", Severity.ERROR, "公开文件勾稽", paper=check_paper)
