"""差距的识读: what a project did not reach, by its own papers: targets, money, things not begun. Used by rules on problems and conclusions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.reached import reached
from crosschecks.reports.report import Report
from crosschecks.reports.sentences import Sentence
from values.ratio import percent_text

_BUDGETS: Final = ("adjusted", "initial", "planned", "received")
_RATE: Final = re.compile(r"预算(?:执行|完成)率(?:仅)?(?:为|达到?|是|约)?(?P<rate>\d+(?:\.\d+)?)%")
_NOT_BEGUN: Final = re.compile(
    r"(?:项目|工程|资金|任务)[^，。；]{0,12}未(?:能)?(?:启动|实施|开工|动工)|未(?:能)?(?:启动|实施|开工|动工)(?:该|本)?(?:项目|资金|工程)"
    r"|(?:项目|工程|任务|资金)[^，。；]{0,8}(?:尚未|未能|无法)(?:启动|实施|完成|开工|支付|兑现)"
    r"|(?:使用|支出|支付)(?:项目)?资金0(?:\.0+)?万?元|(?:项目|实际|全年|当年)(?:支出|支付|使用)0(?:\.0+)?万?元"
)
_ELSEWHEN: Final = re.compile(r"上年|去年|往年|目标|要求|不低于|以上|低于|应|(?:[1-9]|1[01])月(?:底|末|份)|上半年|季度")
_MISSED: Final = re.compile(r"未(?:能)?(?:达到|完成|达成)[^，。；（]{0,16}(?:目标值?|计划|任务|指标值?)(?![的原])")
_CARRIED: Final = re.compile(
    r"(?<!结余)(?<!剩余)资金(?:全部|全额)?结转(?:到|至)?(?:下年度?|次年|明年|(?:19|20)\d{2}年)(?:继续)?(?:使用|支付|实施)"
)
_NEGATED: Final = re.compile(r"(?:无|没有|不存在|未发现|避免|防止|杜绝|如|若|凡|对)[^，。；]{0,6}$")


@dataclass(frozen=True, eq=False)
class Gap:
    """一处差距: words with the arithmetic, and where. `sure`: told by figures or in plain words. `unspent`: no money was used. `of_row`: of an indicator."""

    words: str
    places: tuple[Place, ...]
    sure: bool = True
    unspent: bool = False
    of_row: bool = False


def gaps(group: Sequence[Report], low: Decimal) -> Iterator[Gap]:
    """Of a report and its table together; `low`: the share of the budget below which an execution is one."""
    for report in group:
        yield from _rows(report)
        yield from _funds(report, low)
        if report.kind != "account":
            yield from _told(report, low)


def _rows(report: Report) -> Iterator[Gap]:
    for table in report.indicators:
        for row in table.lines:
            told = reached(row)
            if told is not None and not told.met:
                words = f"“{row.shown}”完成{row.text('actual')}，未达到{row.text('target')}"
                yield Gap(words, (row.place("actual"), row.place("target")), of_row=True)


def _funds(report: Report, low: Decimal) -> Iterator[Gap]:
    for table in report.funds:
        spent = table.overall("spent")
        budget = next((found for stage in _BUDGETS if (found := table.overall(stage))), None)
        if spent is None or budget is None or budget[0] <= 0 or spent[0] / budget[0] >= low:
            continue
        places = tuple(table.place(row, "spent") for row in spent[1] if "spent" in row.cells)
        yield Gap(f"预算执行率{percent_text(spent[0] / budget[0])}", places, unspent=spent[0] == 0)


def _told(report: Report, low: Decimal) -> Iterator[Gap]:
    for sentence in report.prose:
        for match in _RATE.finditer(sentence.text):
            whole = sentence.text[slice(*sentence.clause(match.start()))]
            if Decimal(match["rate"]) < low * 100 and not _ELSEWHEN.search(whole):
                yield Gap(match.group(), (sentence.place(*match.span(), label="预算执行率"),))
        yield from _words(sentence, _NOT_BEGUN)
        yield from _words(sentence, _MISSED, unspent=False)
        if "资金" in sentence.heading or "使用" in sentence.heading:
            yield from _words(sentence, _CARRIED, sure=False)


def _words(sentence: Sentence, pattern: re.Pattern[str], *, sure: bool = True, unspent: bool = True) -> Iterator[Gap]:
    match = pattern.search(sentence.text)
    if match and not _NEGATED.search(sentence.text[: match.start()]):
        yield Gap(match.group(), (sentence.place(*_clause(sentence, match)),), sure=sure, unspent=unspent)


def _clause(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    return sentence.clause(match.start())[0], max(match.end(), sentence.clause(match.end() - 1)[1])
