"""T03 目标值前后一致 (财预〔2020〕10号第十三条：以批复的指标为准).

A target told in the goals or in the table and told again beside the results (目标45公里, 低于25万元的目标值) is the same figure. Indicators are
matched by their words, never by their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.aims import Aim, core, repeated_aims, said_aims, same_name, table_aims
from crosschecks.reports.spoken import Spoken, alike, spoken
from crosschecks.rule import Dossier, Found, Kind, Profile, Report, Sentence, Severity

_SAME: Final = 0.7
_SHORT: Final = 2
_SATISFIED: Final = "满意度"
_LONG_TERM: Final = re.compile(r"累计|三年|五年|规划|中期|总体|总投资")
_MONTHLY: Final = re.compile(
    r"每月的?(?P<day>\d{1,2})[日号](?:之?前|以前)[^，。；\d]{0,6}?(?P<deed>发放|拨付|报送|支付|兑付|上报|到账|缴纳|公示|代发|打卡)"
)
_AS_GOAL: Final = re.compile(r"目标|要求|时限")
_COUNTING: Final = re.compile(
    r"[“”（）：、\s的]|(?:建设|改造|购置|完成)(?:数量|任务数?|个数)$|(?<=[\u4e00-\u9fff]{2})数$|数量|人数|人次|户数|[场班批期次份套台]数|场次|班次|批次|次数|个数|处数|座数|件数|面积|长度|里程|规模|(?:不低于|不少于|不超过|达到?|为)$|^(?:新建|完成|实施|开展|全年|年度|确保|实现|计划|对|新增)"
)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Goals and results of every report."""
    for report in dossier.reports:
        yield from _days(report)
        told = spoken(report)
        # With no 实际完成 beside it, the figure among the results is what was done, not what was aimed at.
        results = [one for one in told if one.part == "done" and one.actual]
        for goal in (one for one in told if one.part == "goal"):
            for result in results:
                if result.kind == goal.kind and alike(goal.name, result.name) >= _SAME:
                    yield from _compared(goal, result)
    for group in dossier.groups:
        aims = [aim for report in group for aim in (*said_aims(report), *table_aims(report))]
        for report in group:
            yield from _repeated(report, aims)
        said = [aim for report in group for aim in said_aims(report)]
        yield from _told_and_tabled(said, [aim for report in group for aim in table_aims(report)])


def _days(report: Report) -> Iterator[Found]:
    """每月10日前发放 in the goals, “每月15日前发放”的目标 among the results."""
    told: dict[str, list[tuple[int, Sentence, re.Match[str]]]] = {}
    for sentence in report.prose:
        for match in _MONTHLY.finditer(sentence.text):
            told.setdefault(match["deed"], []).append((int(match["day"]), sentence, match))
    for found in told.values():
        first, other = found[0], next((one for one in found if one[0] != found[0][0]), None)
        aimed = [one for one in found if _AS_GOAL.search(one[1].heading) or _AS_GOAL.search(one[1].text)]
        if other is not None and len(aimed) > 1 and len({day for day, _, _ in found}) > 1:
            yield Found(
                f"“每月{first[2]['deed']}”的时限前写{first[0]}日、后写{other[0]}日。",
                f"每月{first[0]}日前≠每月{other[0]}日前",
                tuple(sentence.place(*match.span()) for _, sentence, match in (other, first)),
                "以批复的指标值为准，将两处改为一致",
            )


def _repeated(report: Report, aims: list[Aim]) -> Iterator[Found]:
    """Targets told again among the results; one that any place of the goals agrees with is right."""
    for again in repeated_aims(report):
        named = [aim for aim in aims if aim.unit == again.unit and same_name(aim.name, again.name)]
        named = (
            named
            or _satisfaction(aims, again)
            or [a for a in aims if a.unit == again.unit and _same(a.name, again.name)]
        )
        if named and all(aim.value != again.value for aim in named):
            first = named[0]
            yield Found(
                f"“{core(again.name)}”目标值前写{first.shown}、后写{again.shown}。",
                f"{first.shown}≠{again.shown}",
                (again.place, first.place),
                "以批复的指标值为准，将两处改为一致",
            )


def _satisfaction(aims: list[Aim], again: Aim) -> list[Aim]:
    """满意度 of whom is left out where the goals have only one."""
    named = [aim for aim in aims if aim.name.endswith(_SATISFIED)]
    return named if again.name == _SATISFIED and len({aim.name for aim in named}) == 1 else []


def _told_and_tabled(said: list[Aim], tabled: list[Aim]) -> Iterator[Found]:
    """A goal told in words against the target of the one row about the same thing."""
    for aim in said:
        if _LONG_TERM.search(aim.name):
            continue
        rows = [row for row in tabled if row.unit == aim.unit and _same(row.name, aim.name)]
        if len({row.name for row in rows}) == 1 and all(row.value != aim.value for row in rows):
            yield Found(
                f"“{core(rows[0].name)}”目标值文中写{aim.shown}、表中写{rows[0].shown}。",
                f"{aim.shown}≠{rows[0].shown}",
                (rows[0].place, aim.place),
                "以批复的指标值为准，将两处改为一致",
            )


def _same(one: str, other: str) -> bool:
    """The same words for counting and doing aside, or one's name whole within the other's."""
    first, second = (_COUNTING.sub("", name) for name in (one, other))
    short, long = sorted((first, second), key=len)
    inside = len(short) > _SHORT + 1 and long[:2] == short[:2] and long[-2:] == short[-2:]  # 受益人口, 受益农村人口
    return len(short) > _SHORT and (inside or long.endswith(short) or sorted(short) == sorted(long))


def _compared(goal: Spoken, result: Spoken) -> Iterator[Found]:
    before, after = goal.target_numbers, result.target_numbers
    if len(before) != len(after):
        return
    for one, other in zip(before, after, strict=True):
        if one.unit == other.unit and one.value != other.value and not one.in_range:
            first = goal.target[one.start : one.end]
            second = result.target[other.start : other.end]
            yield Found(
                f"“{goal.kind}指标：{goal.name}”目标值前写{first}、后写{second}。",
                f"{first}≠{second}",
                (goal.target_place(), result.target_place()),
                "以批复的指标值为准，将两处改为一致",
            )


KIND = Kind("T03", "目标值前后一致", Severity.ERROR, "财预〔2020〕10号第十三条", paper=check_paper)
