"""互补的占比: shares told one after the other that make up one whole, by their names: 男性、女性, or parts that are all 资金.

What may overlap (35岁以下, 女性) or be a choice of some parts is left alone; so are shares that come out at 100 or far from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from crosschecks.reports.register import Figure

if TYPE_CHECKING:
    from crosschecks.reports.report import Report

_NAME: Final = re.compile(
    r"(?:^|[，、；：（]|其中：?|分别是)(?P<name>[\u4e00-\u9fff]{1,10}?)(?:占比|占(?:总[^，；。]{1,6}|全部[^，；。]{0,6}|[^，；。]{0,6}的)?|比例|比重)(?:的?比[重例])?(?:为|是|达到?|约|：)?$"
)
_PAIRS: Final = (
    ("男", "女"), ("城镇", "农村"), ("城市", "农村"), ("中央", "地方"), ("财政", "自筹"), ("线上", "线下"), ("新建", "改建"), ("行政", "事业"),
    ("基本支出", "项目支出"), ("满意", "不满意"), ("合格", "不合格"),
)  # fmt: skip
_END: Final = 2
_UNIFORM: Final = frozenset({"资金", "经费", "支出", "收入", "投资", "补助"})  # names of parts that exclude one another
_ROUGH: Final = re.compile("约|近占|超过|不足")
_SOURCES: Final = frozenset({"资金", "自筹", "配套", "拨款", "补助", "投资"})
_ALL: Final = re.compile("其他|自筹|其余")
_LOW, _HIGH = Decimal(90), Decimal(115)
_LEAST: Final = Decimal("0.05")


def complements(report: Report) -> Iterator[list[Figure]]:
    """Runs of shares that make up a whole by their names and do not make 100 %."""
    for sentence in report.prose:
        if sentence.text.count("%") < _END:
            continue
        for run, names in _runs(report.register.in_sentence(sentence)):
            total = sum((share.value for share in run), Decimal(0))
            slack = max(_LEAST, sum((share.number.step / 2 for share in run), Decimal(0)))
            if _LOW < total < _HIGH and abs(total - 100) > slack and _is_whole(names, over=total > 100):
                yield run


def _runs(figures: list[Figure]) -> Iterator[tuple[list[Figure], list[str]]]:
    """Exact shares that follow one another, amounts between them left aside, each with a name."""
    run: list[Figure] = []
    names: list[str] = []
    for figure in figures:
        if figure.unit != "%":
            continue
        match = _NAME.search(figure.words)
        if match is None or not figure.number.exact or figure.last or _ROUGH.search(figure.words):
            if len(run) > 1:
                yield run, names
            run, names = [], []
            continue
        run.append(figure)
        names.append(match["name"])
    if len(run) > 1:
        yield run, names


def _is_whole(names: list[str], *, over: bool) -> bool:
    """A pair of opposites; or parts of one kind, which make more than 100 or end in what is left."""
    if len(names) == _END:
        return any(one in names[0] and other in names[1] for pair in _PAIRS for one, other in (pair, pair[::-1]))
    ends = {name[-_END:] for name in names}
    single = ((len(ends) == 1 and ends <= _UNIFORM) or ends <= _SOURCES) and len(set(names)) == len(names)
    return single and (over or bool(_ALL.search(names[-1])))
