"""F01 资金总额等于来源之和 (财预〔2020〕10号附件1资金栏 [证]); tolerance 0.01万元 per source, at most 0.05."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from blueprints.schema import FundsTable, StageDef
from crosschecks.params import number, text, texts
from crosschecks.reports.funds import AMOUNTS, STAGE_NAMES, FundRow
from crosschecks.reports.funds import FundsTable as PaperFunds
from crosschecks.reports.sums import across, told
from crosschecks.rule import Context, Dossier, Found, Kind, Profile, Severity, plain
from crosschecks.wording import money, money_unit_yuan

MOST = Decimal("0.05")
UNASKED = "同一对象的另一张表或以前的表样问过的来源还有金额，这张表不问，但会加进总额；请在总额一行写明本表各来源之和"
_LEVEL = re.compile(r"(?:中央|省级?|市级?|县|区|乡镇|上级|本级)")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: funds table, total source, its parts, stages (empty: all), tolerance per part in the form's unit."""

    table: str
    total: str
    parts: tuple[str, ...]
    stages: tuple[str, ...] = ()
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Each stage's total against the parts. A blank total is the sum, and wrong only where an amount counts that the form does not ask for."""
    table = context.blueprint.table(params.table)
    if not isinstance(table, FundsTable):
        return
    for stage in table.stages:
        if not params.stages or stage.stage in params.stages:
            yield from _stage(context, params, table, stage)


def _stage(context: Context, params: Params, table: FundsTable, stage: StageDef) -> Iterator[Found]:
    parts = [part for part in params.parts if table.asks(stage, part)]
    filed = {part: context.book.fund(stage.stage, part) for part in parts}
    known = [value for value in filed.values() if value is not None]
    typed = context.book.fund_filed(stage.stage, params.total)
    total = context.book.fund(stage.stage, params.total) if typed is None else typed
    if total is None or not known:
        return
    gap = total - sum(known, Decimal(0))
    if abs(gap) <= min(params.tolerance * len(parts), MOST) * money_unit_yuan(context.blueprint):
        return
    unit = money_unit_yuan(context.blueprint)
    shown = "＋".join(plain(value / unit) for value in known)
    summed = money(sum(known, Decimal(0)), context.blueprint)
    said = "总额" if typed is not None else "总额没有填写，系统加总"
    yield Found(
        f"{stage.label}{said}{money(total, context.blueprint)}，分项之和{summed}。",
        f"{shown}＝{summed}，与总额{money(total, context.blueprint)}相差{money(abs(gap), context.blueprint)}",
        tuple(context.place(f"funds.{stage.stage}.{source}") for source in (params.total, *parts)),
        "请核对总额与各来源；总额留空时由系统自动加总" if typed is not None else UNASKED,
        pending=typed is not None and len(known) < len(parts) and gap > 0,
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every funds table of a paper, stage by stage, and the sources of every other table of data, row by row."""
    for report in dossier.reports:
        for funds in report.funds:
            for stage in AMOUNTS if funds.tells_sources else ():
                yield from wrong_total(funds, stage, profile)
        for matrix in report.matrices:
            yield from (told(found) for found in across(matrix, profile) if found.rule == "F01")


def wrong_total(funds: PaperFunds, stage: str, profile: Profile) -> Iterator[Found]:
    """One stage: the row of totals against its rows."""
    total = next((row for row in funds.rows if row.is_all and funds.written(row, stage) is not None), None)
    rows = [row for row in funds.sources if stage in row.cells]
    given = [(row, value) for row in rows if (value := funds.written(row, stage)) is not None]
    whole = funds.written(total, stage) if total else None
    if total is None or whole is None or not given or _agrees(whole, given, profile):
        return
    summed = sum((value for _, value in given), Decimal(0))
    if summed < whole and len(given) < len(rows):
        return  # something is still left blank
    yield Found(
        f"{STAGE_NAMES[stage]}合计{plain(whole)}，分项之和{plain(summed)}。",
        f"{'＋'.join(plain(value) for _, value in given)}＝{plain(summed)}，与{plain(whole)}相差{plain(abs(summed - whole))}",
        (funds.place(total, stage), *(funds.place(row, stage) for row, _ in given)),
        "请核对合计与各来源",
    )


def _agrees(whole: Decimal, given: list[tuple[FundRow, Decimal]], profile: Profile) -> bool:
    """With all rows, or without the levels of government that stand below 财政资金."""
    upper = [value for row, value in given if not _LEVEL.match(row.source)]
    ways = ([value for _, value in given], upper if len(upper) > 1 else [])
    return any(
        way and abs(sum(way) - whole) <= min(profile.rounding * (len(way) + 1), profile.most_rounding) for way in ways
    )


KIND = Kind(
    "F01",
    "资金总额等于来源之和",
    Severity.ERROR,
    "财预〔2020〕10号附件1",
    Params,
    {"table": text, "total": text, "parts": texts, "stages": texts, "tolerance": number},
    check,
    frozenset({"table", "total", "parts"}),
    paper=check_paper,
)
