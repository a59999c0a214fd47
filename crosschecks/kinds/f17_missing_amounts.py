"""F17 金额缺项 (财预〔2020〕10号附件1：资金按来源填列 [知]): where money is told, its amount is told.

A sum over projects is asked for while one of them has no such amount. On paper: a section on money received or used without a single
amount, and a funds table with a total whose sources are blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.funds import STAGE_NAMES, FundsTable
from crosschecks.rule import Context, Dossier, Found, Kind, Place, Profile, Report, Severity

_MONEY: Final = re.compile(r"资金[^，。；]{0,8}(?:计划|到位|使用|安排|落实|投入|支出)")
_NOTHING: Final = re.compile(
    r"^[\s。；，]*(?:无|没有|不涉及|未安排|未下达|暂无)|结转|未(?:启动|使用|支付|支出|到位)|见(?:附|上|下)表|如下"
)
_STAGES: Final = ("planned", "initial", "adjusted", "received", "spent")


def check(context: Context, _params: object) -> Iterator[Found]:
    """Every figure that is added up, with the projects that lack it."""
    projects = context.view.projects
    for figure in projects.definition.figures if projects.definition else ():
        lacking = [each.filing.book.raw("project.name") for each in projects.every if each.figure(figure) is None]
        if figure.shape == "percent" or not lacking:
            continue
        path = f"projects.sum.{figure.key}"
        names = "、".join(f"“{name}”" for name in lacking)
        yield Found(
            f"{names}没有填{figure.label}，“{context.label(path)}”不能计算。",
            f"{len(projects.every)}个项目中{len(lacking)}个没有填{figure.label}",
            (context.place(path),),
            f"请到项目的自评表里填写{figure.label}，没有发生的填0",
            pending=True,
        )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Reports of projects: their sections on money and their funds tables."""
    for report in dossier.reports:
        if report.kind == "project" and not report.funds:
            yield from _without_amounts(report)
        for table in report.funds:
            yield from _without_sources(table)


def _without_amounts(report: Report) -> Iterator[Found]:
    """The innermost sections on money, when not one of them has an amount."""
    sections = [section for section in report.sections(_MONEY) if section.sentences]
    inner = [s for s in sections if not any(o is not s and o.heading.level > s.heading.level for o in sections)]
    if not inner or any(_NOTHING.search(section.text) for section in inner):
        return
    if any(number.is_money for section in sections for sentence in section.sentences for number in sentence.numbers):
        return
    names = "、".join(f"“{section.heading.name}”" for section in inner)
    places: tuple[Place, ...] = tuple(section.sentences[0].place() for section in inner)
    yield Found(
        f"{names}没有写明金额。",
        f"{names}中没有一个金额",
        places,
        "请写明计划、到位和使用的金额，并与申报、批复的数核对",
    )


def _without_sources(table: FundsTable) -> Iterator[Found]:
    """Stages whose total is told, while every source of it is blank and other stages are split."""
    total = table.total
    if total is None or not table.sources or not _is_split(table):
        return
    for stage in _STAGES:
        cells = [cell for row in table.sources if (cell := row.cells.get(stage)) is not None]
        if len(cells) > 1 and all(cell.is_empty for cell in cells) and table.written(total, stage):
            yield Found(
                f"{STAGE_NAMES[stage]}资金{total.cells[stage].flat}{table.unit_word}缺少来源分项。",
                f"合计{total.cells[stage].flat}，{len(cells)}项来源都空着",
                (table.place(total, stage), *(table.place(row, stage) for row in table.sources[:1])),
                "请按来源填写，没有的填0",
            )


def _is_split(table: FundsTable) -> bool:
    """Does any stage tell its sources?"""
    return any(table.written(row, stage) is not None for row in table.sources for stage in _STAGES)


KIND = Kind("F17", "金额缺项", Severity.WARNING, "财预〔2020〕10号附件1", check=check, paper=check_paper)
