"""F25 资金列支合规提示 (项目支出管理：项目经费不得用于人员经费、公务接待等基本支出 [知]): what a project's money seldom may pay for.

Reception, union fees, wages and bonuses among the spending of a project are worth a look. Told are amounts in a list of what a project paid
for, in a table or in words. Lists of 基本支出 and 三公经费, and projects that are about people's pay, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.rule import (
    Column,
    Context,
    Dossier,
    Figure,
    Found,
    Kind,
    Matrix,
    Place,
    Profile,
    Report,
    Sentence,
    Severity,
    parse_number,
    text,
)

_DOUBTFUL: Final = re.compile(
    r"(?:公务|业务)?(?:接待费|招待费)|工会经费|(?:基本|岗位|绩效|职工|人员|在编人员)工资|(?:年终)?奖金|津贴补贴|(?<!伙食)福利费|因公出国（境）费?|住房公积金"
)
_PROJECT: Final = re.compile(r"项目(?:支出|经费|资金)|专项(?:支出|经费|资金)")
_PAY: Final = re.compile(r"工资|薪|岗位|人员经费|津贴|补贴|奖励|抚恤|待遇|聘用|劳务派遣|公益性|接待|招商|外事|公务用车")
_OTHER: Final = re.compile(r"基本支出|公用经费|人员经费|三公|机关运行|工资福利")
_LISTED: Final = re.compile(r"支出(?:内容|项目|明细|用途)|费用(?:名称|项目)|用途|科目|项目名称|支出科目")
_AMOUNT: Final = re.compile(r".*(?:支出|金额|费用|支付|执行).*")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: list of spending, its column of words and its column of amounts."""

    table: str
    name: str
    amount: str


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows of a list of spending with an amount."""
    if _PAY.search(context.book.raw("project.name")):
        return
    for row in context.book.lists.get(params.table, ()):
        name, amount = row.raw(params.name).strip(), row.raw(params.amount).strip()
        match = _DOUBTFUL.search(name)
        if match and parse_number(amount).value:
            where = tuple(context.place(f"list.{params.table}.{row.uid}.{key}") for key in (params.name, params.amount))
            yield _told(match.group(), f"{amount}{context.blueprint.print.unit}", where)


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Tables of what a project paid for, and sentences that say so; each kind of spending once a report."""
    for report in dossier.reports:
        if _PAY.search(report.project):
            continue
        told: set[str] = set()
        for name, amount, place in (*_in_tables(report), *_in_words(report)):
            if name not in told:
                told.add(name)
                yield _told(name, amount, (place,))


def _told(name: str, amount: str, places: tuple[Place, ...]) -> Found:
    return Found(
        f"项目经费列支“{name}”{amount}，请核对是否合规。",
        f"{name}{amount}",
        places,
        "属于基本支出的，请调整列支渠道；确为项目所需的，请说明依据",
    )


def _in_tables(report: Report) -> Iterator[tuple[str, str, Place]]:
    for matrix in report.matrices if report.kind == "project" else ():
        names = next((column for column in matrix.columns if _LISTED.fullmatch(column.name)), None)
        amounts = next(
            (column for column in matrix.columns if column is not names and _AMOUNT.fullmatch(column.name)), None
        )
        if names is not None and amounts is not None:
            yield from _rows(matrix, names, amounts)


def _rows(matrix: Matrix, names: Column, amounts: Column) -> Iterator[tuple[str, str, Place]]:
    for row in matrix.rows:
        name, amount = row.cells.get(names.index), row.cells.get(amounts.index)
        match = _DOUBTFUL.search(name.flat) if name else None
        if match and amount is not None and amount.parsed.value:
            yield match.group(), f"{amount.flat}{matrix.unit or '万元'}", matrix.place(row, amounts)


def _in_words(report: Report) -> Iterator[tuple[str, str, Place]]:
    """Amounts behind 项目支出…包含, or anywhere below 资金使用 in the report of a project."""
    for sentence in report.prose:
        opened = next(iter(_PROJECT.finditer(sentence.text)), None)
        own = report.kind == "project" and "使用" in sentence.heading
        under_other = opened is None and bool(_OTHER.search(sentence.heading.split("／")[-1]))
        if (opened is None and not own) or under_other or _OTHER.search(sentence.text):
            continue
        start = opened.start() if opened is not None and not own else 0
        for figure in report.register.in_sentence(sentence):
            match = _paid_for(figure, sentence, start)
            if match:
                yield match, figure.shown, figure.place()


def _paid_for(figure: Figure, sentence: Sentence, start: int) -> str:
    """The kind of spending a figure names, '' for another."""
    if (
        figure.unit != "元"
        or figure.value == Decimal(0)
        or figure.number.start < start
        or figure.role != "amount"
        or figure.last
    ):
        return ""
    match = _DOUBTFUL.search(figure.label)
    return match.group() if match and match.end() == len(figure.label) else ""


KIND = Kind(
    "F25",
    "资金列支合规提示",
    Severity.WARNING,
    "项目支出管理",
    Params,
    {"table": text, "name": text, "amount": text},
    check,
    frozenset({"table", "name", "amount"}),
    paper=check_paper,
)
