"""数字识读: what a person typed into a number cell, understood or explained (U10, U7 of the form figures).

Nothing typed is thrown away: `raw` stays as typed, and a value that is not understood comes back with a Chinese problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from values.text import fold_width
from values.units import MULTIPLIERS, is_unit, split_multiplier

_NOTHING: Final = frozenset(
    {"", "-", "--", "---", "—", "——", "–", "―", "─", "/", "//", "\\", "无", "空", "暂无", "没有", "n/a", "N/A"},
)
BEFORE: Final[dict[str, str]] = {
    "大于或等于": "ge", "大于等于": "ge", "不低于": "ge", "不少于": "ge", "不小于": "ge", "至少": "ge", "≥": "ge",
    "=>": "ge", "≧": "ge", "⩾": "ge", ">=": "ge",
    "小于或等于": "le", "小于等于": "le", "不高于": "le", "不超过": "le", "不大于": "le", "不多于": "le", "至多": "le",
    "最多": "le", "≤": "le", "≦": "le", "⩽": "le", "<=": "le", "=<": "le",
    "大于": "gt", "高于": "gt", "超过": "gt", "多于": "gt", ">": "gt",
    "小于": "lt", "低于": "lt", "少于": "lt", "不足": "lt", "<": "lt",
    "等于": "eq", "=": "eq", "═": "eq",
}  # fmt: skip
AFTER: Final[dict[str, str]] = {"以上": "ge", "以下": "le", "以内": "le", "之内": "le"}
_ABOUT: Final = ("大约", "大概", "将近", "接近", "约", "近")
_ROUGH: Final = ("左右", "上下")

BEFORE_PATTERN: Final = "|".join(re.escape(word) for word in (*BEFORE, *_ABOUT))
AFTER_PATTERN: Final = rf"(?:\(含\)|含|及)?(?:{'|'.join((*AFTER, *_ROUGH))})(?:\(含\))?"
_YEAR: Final = r"(?:19|20)\d{2}"
# 2024.12 is an amount as often as a month, so a date with points needs both of them.
DATE_PATTERN: Final = (
    rf"(?<![\d.]){_YEAR}(?:[-/年]\d{{1,2}}(?:[-/月]\d{{1,2}}[日号]?|月)?(?!\d)|\.\d{{1,2}}\.\d{{1,2}}(?!\d)|[-~—至]{_YEAR}年|年)"
    r"|(?<![\d.])\d{1,2}月(?:\d{1,2}[日号]?)?|月\d{1,2}[日号]|(?<![\d.])\d{1,2}[日号](?=之?前|止|起)"
)
_DATE: Final = re.compile(DATE_PATTERN)
_RANGE: Final = re.compile(r"\d[^\d]{0,3}[-~—–至到][^\d]{0,3}\d")
_SHELL: Final = re.compile(
    rf"(?P<before>(?:{BEFORE_PATTERN}){{0,3}})(?P<sign>[-+负]?)(?P<mark>¥|人民币|百分之)?(?P<sign2>[-+]?)"
    rf"(?P<digits>\d[\d,.]*|\.\d+)(?P<more>[余多]?)(?P<mult>{'|'.join(MULTIPLIERS)})?(?P<more2>[余多]?)"
    rf"(?P<unit>.*?)(?P<after>{AFTER_PATTERN})?",
)
_PLAIN: Final = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_SCALED_UNITS: Final = frozenset({"", "元", "人"})
_MOST_DIGITS: Final = 24


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """识读结果: `value` is None when nothing was typed (`problem` empty) or nothing was understood (`problem` says why).

    `%` gives the number before the sign (98% → 98, unit "%"). 千/万/亿 count into `value` before 元, 人 or nothing
    (2536.08万元 → 25360800, unit "元", `multiplier` 10000); before another unit they stay in it (3万亩 → 3, "万亩").
    `bound` is "", "ge", "le", "gt", "lt" or "eq", from ≥ or 以上 and the like.
    """

    raw: str
    value: Decimal | None
    unit: str
    approximate: bool
    bound: str
    problem: str
    multiplier: Decimal = Decimal(1)

    @property
    def is_nothing(self) -> bool:
        """Whether the cell is empty or says so itself (-, —, /, 无, 空)."""
        return self.value is None and not self.problem


@lru_cache(maxsize=8192)
def parse_number(raw: str) -> ParsedNumber:
    """The one number in `raw`, with its unit, bound and roughness. Never raises. Kept: of a form, most cells stay from save to save."""
    text = _tidy(raw)
    if text in _NOTHING:
        return ParsedNumber(raw, None, "", approximate=False, bound="", problem="")
    shell = _SHELL.fullmatch(text)
    if shell is None or (shell["sign"] and shell["sign2"]):
        return _refused(raw, _unreadable(raw, text))
    number = _decimal(shell["digits"])
    if number is None or _DATE.search(text):
        return _refused(raw, _unreadable(raw, text))
    multiplier, unit = _unit_of(shell)
    if unit is None:
        return _refused(raw, _unreadable(raw, text))
    negative = "-" in shell["sign"] + shell["sign2"] or shell["sign"] == "负"
    value = (-number if negative and number else number) * multiplier
    before, after = shell["before"], shell["after"] or ""
    return ParsedNumber(raw, value, unit, _is_rough(shell), _bound(before, after), "", multiplier)


def _is_rough(shell: re.Match[str]) -> bool:
    if shell["more"] or shell["more2"]:
        return True
    return any(word in shell["before"] for word in _ABOUT) or any(word in (shell["after"] or "") for word in _ROUGH)


def _unit_of(shell: re.Match[str]) -> tuple[Decimal, str | None]:
    """The multiplier that counts into the value, and the unit; a unit of None is a phrase that is no unit."""
    word, unit = split_multiplier((shell["mult"] or "") + shell["unit"])
    if shell["mark"] == "百分之":
        return Decimal(1), None if word or unit else "%"
    if shell["mark"] and not unit:
        unit = "元"
    if unit in _SCALED_UNITS:
        return MULTIPLIERS.get(word, Decimal(1)), unit
    return Decimal(1), word + unit if is_unit(unit) else None


def _bound(before: str, after: str) -> str:
    for table, text in ((BEFORE, before), (AFTER, after)):
        for word, bound in table.items():
            if word in text:
                return bound
    return ""


def _tidy(raw: str) -> str:
    text = fold_width(raw).replace("−", "-").replace("﹣", "-").replace("\ufeff", "").replace("\u200b", "")
    text = re.sub(r"(?<=\d)[。](?=\d)", ".", text.strip())
    text = re.sub(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))", ",", text)
    text = re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", text)
    return text.rstrip("。;,.、") or text


def _decimal(digits: str) -> Decimal | None:
    if _too_long(digits) or not (_PLAIN.fullmatch(digits) or _GROUPED.fullmatch(digits)):
        return None
    return Decimal(digits.replace(",", ""))


def _too_long(digits: str) -> bool:
    return sum(char.isdigit() for char in digits) > _MOST_DIGITS


def _refused(raw: str, problem: str) -> ParsedNumber:
    return ParsedNumber(raw, None, "", approximate=False, bound="", problem=problem)


def _unreadable(raw: str, text: str) -> str:
    """Why `text` is not a number: what was typed, the reason, and what to type."""
    typed = " ".join(raw.split())
    typed = typed if len(typed) <= _MOST_DIGITS else typed[:_MOST_DIGITS] + "…"
    if _DATE.search(text):
        return f"“{typed}”像是日期，不是数字，请只填数字，如 90 或 90%"
    if _RANGE.search(text):
        return f"“{typed}”是一个区间，请只填一个实际的数，如 90 或 90%"
    shell = _SHELL.fullmatch(text)
    if shell is None:
        return f"“{typed}”不是能识别的数字，请填数字，如 90 或 90%"
    return f"“{typed}”{_trouble_with(shell)}"


def _trouble_with(shell: re.Match[str]) -> str:
    if _too_long(shell["digits"]):
        return f"位数太多（最多{_MOST_DIGITS}位），请核对后重填，如 1234.50"
    if _decimal(shell["digits"]) is None:
        return "的逗号或小数点位置不对，请核对后重填，如 1,234.50 或 1234.50"
    if re.search(r"\d", shell["unit"]):
        return "里不止一个数字，请只填一个，如 90 或 90%"
    return "在数字之外还有不能识别的文字，请只填数字和单位，如 90、90% 或 90人"
