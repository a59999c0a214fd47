"""S05 总得分: the filed total is the sum of the lines' scores (财预〔2020〕10号第十六条 [知]); “其中” rows do not count twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.params import number, text, texts
from crosschecks.reports.told_points import Part, parts_of, summed_in, totals_in
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    IndicatorRow,
    IndicatorTable,
    Kind,
    Place,
    Profile,
    Report,
    Severity,
    addition,
    points,
)
from values.number import parse_number

TOLERANCE = Decimal("0.01")
_ROUNDED: Final = Decimal("0.05")  # every weighted score may be rounded
_HUNDRED: Final = Decimal(100)
_FRAMES: Final = ({"决策", "过程", "产出", "效益"}, {"产出", "效益", "满意度", "预算执行"})  # all there is
_FRAME_NAMES: Final = {"投入": "决策", "效果": "效益", "预算执行率": "预算执行", "服务对象满意度": "满意度"} | {
    f"项目{name}": name for name in ("决策", "过程", "产出", "效益")
}
_PARTS: Final = 3
_NEAR: Final = Decimal(6)  # the score of a part left out is larger
_OF_ALL: Final = re.compile("综合|总|自评")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes added, path of the filed total, tolerance in points."""

    of: tuple[str, ...]
    total: str
    tolerance: Decimal = Decimal("0.01")


def check(context: Context, params: Params) -> Iterator[Found]:
    """The filed total against the sum; nothing filed, nothing to say."""
    filed = parse_number(context.book.raw(params.total)).value
    lines = list(context.lines(params.of))
    parts = [line.self_points for line in lines if line.self_points is not None]
    total = sum(parts, Decimal(0))
    if filed is None or not parts or abs(filed - total) <= params.tolerance:
        return
    yield Found(
        f"得分合计应为{points(total)}，填报{points(filed)}。",
        f"{addition(parts)}，填报{points(filed)}",
        (context.place(params.total), *(context.place(line.path) for line in lines)),
        "请核对各行得分；合计留空时由系统自动加总",
        pending=len(parts) < len(lines),
    )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every table's row of totals and rows of subtotals; the score of 预算执行率 may stand in the funds table."""
    for report in dossier.reports:
        for table in report.summed:
            if "score" in table.roles:
                yield from _whole(report, table)
                yield from _subtotals(table)
                yield from _partials(table)
                yield from _told_beside(report, table)
            elif {"raw", "weight"} <= table.roles:
                yield from _weighed(table)
        yield from _in_prose(report, profile)


def _whole(report: Report, table: IndicatorTable) -> Iterator[Found]:
    stated = _stated(report, table)
    lines = [(row, score) for row in table.lines if (score := row.number("score")) is not None]
    missing = [row for row in table.lines if row.number("weight") and row.number("score") is None]
    if stated is None or len(lines) < 2 or missing:
        return
    parts = [-abs(score) if "扣分" in row.level1_name else score for row, score in lines]
    total = sum(parts, Decimal(0))
    execution = _execution(report)
    if min(abs(stated[0] - total), abs(stated[0] - total - execution)) <= TOLERANCE:
        return
    shown = [*([execution] if execution else []), *parts]
    due = sum(shown, Decimal(0))
    yield _wrong("得分合计", (due, stated[0]), shown, (stated[1], *(row.place("score") for row, _ in lines)))


def _stated(report: Report, table: IndicatorTable) -> tuple[Decimal, Place] | None:
    """The total of the table's own row; without one, the only total told beside the only table with points of 100."""
    if table.total is not None:
        score = table.total.number("score")
        return (score, table.total.place("score")) if score is not None else None
    told = [pair for pair in report.pairs if pair.name == "total_score" and parse_number(pair.text).value is not None]
    scored = [other for other in report.indicators if "score" in other.roles]
    weights = [weight for row in table.lines if (weight := row.number("weight")) is not None]
    if len(scored) != 1 or len(told) != 1 or sum(weights) != _HUNDRED:
        return None
    return parse_number(told[0].text).value or Decimal(0), told[0].where


def _told_beside(report: Report, table: IndicatorTable) -> Iterator[Found]:
    """综合得分 in a cell of its own, against the row of totals of the only table of scores."""
    stated = table.total.number("score") if table.total else None
    pairs = [pair for pair in report.pairs if pair.name == "total_score" and pair.cell and _OF_ALL.search(pair.label)]
    if stated is None or table.total is None or len(pairs) != 1 or len(report.indicators) != 1:
        return
    told = parse_number(pairs[0].text).value
    if told is not None and abs(told - stated) > TOLERANCE:
        yield Found(
            f"“{pairs[0].label}”{points(told)}与评分表合计{points(stated)}不一致。",
            f"{points(told)}≠{points(stated)}",
            (pairs[0].where, table.total.place("score")),
            "请核对评分表合计与所填得分",
        )


