"""数字说的是谁: the subject of a figure told in prose, compared by its characters.

医务人员培训 and 培训医务人员, 受益群众 and 受益人数, 市级配套资金 and 市级财政配套资金 are one. Words for counting, money and the project as such say nothing of the subject. What narrows it (a town, a part, a quarter) is its scope.
"""

from __future__ import annotations

import re
from typing import Final

from crosschecks.reports.register import Figure

_NOISE: Final = re.compile(
    r"[^\u4e00-\u9fff]|惠及|受惠|人次|人数|人员|人口|群众|数量|总数|金额|资金|经费|款项|财政|合计|共计|累计|项目|专项|实施|全面|全部|全市|全县|全区|全省|全镇|全乡|本市|本县|本区|我市|我县|我区|本年|全年|年度"
    r"|实际|其中|通过|按照|根据|已经|目前|截至|分别|进行|开展|组织|举办|完成|达到|实现|发放给|用于|[的了共计约达为是有已对给将使名位个户人家次]"
)
_ALSO: Final = {"惠及": "受益", "受惠": "受益", "造价": "价款", "总价": "价款"}
_BEHIND: Final = re.compile(
    r"(?:参加|参与|获得|享受|领取|受益|得到|接受|按时|均|已|，|。|、|；|（|）|全部|免受|脱贫|满意|就业)"
)
_SCOPE: Final = re.compile(
    r"[^农城乡行政学小各全本该我建设新改增修造个等社，。；、：](?:镇|乡(?!镇|村)|村(?!级|民|庄)|街道|社区|区(?!域)|县(?!级)|标段|片区)|[^农城乡行政学小各全本该我建设新改增修造个等社，。；、：](?:校|站|所|院|园)(?=[^，。；]*$)|批次?|季度|上半年|下半年|\d{1,2}月|[一二三四五六七八九十]期|其中|第|包括|甲|乙|丙|[东西南北]线"
)
_PLACE: Final = re.compile(
    r"[^农城乡行政学小各全本该我](?:镇|乡(?!镇|村)|村(?!民)|街道|标段|片区|批|期)"
)  # 东镇, 一标段
_PERIOD: Final = re.compile(
    r"[上下]半年|[春秋夏冬]季|季度|[一二三四]季|\d{1,2}月|\d{1,2}日|[首末]批|第[一二三四五\d]+[批期轮次]"
)
_LEAST: Final = 2


def subject(figure: Figure) -> str:
    """Words of the subject: those before the figure and, where they say little, what is counted behind it."""
    words = _said(figure.label)
    if len(words) < _LEAST or not figure.key:
        behind = _BEHIND.split(figure.after, maxsplit=1)[0]
        words += _said(behind)
        if "受益" in figure.after:
            words += "受益"
    return words


def _said(text: str) -> str:
    for word, other in _ALSO.items():
        text = text.replace(word, other)
    return _NOISE.sub("", text)


def likeness(one: str, other: str) -> float:
    """How much of the shorter subject stands in the other, in any order; 0 when they hardly say anything."""
    first, second = set(one), set(other)
    if min(len(first), len(second)) < _LEAST:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def same_subject(one: str, other: str) -> bool:
    """Made of the same characters."""
    return bool(one) and sorted(one) == sorted(other)


def scope_of(figure: Figure) -> frozenset[str]:
    """What narrows the subject in its sentence, the words of the subject left aside: 东镇, 一标段, 第二季度."""
    start = max(figure.sentence.text.rfind(mark, 0, figure.number.start) for mark in "。；") + 1
    before = figure.sentence.text[start : figure.number.start]
    own = before[: max(0, len(before) - len(figure.label))]
    return frozenset((*_SCOPE.findall(own), *_PERIOD.findall(before), *_PLACE.findall(figure.label)))
