"""目标与完成的对照: what a report aims at in figures, in prose and in tables, and where its results tell the same thing again.

Names are compared by their core: 新装波形护栏 and 波形护栏, 受益学生人数 and 受益学生 name one thing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.finding import Place
from crosschecks.reports.basis import basis_of
from crosschecks.reports.indicators import IndicatorRow
from crosschecks.reports.pairs import label_of
from crosschecks.reports.register import Figure
from crosschecks.reports.report import Report
from crosschecks.reports.slips import mistyped
from crosschecks.reports.spoken import alike
from values.kept import once, remembered
from values.units import scale_of

_GOALS: Final = re.compile(r"目标|(?<!资金)(?<!经费)计划|任务")
_RESULTS: Final = re.compile(r"完成|绩效情况|效益|实现|绩效分析|产出|成效|结果|满意度情况|实施")
_NEITHER: Final = re.compile(r"偏离|原因|改进|措施|资金(?!计划)|经费|结果应用")
_TOLD_GOALS: Final = re.compile(r"(?:绩效|年度|具体|总体)+目标[为是：]")
_AIMED: Final = re.compile(r"(?:目标值?|指标值|计划|任务数?|计划数)(?:为|是|数)?：?$")
_AIMED_BEHIND: Final = re.compile(
    r"^[”’]?的?(?:年度|绩效|预期|既定|目标|控制|考核|规定)*(?:目标|指标|计划)值?|^[”’]的?(?:年度|规定|考核|工作)?(?:要求|标准)"
)
_PLANNED: Final = re.compile(
    r"(?:年初|全年|年度|原|本年)?(?:计划|目标)(?:任务)?(?:完成|实施)?(?P<name>[\u4e00-\u9fff]{3,12})"
)
_DONE: Final = re.compile(
    r"(?:实际|已|共|全年)?(?:完成|达到|实现|建成|实施|新增|发放|开展|举办|组织)(?:了|数|值|情况)?(?:为|是)?：?$|实际(?:值|数)?(?:为|是)?：?$"
)
_VERBS: Final = re.compile(
    r"^(?:新建|完成|开展|组织|建设|购置|采购|改造|维修|修建|发放|更新|举办|新增|新装|新修|修复|治理|接待|实施|推进|落实|实现|达到|全年|年度|年|本年|将|计划|预计|"
    r"实际|共|累计|应|各类|项目|目标|为|对)+"
)
_TAILS: Final = re.compile(
    r"(?:数量|人数|人次|户数|场次|次数|个数|面积|长度|里程|总量|总数|数|达到|达|为|完成|任务|目标|值|不低于|不少于|控制在)+$"
)
_OVER: Final = re.compile("高于|低于|超过|超出|达到|优于|年初|设定|既定|预期|确定|的|了")
_OTHER: Final = re.compile(
    r"累计|截至|现有|共有|其中|上年|去年|历年|总计|平均|同比|较|比|年均|目标|计划|拟|将|预计|应|以上|原|需"
)
_DONE_OF: Final = re.compile(r"(?:完成|占|达到)(?:了|年度|全年)*")  # 完成目标80件的95%
_EMPTY: Final = re.compile(r"(?:完成|达到|实现|占|超过|高于|低于|未达到?|年度|全年)*")
_LEAST: Final = 3
_ALIKE: Final = 0.75


@dataclass(frozen=True, eq=False)
class Aim:
    """目标 with a figure: of a row of a table or of a sentence."""

    name: str
    value: Decimal
    unit: str
    shown: str
    place: Place
    row: IndicatorRow | None = None


@remembered
def core(name: str) -> str:
    """A name without the verbs before it and the words for counting behind it."""
    bare = re.sub(r"[“”（）：、\s]", "", name)
    shorn = _TAILS.sub("", _VERBS.sub("", bare))
    return shorn if len(shorn) >= _LEAST else bare


def same_name(one: str, other: str) -> bool:
    """Do two names mean one thing?"""
    first, second = core(one), core(other)
    if min(len(first), len(second)) < _LEAST:
        return False
    short, long = sorted((first, second), key=len)
    return short == long or (len(short) >= _LEAST + 1 and long.endswith(short)) or alike(first, second) >= _ALIKE


def part_of(figure: Figure) -> str:
    """'goal' or 'done' by the nearest heading that tells, else ''."""
    for heading in reversed(figure.sentence.path):
        if _NEITHER.search(heading.name):
            return ""
        if _RESULTS.search(heading.name):
            return "done"
        if _GOALS.search(heading.name):
            return "goal"
    return ""


@once
def in_goals(figure: Figure) -> bool:
    """Is it aimed at: under a heading of goals, behind 具体绩效目标： or in the cell that asks for the goals."""
    if figure.role != "amount" or figure.last:
        return False
    if figure.sentence.cell is not None:
        return label_of(figure.sentence.block.label) == "goal"
    return part_of(figure) == "goal" or bool(_TOLD_GOALS.search(figure.sentence.text, 0, figure.number.start))


def name_in_words(figure: Figure) -> str:
    """What a figure is called: by the words before it, else by the heading its paragraph begins with."""
    label = figure.label if core(figure.label) and figure.key else ""
    if not label and figure.sentence.path and figure.sentence.path[-1].lead:
        label = figure.sentence.path[-1].name
    return label


@once
def said_aims(report: Report) -> list[Aim]:
    """Goals told in prose: one figure for each."""
    found = [figure for figure in report.register.figures if in_goals(figure)]
    return [
        Aim(figure.label, figure.value, figure.unit, figure.shown, figure.place()) for figure in found if figure.key
    ]


@once
def table_aims(report: Report) -> list[Aim]:
    """Targets of the rows of tables."""
    found: list[Aim] = []
    for table in report.indicators:
        for row in table.lines:
            target = row.measure("target")
            if target.number is not None and len(core(row.name)) >= _LEAST:
                unit, scale = scale_of(target.unit)
                found.append(Aim(row.name, target.number * scale, unit, row.text("target"), row.place("target"), row))
    return found


def repeated_aims(report: Report) -> Iterator[Aim]:
    """Targets told again among the results: 目标45公里, 低于25万元的目标值."""
    for figure in report.register.figures:
        if figure.sentence.cell is not None or part_of(figure) == "goal" or figure.last:
            continue
        words, behind = figure.words, figure.sentence.text[figure.number.end :]
        planned = _PLANNED.fullmatch(words.strip("，；、：（"))
        if planned:
            yield Aim(planned["name"], figure.value, figure.unit, figure.shown, figure.place())
        if planned or (not _AIMED.search(words) and not _AIMED_BEHIND.match(behind)):
            continue
        own = _AIMED.sub("", words).strip("，；、：")
        bare = _DONE_OF.fullmatch(own) or not _OVER.sub("", own).strip("“‘")
        name = _name_before(report, figure) if bare else ""
        name = name or _AIMED.sub("", name_in_words(figure))
        if len(core(name)) < _LEAST or _EMPTY.fullmatch(name):
            name = _name_before(report, figure)
        if len(core(name)) >= _LEAST:
            yield Aim(name, figure.value, figure.unit, figure.shown, figure.place())


def _name_before(report: Report, figure: Figure) -> str:
    """The name of the figure told right before, of the same unit: 满意度93.8%，未达到95%的目标值."""
    told = report.register.in_sentence(figure.sentence)
    at = next(number for number, other in enumerate(told) if other is figure)
    if at and told[at - 1].unit == figure.unit:
        return told[at - 1].label
    same = [other for other in told[:at] if other.unit == figure.unit and other.label and other.role == "amount"]
    return same[-1].label if same and _OVER.search(figure.words + figure.shown) else ""


def answered(report: Report, row: IndicatorRow) -> list[Figure]:
    """Figures in prose outside the goals that tell a row's actual again: of its name and unit, of this year and no running total."""
    actual = row.measure("actual")
    unit = scale_of(actual.unit)[0]
    found: list[Figure] = []
    for figure in report.register.by_unit.get(unit, ()):
        clause = figure.sentence.text[slice(*figure.sentence.clause(figure.number.start))]
        plain = figure.number.exact and not figure.last and figure.role != "change" and figure.sentence.cell is None
        told = plain and figure.key and not _OTHER.search(clause) and part_of(figure) != "goal"
        if told and same_name(figure.label, row.name) and basis_of(figure) != "plan":
            found.append(figure)
    return found


