"""标准的识读: so much for each: 每生每天5元, 按每公里3500元, 25万元/馆·年, with what it is for and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from crosschecks.reports.register import Figure
from crosschecks.reports.words import LEADING

if TYPE_CHECKING:
    from crosschecks.reports.report import Report

_TIMES: Final = "年|月|天|日|学期|学年|季度|季|周"
_EACH: Final = re.compile(
    rf"(?P<subject>[^，。；：、]{{0,24}}?)(?:每(?P<time1>{_TIMES}))?(?:按照?|为|是|执行|以|达到?)?(?:对|给予|给)?(?:"
    rf"每(?P<per>(?:平方|立方)米|[\u4e00-\u9fff]{{1,3}}?)|人均|户均|亩均)"
    rf"(?:每(?P<time2>{_TIMES}))?(?:补助|补贴|奖励|代缴|资助|收取|支付|投资|给予|缴费|缴纳|发放|安排|奖补|费用)?(?:标准)?(?:为|是|按|达到?|不超过|不低于)?$"
)
_WORDS_PER: Final = {"人均": "人", "户均": "户", "亩均": "亩"}
_SAME: Final = {
    "生": "人",
    "名": "人",
    "位": "人",
    "学生": "人",
    "个学生": "人",
    "日": "天",
    "名学生": "人",
    "个人": "人",
    "个": "个",
}
_NOT_NAMED: Final = re.compile(
    r"补助标准|补贴标准|收费标准|缴费标准|发放标准|标准|补助|补贴|资金|安排|支付|发放|按照?|执行|给予|为$|是$|对$|的|□|\s|[（）：、，]|由|从|仍|均|都"
)
_NO_STANDARD: Final = re.compile(r"人均(?:收入|可支配|纯收入|支出|GDP|产值|年?收)|平均|户均增收|测算|折合")
MONEY: Final = "元"


class Standard(NamedTuple):
    """标准: `figure` for each `per` (and `time`); subject: what it is for, without the words all standards have."""

    figure: Figure
    per: str
    time: str
    subject: str


def standards(report: Report) -> Iterator[Standard]:
    """Every standard of a report, exact ones of this year."""
    for figure in report.register.figures:
        if figure.number.exact and not figure.last and figure.role != "change" and figure.unit.split("/")[0] == MONEY:
            found = _standard(figure)
            if found is not None:
                yield found


def _standard(figure: Figure) -> Standard | None:
    words = figure.words
    if _NO_STANDARD.search(words):
        return None
    if "/" in figure.unit:
        per, *more = [_SAME.get(word, word) for word in figure.unit.split("/")[1:]]
        times = [word for word in (per, *more) if re.fullmatch(_TIMES, word)]
        things = [word for word in (per, *more) if word not in times]
        return Standard(figure, things[0] if things else "", times[0] if times else "", _subject(words, figure))
    match = _EACH.search(words)
    if match is None:
        return None
    whole = next((word for word in _WORDS_PER if word in match.group()), "")
    per = match["per"] or _WORDS_PER.get(whole, "")
    if re.fullmatch(_TIMES, per):
        return None
    time = _SAME.get(match["time1"] or match["time2"] or "", match["time1"] or match["time2"] or "")
    return Standard(figure, _SAME.get(per, per), time, _subject(match["subject"], figure))


def _subject(words: str, figure: Figure) -> str:
    """The words before, else those of the clause before within the sentence, else the heading's."""
    name = _NOT_NAMED.sub("", LEADING.sub("", words))
    if len(name) >= 2:
        return name
    start = figure.sentence.clause(figure.number.start)[0]
    earlier = re.split(r"[，；。]", figure.sentence.text[:start].rstrip("，；。"))[-1] if start else ""
    name = _NOT_NAMED.sub("", LEADING.sub("", earlier))
    return name or (figure.sentence.path[-1].name if figure.sentence.path else "")
