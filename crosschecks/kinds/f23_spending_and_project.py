"""F23 投向与子项目一致 (地方表式): a line of spending is no larger than the project it is for.

Projects with their amounts are told as 项目一：某某12万元 or stand in the table of spending; a line named after one of them (拨乡镇工作经费 for
本级及乡镇工作经费) is part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.rule import Dossier, Figure, Found, Kind, Place, Profile, Report, Severity, plain

_ITEM: Final = re.compile(r"^(?:子?项目[一二三四五六七八九十\d]{1,2}：)(?P<name>[\u4e00-\u9fff（）、]{4,30}?)(?=\d)")
_VERB: Final = re.compile(r"^(?:拨付?|支付|用于|下拨|安排|列支)")
_NAME: Final = 5
_WAN: Final = Decimal(10_000)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Reports that tell their projects one by one."""
    for report in dossier.reports:
        projects = list(_projects(report))
        if projects:
            yield from _lines(report, projects)


def _projects(report: Report) -> Iterator[tuple[str, Decimal, Place]]:
    for sentence in report.prose:
        match = _ITEM.match(sentence.text.strip())
        money = [figure for figure in report.register.in_sentence(sentence) if figure.number.is_money]
        if match and money:
            yield match["name"], money[0].value, money[0].place()


def _lines(report: Report, projects: list[tuple[str, Decimal, Place]]) -> Iterator[Found]:
    told: set[tuple[str, Decimal]] = set()
    for figure in report.register.figures:
        name = _VERB.sub("", figure.key)
        if not (figure.number.is_money and figure.role == "amount" and len(name) >= _NAME and figure.number.exact):
            continue
        for project, amount, place in projects:
            if name in project and name != project and figure.value > amount and (name, figure.value) not in told:
                told.add((name, figure.value))
                yield _found(figure, project, amount, place)


def _found(figure: Figure, project: str, amount: Decimal, place: Place) -> Found:
    return Found(
        f"“{figure.label}”支出{figure.shown}大于所属项目“{project}”{plain(amount / _WAN)}万元。",
        f"{plain(figure.value / _WAN)}＞{plain(amount / _WAN)}，超出{plain((figure.value - amount) / _WAN)}",
        (figure.place(), place),
        "请核对支出归属；跨项目列支的，按项目分列",
    )


KIND = Kind("F23", "投向与子项目一致", Severity.ERROR, "地方表式", paper=check_paper)