def _weighed(table: IndicatorTable) -> Iterator[Found]:
    """Scores out of 100 and their weights, against the total they make."""
    lines = [(row, row.number("weight"), row.number("raw")) for row in table.lines]
    told = [(row, weight, raw) for row, weight, raw in lines if weight is not None and raw is not None]
    stated = table.total.number("score") if table.total else None
    if stated is None or table.total is None or len(told) != len(lines) or sum(w for _, w, _ in told) != _HUNDRED:
        return
    parts = [weight * raw / _HUNDRED for _, weight, raw in told]
    due = sum(parts, Decimal(0))
    # A mean that nothing weighs is another way of reckoning.
    plain_mean = sum((raw for _, _, raw in told), Decimal(0)) / len(told)
    if abs(due - stated) > _ROUNDED and abs(plain_mean - stated) > _ROUNDED:
        places = (table.total.place("score"), *(row.place("raw") for row, _, _ in told))
        yield _wrong("加权得分合计", (due, stated), parts, places)


def _in_prose(report: Report, profile: Profile) -> Iterator[Found]:
    """A total told in prose against the scores of its parts: those of its paragraph, or those of the report whose full marks make 100."""
    by_block = parts_of(report)
    every = [part for parts in by_block.values() for part in parts]
    for sentence in report.prose if len(every) > 1 else ():
        beside = summed_in(sentence, report.register.in_sentence(sentence))
        for start, end, stated in (*totals_in(sentence.text), *beside):
            own = by_block.get(id(sentence.block), [])
            told = [parts for parts in (own, every) if len({part.name for part in parts}) == len(parts) > 1]
            sums = [sum((part.value for part in parts), Decimal(0)) for parts in told]
            wrong = [n for n, parts in enumerate(told) if _is_whole(parts, stated, sums[n], profile, own=parts is own)]
            if wrong and not any(abs(due - stated) <= TOLERANCE for due in sums):
                parts, due = told[wrong[0]], sums[wrong[0]]
                places = (sentence.place(start, end), *(part.score.place() for part in parts))
                yield _wrong("得分合计", (due, stated), [part.value for part in parts], places)
                return


def _is_whole(parts: Sequence[Part], stated: Decimal, due: Decimal, profile: Profile, *, own: bool) -> bool:
    """Are they all the parts there are: by their full marks, or told right beside the total, nearly making it?"""
    full = [part.full.value for part in parts if part.full is not None]
    if len(full) == len(parts):
        return sum(full) == profile.total
    if not full and {_FRAME_NAMES.get(part.name, part.name) for part in parts} in _FRAMES:
        return True
    return own and not full and len(parts) >= _PARTS and abs(due - stated) <= _NEAR


def _execution(report: Report) -> Decimal:
    scores = (funds.written(funds.total, "score") for funds in report.funds if funds.total is not None)
    return next((score for score in scores if score is not None), Decimal(0))


def _subtotals(table: IndicatorTable) -> Iterator[Found]:
    """A level's own row against the rows below it."""
    for row in table.rows:
        stated = row.number("score") if row.kind == "subtotal" else None
        below = [other for other in table.lines if other.level1 is row.level1]
        scores = [score for other in below if (score := other.number("score")) is not None]
        if stated is None or len(scores) < len(below) or not scores or abs(sum(scores) - stated) <= TOLERANCE:
            continue
        places = (row.place("score"), *(other.place("score") for other in below))
        yield _wrong(f"“{row.shown}”得分合计", (sum(scores, Decimal(0)), stated), scores, places)


def _partials(table: IndicatorTable) -> Iterator[Found]:
    """小计 behind its rows: of those since the last one, or of all of the level."""
    since: list[IndicatorRow] = []
    for row in table.rows:
        if row.kind == "row":
            since.append(row)
        stated = row.number("score") if row.kind == "partial" else None
        if row.kind == "partial" and stated is not None and since:
            blocks = [since, *([other for other in table.lines if _of(other, row, level)] for level in (1, 2))]
            sums = [[score for other in block if (score := other.number("score")) is not None] for block in blocks]
            whole = len(sums[0]) == len(since)
            if whole and not any(abs(sum(parts) - stated) <= TOLERANCE for parts in sums if parts):
                places = (row.place("score"), *(other.place("score") for other in since))
                yield _wrong(f"“{row.shown}”得分", (sum(sums[0], Decimal(0)), stated), sums[0], places)
        if row.kind == "partial":
            since = []


def _of(row: IndicatorRow, partial: IndicatorRow, level: int) -> bool:
    own, other = (row.level1, partial.level1) if level == 1 else (row.level2, partial.level2)
    return own is not None and own is other


def _wrong(name: str, sums: tuple[Decimal, Decimal], parts: Sequence[Decimal], places: tuple[Place, ...]) -> Found:
    due, stated = sums
    return Found(
        f"{name}应为{points(due)}，填报{points(stated)}。",
        f"{addition(parts)}，填报{points(stated)}",
        places,
        "请核对各行得分与合计",
    )


KIND = Kind(
    "S05",
    "总得分等于各行之和",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"of": texts, "total": text, "tolerance": number},
    check,
    frozenset({"of", "total"}),
    paper=check_paper,
)
