"""T07 “其中”分项合计 (指标勾稽：|total−Σ|≤0.01×k 为尾差).

What is told as parts of a total adds up to it. A difference that rounding explains is only hinted at; 约, 余 and 以上 are no exact
figures; parts that stay below the total may be a selection, so they are told only when they come close enough to be meant as all; and
where the first parts make the total, the others are no parts of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.bare_lists import BareSum, wrong_bare_sums
from crosschecks.reports.breakdowns import Breakdown, added, in_unit
from crosschecks.rule import Dossier, Found, Kind, Profile, Severity, plain

_SELECTION: Final = Decimal("0.10")  # parts further below the total than this are a selection
_HALF: Final = Decimal("0.5")
_COUNT: Final = re.compile(
    r"(?<![\d.第])(?P<count>\d{1,2})(?:个|项|类|家|所)(?=项目|子项目|工程|单位|标段|部分|方面|乡镇|村|学校|[，、])"
)
_FEW: Final = 2
_TWO: Final = Decimal("0.05")
_NO_MEASURES: Final = frozenset(
    {
        "%",
        "‰",
        "个百分点",
        "百分点",
        "年",
        "年度",
        "月",
        "个月",
        "天",
        "周",
        "小时",
        "时",
        "分钟",
        "分",
        "岁",
        "倍",
        "级",
        "度",
        "点",
    }
)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every 其中 of every report."""
    for report in dossier.reports:
        for found in report.breakdowns:
            adds_up = found.total.unit not in _NO_MEASURES and "/" not in found.total.unit
            if adds_up and found.exact and not found.open and len(found.parts) > 1:
                yield from _compared(found)
        yield from (_bare(wrong) for wrong in wrong_bare_sums(report))


def _bare(wrong: BareSum) -> Found:
    """Two columns without a header."""
    summed = sum(wrong.parts, Decimal(0))
    return Found(
        f"“{wrong.name}”{plain(wrong.total)}与各项之和{plain(summed)}不符。",
        f"{'＋'.join(plain(part) for part in wrong.parts)}＝{plain(summed)}，与{plain(wrong.total)}相差{plain(abs(summed - wrong.total))}",
        wrong.places,
        "请核对合计与各项",
    )


def _compared(found: Breakdown) -> Iterator[Found]:
    gap = found.sum - found.total.value
    if not gap or _earlier(found) or (gap < 0 and not _meant_as_all(found, -gap)):
        return
    small = abs(gap) <= found.rounding
    size = plain(abs(gap) / found.total.number.scale)
    yield Found(
        f"分项之和{in_unit(found.sum, found.parts[0])}不等于总数{found.total.shown}{'，可能是取整尾差' if small else ''}。",
        f"{added(found.parts)}，与{plain(found.total.number.written)}相差{size}",
        (found.total.place(), *(part.place() for part in found.parts)),
        "请核对总数与各分项" if not small else "如为四舍五入的尾差，可调整其中一项使合计相等",
        severity=Severity.WARNING if small else None,
    )


def _earlier(found: Breakdown) -> bool:
    """The first parts are the whole; what follows says something else (其中：货物63.2万元、服务83.6万元，授予中小企业120万元)."""
    total = Decimal(0)
    for number, part in enumerate(found.parts, 1):
        total += part.value
        if number > 1 and total == found.total.value:
            return True
    return False


def _meant_as_all(found: Breakdown, gap: Decimal) -> bool:
    total = found.total.value
    if gap <= found.rounding or (_counted(found) and gap < total * _HALF):
        return True
    if gap < total * _HALF and all(part.label.endswith("类") for part in found.parts):
        return True  # 民生类3个、能力建设类4个: a classification leaves nothing out
    return total > 0 and gap / total <= (_TWO if len(found.parts) == 2 else _SELECTION)


def _counted(found: Breakdown) -> bool:
    """3个项目，涉及资金412万元。其中：… names three of them."""
    before = found.total.sentence.text[: found.total.number.start]
    counts = [match["count"] for match in _COUNT.finditer(before)]
    named = all(part.label for part in found.parts)
    return named and len(found.parts) > _FEW and counts[-1:] == [str(len(found.parts))]


KIND = Kind(
    "T07",
    "“其中”分项合计",
    Severity.ERROR,
    "公开文件勾稽；容差0.01×项数",
    paper=check_paper,
    yields_to=("U01", "U03", "F08", "F09", "F12"),
)
