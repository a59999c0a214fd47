"""先说比例后说金额: shares promised in one sentence and paid in the next (预付30%、到货60%、验收5%), and a part that is a share of a total told before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from crosschecks.reports.instalments import Instalment
from crosschecks.reports.kit import Figure, Report, Sentence
from crosschecks.reports.shares import Portion

_STEP: Final = re.compile(r"预付|首付|定金|签约|签订|到货|进度|安装|验收|结算|竣工|尾款|中期|完工|审计|运行")
_PAID: Final = re.compile(r"支付|付款|拨付|预付|付清")
_OTHER_BASE: Final = re.compile(r"审定|审减|核减|结算价|扣除|扣款|违约|变更|补充协议|增补|调整")
_OF_TOTAL: Final = re.compile(
    r"^，占(?P<name>(?:项目)?(?:计划)?(?:总投入|总投资|投资总额|投入总额|合同总价|资金总额|总预算))的$"
)
_TOTAL: Final = "(?:项目|计划|工程|概算|合同|资金)*"
_LEAST: Final = 3
_CLOSE: Final = Decimal("0.0005")
_ROUND: Final = Decimal("0.01")
_FAR: Final = Decimal(15)  # percentage points
_BACK: Final = 3


def wrong_told_shares(report: Report) -> Iterator[Instalment]:
    """Promised in one sentence, paid in the next."""
    for promised, paid in pairwise(report.prose):
        if promised.path == paid.path and _PAID.search(promised.text) and _PAID.search(paid.text):
            yield from _paid_otherwise(report, promised, paid)


def wrong_shares_of_totals(report: Report) -> Iterator[Portion]:
    """Shares of a total told a sentence or more before."""
    prose = report.prose
    for at, sentence in enumerate(prose):
        near = [one for one in prose[max(0, at - _BACK) : at] if one.path == sentence.path]
        if "占" in sentence.text and near:
            yield from _of_total(report, near, sentence)


def _paid_otherwise(report: Report, promised: Sentence, paid: Sentence) -> Iterator[Instalment]:
    """At least three steps of one name; all but one of them give one whole."""
    if _OTHER_BASE.search(promised.text + paid.text):
        return
    shares = {step: f for f in report.register.in_sentence(promised) if f.unit == "%" and (step := _step(f))}
    amounts = [(step, f) for f in report.register.in_sentence(paid) if f.number.is_money and (step := _step(f))]
    pairs = [(shares[step], f) for step, f in amounts if step in shares and shares[step].value and f.number.exact]
    if len(pairs) < _LEAST or len({id(share) for share, _ in pairs}) != len(pairs):
        return
    wholes = [amount.value / share.value for share, amount in pairs]
    usual = sorted(wholes)[len(wholes) // 2]
    odd = [pair for pair, whole in zip(pairs, wholes, strict=True) if abs(whole - usual) > usual * _CLOSE]
    base = _whole(report, usual * 100)
    if len(odd) == 1 and base is not None:
        yield Instalment(*odd[0], base)


def _step(figure: Figure) -> str:
    found = _STEP.findall(figure.words)
    return {"签约": "预付", "签订": "预付", "首付": "预付", "定金": "预付"}.get(found[-1], found[-1]) if found else ""


def _whole(report: Report, value: Decimal) -> Figure | None:
    """The amount told somewhere that the payments are shares of."""
    money = (f for f in report.register.by_unit.get("元", ()) if f.number.is_money and f.number.exact)
    return next((f for f in money if abs(f.value - value) <= f.number.step), None)


def _of_total(report: Report, near: Sequence[Sentence], sentence: Sentence) -> Iterator[Portion]:
    """县级配套111.60万元，占总投入的31%, and the total a sentence or two before."""
    figures = report.register.in_sentence(sentence)
    for amount, share in pairwise(figures):
        between = _OF_TOTAL.match(sentence.text[amount.number.end : share.number.start])
        exact = amount.number.exact and share.number.exact and amount.number.is_money and share.unit == "%"
        if between is None or not exact:
            continue
        name = re.compile(
            _TOTAL + re.escape(between["name"].removeprefix("项目").removeprefix("计划")) + "(?:为|共|是)?$"
        )
        told = [f for s in near for f in report.register.in_sentence(s) if f.number.is_money and name.search(f.words)]
        own = [f for f in figures if f.number.is_money and name.search(f.words)]
        if own or len({f.value for f in told}) != 1 or not told[0].number.exact or not told[0].value:
            continue
        gap = abs(amount.value / told[0].value * 100 - share.value)
        if share.number.step / 2 + _ROUND < gap <= _FAR:
            yield Portion(share, amount, told[0])
