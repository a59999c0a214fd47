"""T04 指标集合前后一致 (财预〔2020〕10号第十三条：自评使用批复的指标，不得更换).

Every indicator of the goals is answered in the results, and the results answer no other. Kinds first (数量、质量 …), then the words: where
a kind is told in both, names with hardly a word in common are two indicators. A report that tells indicators in only one place is
not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.aims import core, in_goals
from crosschecks.reports.spoken import Spoken, alike, spoken
from crosschecks.rule import Dossier, Figure, Found, Kind, Profile, Report, Severity

_YEAR: Final = re.compile(r"((?:19|20)\d{2})年")
_ALL_DONE: Final = re.compile(
    r"(?:等[二三四五六七八九十\d]+[项类]|各项(?:任务|指标|目标)|全部(?:任务|指标|目标))(?:[^，。；]{0,6})?(?:均|都|全部|全面)?(?:按|已|如期|按期)?(?:计划|时|量)*(?:全部)?完成"
)
_DEALT: Final = re.compile(r"分解|^涉及|^覆盖|^任务$|[一二三四五两\d]年后")
_OTHER: Final = 0.3
_NAME: Final = 4
_TAIL: Final = 3
_ANSWERED: Final = 2
_LEAST: Final = 3
_ANSWERED_ELSEWHERE: Final = ("社会效益", "经济效益", "生态效益", "满意度")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Reports whose goals tell at least three indicators and whose results tell any."""
    for report in dossier.reports:
        told = spoken(report)
        goals, results = ([one for one in told if one.part == part] for part in ("goal", "done"))
        found: list[Found] = []
        if len(goals) >= _LEAST and results:
            found = [*_missing(goals, results), *_renamed(goals, results)]
        yield from found or _unanswered(report)


def _unanswered(report: Report) -> Iterator[Found]:
    """Goals in figures that no word outside the goals speaks of, in a report that answers most of the others by name."""
    goals = [
        figure
        for figure in report.register.figures
        if figure.key and in_goals(figure) and len(core(figure.label)) >= _NAME and not _of_another_time(report, figure)
    ]
    inside = {id(figure.sentence) for figure in goals}
    others = [sentence.text for sentence in report.sentences if id(sentence) not in inside]
    others += [row.name for table in report.indicators for row in table.lines if row.name]
    others += [row.name for matrix in report.matrices for row in matrix.rows]
    told = {(f.value, f.unit) for f in report.register.figures if f.unit != "%" and id(f.sentence) not in inside}
    silent = [
        goal
        for goal in goals
        # 满意度 of whom is often left out, and so is what the goal called 安全生命防护工程 when its 210公里 are told.
        if not any(_speaks(text, core(goal.label)) or goal.label[-_TAIL:] in text for text in others)
        and (goal.value, goal.unit) not in told
    ]
    if silent and any(_ALL_DONE.search(text) for text in others):
        return
    if not silent or len(goals) - len(silent) < _ANSWERED or len(silent) * 2 > len(goals):
        return
    names = "、".join(f"“{goal.label}{goal.shown}”" for goal in silent)
    yield Found(
        f"完成情况没有对应目标：{names}没有写实际完成情况。",
        f"目标{len(goals)}项，其中{len(silent)}项在完成情况中没有写到",
        tuple(goal.place() for goal in silent),
        "请按批复的绩效目标逐项写明实际完成情况；未启动的写明未完成及原因",
        severity=Severity.WARNING if len(silent) == 1 else None,  # it may be told in words nobody foresaw
    )


def _of_another_time(report: Report, goal: Figure) -> bool:
    """三年后保存率80%以上（2025年考核）, and what tasks are dealt out to, wait for no answer this year."""
    start, end = goal.sentence.clause(goal.number.start)
    years = [int(year) for year in _YEAR.findall(goal.sentence.text[start:end])]
    return bool(_DEALT.search(goal.label)) or (bool(report.year) and max(years, default=0) > report.year)


def _speaks(text: str, name: str) -> bool:
    """Does a text hold most of a name's pairs of characters?"""
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return sum(pair in text for pair in pairs) * 5 >= len(pairs) * 3


def _missing(goals: list[Spoken], results: list[Spoken]) -> Iterator[Found]:
    answered = {one.kind for one in results}
    missing = [one for one in goals if one.kind not in answered and one.kind not in _ANSWERED_ELSEWHERE]
    if not missing:
        return
    names = "、".join(dict.fromkeys(f"{one.kind}指标" for one in missing))
    yield Found(
        f"完成情况未对应目标指标：缺{names}。",
        f"目标{len(goals)}项，完成情况{len(results)}项",
        (*(one.place() for one in results), *(one.place() for one in missing)),
        "请按批复的绩效目标逐项写明实际完成情况；未启动的写明未完成及原因",
    )


def _renamed(goals: list[Spoken], results: list[Spoken]) -> Iterator[Found]:
    pairs = [(goal, result) for goal in goals for result in results if goal.kind == result.kind]
    kinds = {goal.kind: [p for p in pairs if p[0].kind == goal.kind] for goal, _ in pairs}
    changed = [found[0] for found in kinds.values() if all(_differ(*pair) for pair in found)]
    if not changed:
        return
    goal_names = "、".join(f"“{goal.name}”" for goal, _ in changed)
    result_names = "、".join(f"“{result.name}”" for _, result in changed)
    yield Found(
        f"完成情况所列指标与目标不是同一套：目标为{goal_names}，完成情况为{result_names}。",
        f"{len(changed)}项指标名称不同",
        tuple(one.place() for pair in changed for one in pair),
        "请按批复的指标名称填写完成情况；指标经批准调整的，写明依据",
    )


def _differ(goal: Spoken, result: Spoken) -> bool:
    """Two names of some length without a common core; a time or an amount alone is no name."""
    one, other = goal.name, result.name
    return min(len(one), len(other)) >= 5 and goal.kind in {"数量", "质量"} and alike(one, other) < _OTHER


KIND = Kind("T04", "指标集合前后一致", Severity.ERROR, "财预〔2020〕10号第十三条", paper=check_paper)
