"""数字识读: the figures of a folded sentence with unit, scale, roughness and bounds; ranges; and what only looks like a figure.

Dates, document numbers (文号), ordinals, headings, telephone numbers and codes are no figures. Nothing is guessed: a number without a
unit stays one without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from values.kept import remembered
from values.number import AFTER, BEFORE
from values.units import MULTIPLIERS, UNIT_WORDS, scale_of

_HAN: Final = "\u4e00-\u9fff"
_YEAR: Final = r"(?:19|20)\d{2}"
_MASKS: Final = re.compile(
    rf"[〔\[【（<]{_YEAR}[〕\]】）>]第?\d+号?"  # 文号
    rf"|(?<=[{_HAN}])\d{{1,4}}号(?=[文《，。；、（）]|$)"
    rf"|{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)"
    rf"|{_YEAR}年?[—~至-]{_YEAR}年"
    rf"|{_YEAR}(?:年度?|学年)(?:\d{{1,2}}(?:[—~至、-]\d{{1,2}})?月(?:\d{{1,2}}[日号])?)?"
    r"|(?<![\d.])\d{1,2}(?:[—~至、，和-]\d{1,2})*月(?:份|底|末|初|中旬|上旬|下旬|\d{1,2}[日号])?"
    r"|(?<![\d.])\d{1,2}[日号](?:前|后|之前|起|止|至|，|。|$)"
    r"|第\d+(?:\.\d+)?"
    r"|(?:指标|项目|附件|附表|表|图|机构|单位|编号|区间|阶段)\d+(?:[-—]\d+)?(?![\d.,]*(?:[万亿元%人个家所户处项次台套块只头株张份件座辆批本亩米吨场期名起]|分(?![值数])))"
    r"|^\d{1,2}(?:[、．]|\.(?!\d))|（\d{1,2}）|[①-⑳]"
    r"|(?<!\d)1\d{10}(?!\d)|\d{3,4}[-—]\d{7,8}"
    r"|[A-Za-z]+\d[A-Za-z\d-]*(?!\d*(?:\.\d+)?[万亿]?元)|\d+[A-Za-z][A-Za-z\d]+(?![A-Za-z\d])"
    r"|\d{12,}|\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)+"
    r"|[123456]\d{2}[—-]\d{1,2}号",
)  # fmt: skip
_BEFORE_WORDS: Final = sorted((*BEFORE, "大约", "大概", "将近", "接近", "约", "近"), key=len, reverse=True)
_JOINED: Final = {"约": "(?<![签节合预履违公特制条契])约", "近": "(?<![最附邻临靠])近"}  # 签约960户 is no rough figure
_BEFORE: Final = "|".join(_JOINED.get(word, re.escape(word)) for word in _BEFORE_WORDS)
_ROUGH_BEFORE: Final = re.compile("大约|大概|将近|接近|约|近$")
_AFTER_WORDS: Final = (*AFTER, "左右", "上下")
_UNITS: Final = "|".join(
    re.escape(word)
    for word in UNIT_WORDS
    if word not in {"m", "t", "区", "县", "市", "镇", "乡", "度", "点", "星", "级"}
)
_SCALES: Final = "|".join(MULTIPLIERS)
_PER: Final = rf"(?:/|每|·)(?:{_UNITS}|床位|班|生|村|次|亩)"
_DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_FIGURE: Final = re.compile(
    rf"(?P<before>(?:{_BEFORE}){{0,2}})(?P<pct>百分之)?(?P<sign>(?:(?<=[为是率降长减增到值：，（；、])|^)-)?(?P<num>{_DIGITS})(?P<more>[多余]?)"
    rf"(?P<mult>{_SCALES})?(?P<more2>[多余]?)(?P<unit>{_UNITS})?(?P<per>(?:{_PER}){{0,2}})(?P<more3>余?)"
    rf"(?P<after>(?:（含）|含|及)?(?:{'|'.join(_AFTER_WORDS)}))?",
)
_JOIN: Final = re.compile(r"(?:元|万元|%|人|万)?(?:（不?含）)?(?:[—~至]|-{1,2}|—{1,2})$")
MONEY: Final = "元"
_MALFORMED: Final = re.compile(
    r"(?<![\d.,])(?:\d[\d,]*[.,]{2,}[\d.,]*\d"  # two marks side by side
    r"|\d+(?:,\d+)*\.\d+[.,]\d[\d.,]*(?!\d*[条款项节章号版])"  # two points, or a comma behind the point
    r"|\d{1,3}(?:,\d{3})*,\d{1,2}(?:\.\d+|(?=[万亿]?元|$))"  # a short group
    r"|\d{1,3}(?:,\d{3})*,\d{4,}(?:\.\d+)?"  # a long one
    r"|\d{1,3}(?:,\d{3})*,\d{1,2},[\d,]*\d(?:\.\d+|(?=[万亿]?元|$))"
    r"|\d{4,},\d{3}(?:\.\d+)?)(?![\d.,%])"
    r"|(?<![\dA-Za-z.,])\d+[Oo]\d*(?:\.\d+)?(?=[万亿]?元|%)"  # the letter for the nought
    r"|(?<![\d.,])\d+\.(?=[万亿]?元)"  # a point and nothing behind it
    r"|(?<![\d.,A-Za-z])0\d+(?:\.\d+)?(?=[万亿]?元)"
)
_MARKED: Final = re.compile(r"\d[,.Oo][\d.,万亿元%]|\.\d+\.|(?<![\d.])0\d")
_NO_FIGURE: Final = re.compile(r"(?:第|版本|[Vv]|IP|地址|标准|编号|代码|电话|号|版|QQ)：?$")


@dataclass(frozen=True, slots=True)
class Number:
    """数字 of a folded text at `start`…`end` (bounds and unit included).

    value: in the base unit (27600 for 2.76万元, 98 for 98%), written: the digits, unit: base unit ('' when none was written; '元/人/月'
    for a rate), scale: how many base units one written unit is. bound: '' or ge, le, gt, lt, eq. rough: 约, 余, 多, 左右.
    """

    start: int
    end: int
    value: Decimal
    written: Decimal
    unit: str
    scale: Decimal
    digits: tuple[int, int]
    bound: str = ""
    rough: bool = False
    in_range: bool = False
    label_unit: str = ""  # the unit as written (万元)

    @property
    def is_money(self) -> bool:
        """An amount of money, no rate per head."""
        return self.unit == MONEY

    @property
    def exact(self) -> bool:
        """Neither rough nor a bound nor the end of a range."""
        return not (self.rough or self.bound or self.in_range)

    @property
    def step(self) -> Decimal:
        """One unit of the last digit written, in the base unit (2.76万元: 100)."""
        exponent = self.written.as_tuple().exponent
        return self.scale.scaleb(exponent if isinstance(exponent, int) else 0)


@dataclass(frozen=True, slots=True)
class Range:
    """区间: two figures joined by a dash, the units filled in from each other."""

    low: Number
    high: Number


@remembered
def masked(text: str) -> str:
    """`text` with everything that only looks like a figure blotted out, character by character."""
    return _MASKS.sub(lambda match: "□" * len(match.group()), text)


def numbers(text: str) -> list[Number]:
    """Every figure of a folded text, in order."""
    return list(_figures(text)) if _has_digit(text) else []


@remembered
def _figures(text: str) -> tuple[Number, ...]:
    """Kept: of a form, most sentences and cells stay from save to save."""
    return tuple(_mark_ranges(text, list(_numbers(masked(text)))))


def ranges(text: str, found: list[Number]) -> Iterator[Range]:
    """Pairs of neighbouring figures joined by a dash."""
    for low, high in pairwise(found):
        if low.in_range and high.in_range and _joined(text, low, high):
            yield Range(low, high)


def malformed(text: str) -> Iterator[tuple[int, int]]:
    """Spans that were meant as figures and are none: two commas, two points."""
    if _MARKED.search(text):
        blotted = masked(text)
        for match in _MALFORMED.finditer(blotted):
            if not _NO_FIGURE.search(text[max(0, match.start() - 4) : match.start()]):
                yield match.span()


def _has_digit(text: str) -> bool:
    return any("0" <= char <= "9" for char in text)


def _numbers(text: str) -> Iterator[Number]:
    for match in _FIGURE.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if (
            before.isascii() and before.isalnum() and match["unit"] != MONEY
        ):  # VOCs12万元 is a figure, PM10 and A4 are none
            continue
        yield _number(match)


def _number(match: re.Match[str]) -> Number:
    written = Decimal((match["sign"] or "") + match["num"].replace(",", ""))
    label = (match["mult"] or "") + (match["unit"] or "")
    unit, scale = ("%", Decimal(1)) if match["pct"] else scale_of(label) if label else ("", Decimal(1))
    if not match["unit"] and match["mult"] in MULTIPLIERS:
        unit, scale = "", MULTIPLIERS[match["mult"]]
    per, end = match["per"] or "", match.end()
    if "每" in per and unit != MONEY:  # 2350人每人180元: so many, and then so much for each
        per, end = "", match.start("per")
    before, after = match["before"] or "", match["after"] or ""
    rough = bool(
        match["more"] or match["more2"] or match["more3"] or _ROUGH_BEFORE.search(before) or after in {"左右", "上下"}
    )
    return Number(
        match.start(),
        end,
        written * scale,
        written,
        unit + _per(per),
        scale,
        match.span("num"),
        _bound(before, after),
        rough,
        label_unit=label + per,
    )


def _per(per: str) -> str:
    """元每人每月, 元/月/人 → one spelling."""
    words = sorted(word for word in re.split(r"/|每|·", per) if word)
    return "".join(f"/{'人' if word in {'名', '位'} else word}" for word in words)


def _bound(before: str, after: str) -> str:
    for word, bound in BEFORE.items():
        if word in before:
            return bound
    return next((bound for word, bound in AFTER.items() if word in after), "")


def _joined(text: str, low: Number, high: Number) -> bool:
    between = text[low.end : high.start]
    return bool(between) and bool(_JOIN.fullmatch(between))


def _mark_ranges(text: str, found: list[Number]) -> list[Number]:
    marked = list(found)
    for at, (low, high) in enumerate(pairwise(found)):
        if _joined(text, low, high):
            marked[at] = _as_end(marked[at], high)
            marked[at + 1] = _as_end(high, low)
    return marked


def _as_end(number: Number, other: Number) -> Number:
    """An end of a range; one without unit takes the other's."""
    unit, scale = (number.unit, number.scale) if number.unit or number.scale != 1 else (other.unit, other.scale)
    return Number(
        number.start, number.end, number.written * scale, number.written, unit, scale, number.digits,
        number.bound, number.rough, in_range=True, label_unit=number.label_unit,
    )  # fmt: skip
