"""S19 总分无明细: a total score without any score below it (地方表式：临湘表 [种])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosschecks.rule import Context, Dossier, Found, Kind, Profile, Severity, points
from values.number import parse_number


@dataclass(frozen=True, slots=True)
class Params:
    """参数: none."""


def check(context: Context, _params: Params) -> Iterator[Found]:
    """One line in the whole score table, scored by hand: nobody can reckon it again."""
    total, lines = context.sheet.self_total, context.sheet.lines
    if total is None or len(lines) != 1 or context.row(lines[0]) is not None:
        return
    leaf = context.leaf(lines[0])
    if leaf is None or leaf.rule is None or leaf.rule.kind != "manual":
        return
    yield Found(
        f"综合得分{points(total)}没有评分明细支撑。",
        f"表上只有综合得分{points(total)}，没有各项指标的分值和得分",
        (context.place(lines[0].path),),
        "请留存评分底稿，并在报告中写明扣分的依据",
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """A total score in a form that lists its indicators and gives none of them points."""
    for group in dossier.groups:
        tables = [table for report in group for table in report.indicators]
        lines = [row for table in tables for row in table.lines]
        if not lines or any(row.number(role) is not None for row in lines for role in ("weight", "score")):
            continue
        totals = [
            (table.total.number("score"), table.total.place("score")) for table in tables if table.total is not None
        ]
        pairs = [pair for report in group if (pair := report.pair("total_score")) is not None and pair.cell is not None]
        for total, place in (*totals, *((parse_number(pair.text).value, pair.where) for pair in pairs)):
            if total:
                yield Found(
                    f"综合得分{points(total)}没有评分明细支撑。",
                    f"表上只有综合得分{points(total)}，没有各项指标的分值和得分",
                    (place,),
                    "请附评分明细，或在报告中写明扣分的依据",
                )


KIND = Kind("S19", "总分无明细", Severity.ERROR, "地方表式", Params, {}, check, paper=check_paper)
