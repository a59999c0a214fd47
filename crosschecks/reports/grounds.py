"""原因与措施的识读: whether a report says why a budget was changed or not spent, and what it will do, apart from the form's own notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.funds import FundsTable
from crosschecks.reports.report import Report
from crosschecks.reports.sentences import Sentence
from values.blank import is_blank

# A form prints into its own cell what it wants there; that is no answer.
_NOTE: Final = re.compile(
    r"需说明|应(?:当)?(?:单独)?说明|须说明|请说明|请填写|字以内|填表说明|包括：|计算公式|^\d?[.、]?[^。；]{0,12}率[=＝]"
)
_PIECES: Final = re.compile(r"[。；\n]|(?<=[^\d])(?=\d[.、](?!\d))")
_WHY: Final = re.compile(r"因为?(?!此|素|公)|由于|原因|受[^，。；]{1,16}影响|主要是")
_GROUNDS: Final = re.compile(r"根据|按照|依据")
_CHANGED: Final = re.compile(
    r"(?:预算|资金|指标|财政|经费|项目)[^。；]{0,30}(?:追加|调增|调减|核减|压减|追减|调整为|调剂)|(?:追加|调增|调减|核减|压减|追减|调整(?!后))[^。；]{0,20}(?:预算|资金|指标|经费|万元)"
)
_HABIT: Final = re.compile(r"严格|规定进行|程序|制度|办法|应单独|要求进行|绩效目标调整")
_UNSPENT: Final = re.compile(
    r"执行|支出|支付|结余|结转|未支|进度|结算|未完成|到位|下达|到账|未启动|未使用|未实施|(?:财政|指标|资金)[^。；]{0,6}收回|追减"
)
_CAUSE: Final = re.compile(
    r"影响|导致|造成|滞后|较晚|偏晚|缓慢|节约|待[^，。；]{0,14}(?:支付|结算|拨付|付款)|据实结算|(?<![关联])系(?![统列数])"
)
_SHORT: Final = re.compile(
    r"未(?:支|执行|使用|完成|拨付|结算|付|达)|结余|结转|剩余|(?:执行|支付|支出)(?:率|进度)[^，。；]{0,4}(?:偏低|较低|不高|缓慢|滞后|偏慢)|影响[^，。；]{0,8}(?:执行|支付|支出)"
)
_REMEDIES: Final = re.compile(r"建议|措施|整改|改进|下一步")


def told_reason(table: FundsTable) -> tuple[str, Place] | None:
    """What stands in a funds table's column of reasons beside the form's notes, and where; None when there is no such column."""
    cells = {id(cell): cell for row in table.rows if (cell := row.cells.get("reason")) is not None}
    if "reason" not in table.header:
        return None
    words = "".join(piece for cell in cells.values() for piece in _answers(cell.text))
    shown = next((cell for cell in cells.values() if cell.text), table.header["reason"])
    return words, shown.place("原因")


def _answers(text: str) -> Iterator[str]:
    return (
        piece
        for piece in _PIECES.split(text)
        if not _NOTE.search(piece) and not is_blank(piece) and piece not in {"/", "—"}
    )


def explains_change(reports: Iterable[Report]) -> bool:
    """Does any sentence say on what grounds a budget was raised or cut?"""
    return any(
        _CHANGED.search(sentence.text)
        and not _HABIT.search(sentence.text)
        and (
            _WHY.search(sentence.text)
            or _GROUNDS.search(sentence.text)
            or any(number.is_money for number in sentence.numbers)
        )
        for sentence in _sentences(reports)
    )


def explains_shortfall(reports: Iterable[Report]) -> bool:
    """Does any sentence give a cause for money not spent?"""
    return any(_is_cause(sentence) for sentence in _sentences(reports))


def _is_cause(sentence: Sentence) -> bool:
    text = sentence.text
    told = (_WHY.search(text) and _UNSPENT.search(text)) or (_CAUSE.search(text) and _SHORT.search(text))
    return bool(told and not _NOTE.search(text))


def tells_measures(reports: Iterable[Report]) -> bool:
    """Is anything said about what will be done better?"""
    for report in reports:
        if any(pair.name == "remedies" and not is_blank(pair.text) for pair in report.pairs):
            return True
        under = (s for s in report.sentences if s.path and _REMEDIES.search(s.path[-1].name))
        if any(not is_blank(sentence.text) for sentence in under):
            return True
    return False


def _sentences(reports: Iterable[Report]) -> Iterator[Sentence]:
    return (sentence for report in reports for sentence in report.sentences)
