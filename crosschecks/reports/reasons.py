"""原因的识读: what was really written under 原因, the instructions of the form taken away, and whether the prose gives a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from crosschecks.reports.funds import FundsTable
from crosschecks.reports.grid import GridCell
from values.blank import is_blank

if TYPE_CHECKING:
    from crosschecks.reports.report import Report

_PARTS: Final = re.compile(r"[；;。\n\u2028]|(?<!^)(?=\d[.．、](?!\d))")
_FORM: Final = re.compile(
    r"需(?:要)?说明|应(?:当)?(?:单独|分别|予以)?说明|请(?:简要)?说明|说明(?:原因|理由)[）)]?$|\d+字以内|执行率[=＝]|填写说明|填报说明|如有|没有.{0,6}填无|其他资金(?:包括|是指)|偏差原因分析及改进措施$"
)
_NUMBERED: Final = re.compile(r"^\s*(?:\d{1,2}[.．、]|（\d{1,2}）)\s*")
_REASON: Final = re.compile(
    r"原因|由于|因为|主要是|系因|受.{1,12}影响|因(?=[\u4e00-\u9fff]{3})|导致|尚未(?:结算|验收|支付|完工)|未达到付款|跨年|质保金|质量保证金"
)
_CHANGED: Final = re.compile(
    r"(?:追加|调增|调减|追减|核减|调剂|调整|压减|年中)[^。；]{0,30}(?:\d[\d,.]*万?元|预算|资金|指标|经费)|(?:预算|资金|指标|经费)[^。；]{0,12}(?:追加|调增|调减|追减|核减|调剂|调整)"
)
_RULES: Final = re.compile(r"严格|规定|制度|办法|得分|分值|[得扣]\d|率=|÷")  # how changes are made, not that one was
_LOW: Final = re.compile(r"执行率|执行进度|支出进度|支付进度|支付率|使用率|结余|结转|未使用|未支付|未执行|未支出")


def reason_in(cell: GridCell | None) -> str:
    """What stands in a cell besides the form's own instructions; '' for nothing."""
    if cell is None:
        return ""
    told = (_NUMBERED.sub("", part).strip(" ，,") for part in _PARTS.split(cell.text))
    kept = "；".join(part for part in told if part and not _FORM.search(part))
    return "" if is_blank(kept) or not re.search(r"[\u4e00-\u9fff]{2}", kept) else kept


def reasons_column(funds: FundsTable) -> list[GridCell]:
    """Cells of a table's column of reasons; a cell merged over several rows once."""
    cells = [row.cells["reason"] for row in funds.rows if "reason" in row.cells]
    return list({id(cell): cell for cell in cells}.values())


def change_told(reports: Iterable[Report]) -> bool:
    """Does the prose say what the budget was changed for?"""
    return any(
        _CHANGED.search(sentence.text) and not _FORM.search(sentence.text) and not _RULES.search(sentence.text)
        for report in reports
        for sentence in report.sentences
    )


def low_rate_told(reports: Iterable[Report]) -> bool:
    """Does the prose say why less was spent?"""
    return any(
        _LOW.search(sentence.text) and _REASON.search(sentence.text) and not _FORM.search(sentence.text)
        for report in reports
        for sentence in report.sentences
    )
