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

from crosschecks.reports.spoken import alike
from crosschecks.rule import Dossier, Figure, Found, Kind, Profile, Report, Severity, plain

_HEADS: Final = frozenset({"人", "户", "名", "亩", "人次"})
_PER: Final = re.compile(r"^元/(?:人|户|亩|人次|名)(?:/年)?$")
_EACH: Final = re.compile(
    r"(?:每[人户亩名](?:每年)?|每年每[人户亩名]|人均)(?:补助|补贴|代缴|缴费|标准|按)?(?:标准)?(?:为|是|按)?$|每年$"
)
_LIMITS: Final = (Decimal("0.5"), Decimal(2))
_COMMON: Final = re.compile(r"人数|人次|户数|资金|金额|经费|补助|补贴|发放|完成|实际")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """A report together with its table."""
    for group in dossier.groups:
        standards = [figure for report in group for figure in report.register.figures if _is_standard(figure)]
        values = {figure.value for figure in standards}
        if len(values) != 1:
            continue
        for report in group:
            for heads, amount in _pairs(report):
                if any(_speaks_of(standard, heads, amount) for standard in standards):
                    yield from _compared(heads, amount, standards, profile)


def _is_standard(figure: Figure) -> bool:
    if not figure.number.exact or figure.last or figure.role == "change":
        return False
    before = figure.sentence.text[: figure.number.start]
    return bool(_PER.match(figure.unit)) or (
        figure.unit == "元" and figure.number.scale == 1 and bool(_EACH.search(before))
    )


def _pairs(report: Report) -> Iterator[tuple[Figure, Figure]]:
    """A number of heads and the amount told next in the same sentence."""
    for sentence in report.sentences:
        figures = [figure for figure in report.register.in_sentence(sentence) if figure.role == "amount"]
        for heads, amount in pairwise(figures):
            both = heads.unit in _HEADS and amount.number.is_money and heads.number.exact and amount.number.exact
            near = amount.number.start - heads.number.end <= 24
            if both and near and heads.value and not (heads.last or amount.last):
                yield heads, amount


def _speaks_of(standard: Figure, heads: Figure, amount: Figure) -> bool:
    """Do number, amount and standard share their words?"""
    own = alike(heads.label, amount.label) > 0 or not heads.label or not amount.label
    words = _COMMON.sub("", heads.label + heads.after + amount.label)
    return own and any(words[at : at + 2] in standard.sentence.text for at in range(len(words) - 1))


def _compared(heads: Figure, amount: Figure, standards: list[Figure], profile: Profile) -> Iterator[Found]:
    standard = standards[0]
    due = standard.value * heads.value
    ratio = amount.value / due
    slack = profile.close * amount.value + heads.number.step / 2 * standard.value
    if abs(due - amount.value) <= slack or not _LIMITS[0] <= ratio <= _LIMITS[1]:
        return
    scale = amount.number.scale
    unit = amount.number.label_unit
    yield Found(
        f"{standard.shown}×{heads.shown}＝{plain(due / scale)}{unit}，与金额{amount.shown}不符。",
        f"{plain(standard.value)}×{plain(heads.value)}＝{plain(due / scale)}{unit}；{amount.shown}÷{plain(standard.value)}元＝{plain((amount.value / standard.value).quantize(Decimal(1)))}",
        (amount.place(), heads.place(), *(figure.place() for figure in standards)),
        "请核对人数（数量）、标准和金额；含上年补缴等的，分别写明",
    )


KIND = Kind("F21", "标准×数量=金额", Severity.ERROR, "公开文件勾稽", paper=check_paper)