def done_and_aimed(report: Report) -> Iterator[tuple[str, Figure, Figure]]:
    """Target and actual told in one sentence (目标1386.4公里，实际完成1368.4公里) with their name."""
    for sentence in report.prose:
        if "目标" not in sentence.text and "计划" not in sentence.text:
            continue
        told = report.register.in_sentence(sentence)
        for aimed, done in itertools.pairwise(told):
            words = done.words
            plan = _AIMED.search(aimed.words) or _PLANNED.fullmatch(aimed.words.strip("，；、：（"))
            if aimed.unit == done.unit and plan and _DONE.search(words):
                yield name_in_words(aimed) or aimed.label, aimed, done


def told_otherwise(
    rows: Sequence[IndicatorRow], group: Sequence[Report]
) -> Iterator[tuple[IndicatorRow, list[Figure]]]:
    """Rows whose actual no figure in prose of their name agrees with; one that differs is the target, a slip, or of the very same name."""
    for row in rows:
        actual, target = row.measure("actual"), row.measure("target")
        if actual.number is None or actual.approximate or len(core(row.name)) < _LEAST:
            continue
        value = actual.number * scale_of(actual.unit)[1]
        aimed = target.number * scale_of(target.unit)[1] if target.number is not None else None
        told = [figure for report in group for figure in answered(report, row)]
        if not told or any(abs(figure.value - value) <= figure.number.step / 2 for figure in told):
            continue
        sure = [
            figure
            for figure in told
            if figure.value == aimed
            or core(figure.label) == core(row.name)
            or mistyped(figure.number.written, actual.number)
        ]
        if sure:
            yield row, sure
