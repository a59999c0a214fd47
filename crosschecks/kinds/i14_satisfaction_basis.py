"""I14 满意度依据 (财预〔2021〕101号：满意度以问卷调查取值，须有佐证资料): a share of satisfied people, and nowhere how it was found.

A word of a survey, a visit or a number of people asked anywhere in the report or its table is enough. Goals are not results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.spoken import spoken
from crosschecks.rule import Dossier, Found, IndicatorRow, Kind, Place, Profile, Report, Severity

_SATISFIED: Final = re.compile(r"满意")
_SHARE: Final = re.compile(r"满意(?:度|率)[^，。；]{0,12}?(?P<share>\d+(?:\.\d+)?%)")
_PERCENT: Final = re.compile(r"\d+(?:\.\d+)?%")
_GOAL: Final = re.compile(r"目标|计划|预期|达到?|不低于|以上|≥|要求|应")
_BASIS: Final = re.compile(
    r"问卷|调查|抽样|访谈|走访|回访|测评|评议|测验|征求意见|意见箱|电话|评价器|好差评|样本|佐证|随机|反馈表|座谈"
)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """The first share of every project, its report and its table together, and all projects in one finding."""
    told = [share for group in dossier.groups if (share := _unfounded(group))]
    if told:
        many = f"等{len(told)}处" if len(told) > 1 else ""
        yield Found(
            f"满意度{told[0][0]}{many}缺少调查依据。",
            f"满意度{'、'.join(share for share, _ in told)}，所在的报告没有写样本数和调查方式",
            tuple(place for _, place in told),
            "请写明调查方式、发放和收回份数、满意份数，并附问卷汇总",
        )


def _unfounded(group: tuple[Report, ...]) -> tuple[str, Place] | None:
    if any(_has_basis(report) for report in group):
        return None
    return next((told for report in group for told in _shares(report)), None)


def _shares(report: Report) -> Iterator[tuple[str, Place]]:
    for table in report.indicators:
        for row in table.lines:
            if _is_satisfaction(row) and "%" in row.text("actual"):
                yield row.text("actual"), row.place("actual")
    for one in spoken(report):
        done = one.actual or (one.target if one.part == "done" else "")
        if "满意度" in one.kind and (match := _PERCENT.search(done)):
            yield match.group(), one.place()
    for sentence in report.prose:
        for match in _SHARE.finditer(sentence.text):
            before = sentence.text[sentence.clause(match.start())[0] : match.end()]
            if not _GOAL.search(before) and "目标" not in sentence.heading and "指标：" not in sentence.text:
                yield match["share"], sentence.place(*match.span(), label="满意度")


def _is_satisfaction(row: IndicatorRow) -> bool:
    return bool(_SATISFIED.search(row.level1_name + row.level2_name + row.name))


def _has_basis(report: Report) -> bool:
    return any(_BASIS.search(sentence.text) for sentence in report.sentences) or any(
        _BASIS.search(cell.text) for grid in report.grids for row in grid.rows for cell in row
    )


KIND = Kind("I14", "满意度依据", Severity.HINT, "财预〔2021〕101号", paper=check_paper)
