"""算式的识读: what a report reckons before our eyes: 120人×80元×15天=14.40万元, 437÷460×100%=95%, 386.4-371.2=15.2万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Final, NamedTuple

from crosschecks.reports.kit import Sentence, scale_of

_UNIT: Final = r"(?:[万亿]?元|%|[万]?[\u4e00-\u9fff]{1,3})?(?:/[\u4e00-\u9fff]{1,2}){0,2}"
_NUMBER: Final = r"\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?"
_TERM: Final = rf"(?:{_NUMBER}){_UNIT}"
_EQUATION: Final = re.compile(
    rf"(?<![\d.,\-])(?P<left>{_TERM}(?:[×xX*÷/+\-]{_TERM}){{1,5}})=(?P<right>{_NUMBER})(?P<unit>[万亿]?元|%)?(?![\d.,×÷*+/=\-])"
)
_PIECE: Final = re.compile(rf"(?P<op>[×xX*÷/+\-]?)(?P<num>{_NUMBER})(?P<unit>{_UNIT})")
_MOST: Final = 20  # of one sentence
_WAN: Final = Decimal(10_000)
_CLOSE: Final = Decimal("0.0006")
_FAR: Final = (Decimal("0.3"), Decimal(3))


class Equation(NamedTuple):
    """不成立的算式. kind: 'product', 'quotient', 'difference' or 'sum'; due in the unit of the result."""

    sentence: Sentence
    start: int
    end: int
    kind: str
    shown: str
    due: Decimal
    unit: str


def wrong_equations(sentence: Sentence) -> Iterator[Equation]:
    """Of a sentence, those no reading of the units bears out."""
    if "=" not in sentence.text:
        return
    for match in islice(_EQUATION.finditer(sentence.text), _MOST):
        found = _reckoned(match["left"])
        if found is None:
            continue
        value, kind, plain = found
        unit = match["unit"] or ""
        right = Decimal(match["right"].replace(",", ""))
        step = Decimal(1).scaleb(right.as_tuple().exponent if isinstance(right.as_tuple().exponent, int) else 0)  # type: ignore[arg-type]
        dues = _dues(value, unit, plain=plain)
        near = [due for due in dues if right and _FAR[0] <= due / right <= _FAR[1]]
        if near and not any(abs(due - right) <= step / 2 + abs(due) * _CLOSE for due in dues):
            yield Equation(sentence, match.start(), match.end(), kind, match["left"], near[0], unit)


def _reckoned(left: str) -> tuple[Decimal, str, bool] | None:
    """Value in yuan or as it stands, what is done, and whether no term has a unit of money; None where it cannot be read."""
    total, product, ops, plain = Decimal(0), Decimal(0), set(), True
    sign = Decimal(1)
    end = 0
    for at, piece in enumerate(_PIECE.finditer(left)):
        if piece.start() != end or (at and not piece["op"]):
            return None
        end = piece.end()
        base, scale = scale_of(piece["unit"].split("/")[0]) if piece["unit"] else ("", Decimal(1))
        plain = plain and base != "元"
        number = Decimal(piece["num"].replace(",", "")) * (scale if base in {"元", ""} else Decimal(1))
        number = number / 100 if base == "%" else number
        op = piece["op"]
        if op in {"×", "x", "X", "*"}:
            product *= number
            ops.add("×") if base != "%" else None
        elif op in {"÷", "/"}:
            if not number:
                return None
            product /= number
            ops.add("÷")
        else:
            total += sign * product
            sign, product = Decimal(-1 if op == "-" else 1), number
            ops.add(op) if op else None
    if end != len(left) or not ops:
        return None
    kind = "quotient" if "÷" in ops else "product" if "×" in ops else "difference" if "-" in ops else "sum"
    return total + sign * product, kind, plain


def _dues(value: Decimal, unit: str, *, plain: bool) -> list[Decimal]:
    """The result in its unit; amounts without units may be in 元 or in the result's own unit."""
    if unit == "%":
        return [value * 100, value]
    scale = scale_of(unit)[1] if unit else Decimal(1)
    return [value / scale, *([value, value * _WAN / scale] if plain or not unit else [])]
