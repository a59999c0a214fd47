"""I02 二级归属正确 (财预〔2021〕101号：数量、质量、时效、成本、效益、满意度各指什么): what an indicator is called, against where it stands.

Only sure cases are errors: heads counted as quality, 合格率 as quantity, 及时率 as quantity, a standard in yuan as timeliness, 成本 under
效益. Rates that may be either (完成率、覆盖率) and what a unit may well count as quality (事故、投诉) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.params import texts
from crosschecks.reports.dates import moments
from crosschecks.reports.levels import OUTPUTS, is_framed, kind_of, kinds_of
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Place, Profile, Severity
from values.measure import parse_measure
from values.text import fold_width

_HEADS: Final = re.compile(r"(?:人数|人次|户数|户次|床位数|班次|场次)(?:（.*）)?$")
_BAD: Final = re.compile(
    r"及时|按时|按期|事故|差错|投诉|死亡|伤亡|违规|违纪|违法|不合格|超期|逾期|返贫|流失|案件|举报|信访|未|零|无|错|漏|退|被|获奖|达标|合格|优秀"
)
_QUALITY: Final = re.compile(
    r"(?:合格|达标|准确|正确|优良|优秀|良好|完好|参保|续保|差错|及格|好路|成活|保存|治愈|有效|规范)率(?:（.*）)?$|准确性$|质量$"
)
_IN_TIME: Final = re.compile(
    r"及时率|及时性|(?:在?规定|约定|限定)(?:时间|时限|期限)(?:内)?.*率|按期.*率|准时率|按时.*率|时效性"
)
_TIME: Final = re.compile(r"(?:时间|时限|日期|期限|时点|周期)(?:（.*）)?$")
_COST: Final = re.compile(
    r"(?<!达)(?<!质量)(?<!技术)(?<!服务)(?<!建设)(?<!验收)(?<!国家)标准(?:（.*）)?$|成本$|单价$|造价$|(?:补助|补贴|采购|项目)(?:经费|资金|金额)$|支出$"
)
_SATISFIED: Final = re.compile(r"满意(?:度|率)(?:指标)?$")
# 效益和满意度指标 is a node for both.
_NAMED: Final = re.compile("产出|效益|满意度|成本")
_UNSURE: Final = re.compile(r"质量$|有效率|规范率|良好率|保存率")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table leaf or the table of indicators."""

    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row says of itself, in a form or on paper."""

    name: str
    first: str
    second: str
    values: tuple[str, str]  # target and actual
    unit: str


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows of a form: what the name and the unit tell against the second level."""
    for row in context.table_rows(params.of):
        first, second = kind_of(row.level1.strip()), kind_of(row.level2.strip())
        told = _Told(fold_width(row.name).strip(), first, second, (row.target, row.actual), row.unit)
        places = tuple(context.place(f"indicators.{row.uid}.{field}") for field in ("name", "level2"))
        yield from _misplaced(told, row.level2.strip(), places)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Rows of tables in the national frame."""
    for report in dossier.reports:
        for table in report.indicators:
            if is_framed(table):
                for row in table.lines:
                    yield from _levels(row)
                    yield from _row(row)


def _row(row: IndicatorRow) -> Iterator[Found]:
    told = _Told(row.name, *kinds_of(row), (row.text("target"), row.text("actual")), row.text("unit"))
    places = (row.place("name"), *([row.level2.place("二级指标")] if row.level2 else []))
    yield from _misplaced(told, row.level2_name, places)


def _misplaced(told: _Told, shown: str, places: tuple[Place, ...]) -> Iterator[Found]:
    if not told.name or told.second not in OUTPUTS or told.first in {"效益", "满意度"}:
        return
    better, sure = _belongs(told)
    if better and better != told.second:
        yield Found(
            f"“{told.name}”列在{shown}下，疑应归入{better}指标。",
            f"{shown}≠{better}指标",
            places,
            f"请对照批复的绩效目标，移到{better}指标下；指标确属{told.second}的，请把名称写明白",
            severity=None if sure else Severity.WARNING,
        )


def _belongs(told: _Told) -> tuple[str, bool]:
    """The kind its words and unit tell, '' when they do not, and whether that is sure."""
    name, second = told.name, told.second
    if _IN_TIME.search(name) and second != "时效":
        return "时效", second != "质量" or bool(re.search("规定|限定|约定", name))
    if second in {"质量", "时效", "成本"} and _HEADS.search(name) and not _BAD.search(name):
        return "数量", True
    if second in {"数量", "时效", "成本"} and _QUALITY.search(name):
        return "质量", not _UNSURE.search(name)
    if second in {"数量", "质量", "成本"} and _TIME.search(name) and _is_date(told):
        return "时效", True
    if second in {"时效", "质量"} and _COST.search(name) and _is_money(told):
        return "成本", True
    return "", False


def _is_date(told: _Told) -> bool:
    return any(True for value in told.values for _ in moments(value, 2000))


def _is_money(told: _Told) -> bool:
    measures = (parse_measure(value, unit=told.unit) for value in told.values)
    return any("元" in str(measure.unit or "") for measure in measures) or "元" in told.unit


def _levels(row: IndicatorRow) -> Iterator[Found]:
    """A second level that does not belong to the first; only where both stand in one row, as lost merges mislead."""
    first, second = kinds_of(row)
    level1, level2 = row.level1, row.level2
    if level1 is None or level2 is None or level1.row != level2.row or len(_NAMED.findall(row.level1_name)) > 1:
        return
    wrong = {
        "产出": second in {"满意度", "经济效益", "社会效益", "生态效益", "可持续影响"},
        "效益": second in OUTPUTS,
        "满意度": second not in {"满意度", ""},
    }
    if wrong.get(first):
        own = _SATISFIED.search(row.name) and "服务对象满意度指标"
        yield Found(
            f"{row.level1_name}下的二级指标写成了{row.level2_name}{f'（{row.name}）' if row.name else ''}，疑应为{own or f'{first}类的二级指标'}。",
            f"{row.level2_name}不属于{row.level1_name}",
            (row.place("name"), level2.place("二级指标"), level1.place("一级指标")),
            f"请把二级指标改为{own or f'{first}指标下的一类'}，或把本行移到所属的一级指标下",
        )


KIND = Kind(
    "I02",
    "二级归属正确",
    Severity.ERROR,
    "财预〔2021〕101号",
    Params,
    {"of": texts},
    check,
    frozenset({"of"}),
    reads_rows=True,
    paper=check_paper,
)
