"""S08 定量得分: the self score of a quantitative line agrees with what the rule computes (财预〔2020〕10号第十六条 [知]).

On paper also 完成进度 of a row, a score against its 扣分 or 权重×评分, and 全面完成 said of a figure below its target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.kinds.s07_execution_score import RATES
from crosschecks.params import number, texts
from crosschecks.reports.aims import done_and_aimed
from crosschecks.reports.reached import reached
from crosschecks.rule import Context, Dossier, Found, IndicatorRow, Kind, Profile, Report, Severity, plain, points
from values.rounding import round_half_up
from values.vocabulary import Relation

_SLACK: Final = Decimal("0.51")  # percentage points: whole numbers are often written
_ROUNDED: Final = Decimal("0.01")
_ALL_DONE: Final = re.compile(r"(?:全面|全部|圆满|如期|超额|按期|足额|按时)完成|完成率(?:为|达到?)?100%|任务完成")
_CEILING: Final = re.compile(r"成本|不超过|控制|≤|以内|下降|减少|事故|投诉")


@dataclass(frozen=True, slots=True)
class Params:
    """参数: nodes looked at, tolerance in points."""

    of: tuple[str, ...]
    tolerance: Decimal = Decimal("0.1")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Self against computed, line by line; the leaf that S07 watches is left to S07."""
    watched = {check.params.get("of") for check in context.blueprint.checks if check.rule == "S07"}
    for line in context.lines(params.of):
        gap = line.difference
        if gap is None or abs(gap) <= params.tolerance or line.key in watched or not context.is_quantitative(line):
            continue
        due, given = line.award.points or Decimal(0), line.self_points or Decimal(0)
        yield Found(
            f"“{context.name(line)}”按完成情况应得{points(due)}，填报{points(given)}。",
            f"{line.award.because.reckoning()}；填报{points(given)}",
            (context.place(line.path), *context.figures(line)),
            f"请核对指标值与完成值，或将得分改为{points(due)}",
            severity=Severity.WARNING if gap < 0 else None,  # a modest score is to be explained, not refused
        )


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Scores and rates of progress against the figures of their row, and words of completion against those of their sentence."""
    for report in dossier.reports:
        for table in report.indicators:
            for row in table.lines:
                if not (report.funds and row.shown in RATES):  # S07's
                    yield from _score(row, profile)
                yield from _progress(row)
                yield from _reckoned(row)
                yield from _rate_of_score(row)
        yield from _said_done(report)


def _score(row: IndicatorRow, profile: Profile) -> Iterator[Found]:
    """Scored higher than the figures allow; full marks are S11's, and a lower score may follow a rule of the place."""
    weight, score, told = row.number("weight"), row.number("score"), reached(row)
    if not weight or score is None or told is None or told.met or not 0 < score < weight:
        return
    due = told.due(weight)
    if score - due > max(profile.score, weight * profile.score / 10):
        yield Found(
            f"“{row.shown}”按完成情况应得{points(due)}，填报{points(score)}。",
            f"{told.reckoned()}；×{points(weight)}＝{points(due)}，填报{points(score)}",
            (row.place("score"), row.place("actual"), row.place("target"), row.place("weight")),
            f"请核对指标值与完成值，或将得分改为{points(due)}",
        )


def _reckoned(row: IndicatorRow) -> Iterator[Found]:
    """得分 is 分值 less 扣分, and 加权得分 is 权重×得分, where a table has such columns."""
    weight, score = row.number("weight"), row.number("score")
    off, raw = row.number("deduct"), row.number("raw")
    if weight is None or score is None or row.cells["score"].row != row.cells["weight"].row:
        return
    ways: list[tuple[str, Decimal, str]] = []
    if off is not None:
        ways.append(("deduct", weight - abs(off), f"{plain(weight)}－{plain(abs(off))}"))
    if raw is not None:
        ways.append(("raw", weight * raw / 100, f"{plain(weight)}%×{plain(raw)}"))
    for role, due, sum_ in ways:
        if abs(due - score) > _ROUNDED:
            yield Found(
                f"“{row.shown}”应得{points(due)}，填报{points(score)}。",
                f"{sum_}＝{points(due)}，填报{points(score)}",
                (row.place("score"), row.place(role), row.place("weight")),
                "请核对本行的分值、扣分（评分）与得分",
            )


def _rate_of_score(row: IndicatorRow) -> Iterator[Found]:
    """得分率 is 得分 over 分值."""
    weight, score, rate = row.number("weight"), row.number("score"), row.number("score_rate")
    if not weight or score is None or rate is None or "%" not in row.text("score_rate"):
        return
    due = score / weight * 100
    if abs(due - rate) > _SLACK:
        shown = plain(round_half_up(due))
        yield Found(
            f"“{row.shown}”得分率应为{shown}%，填{row.text('score_rate')}。",
            f"{plain(score)}÷{plain(weight)}＝{shown}%，填{row.text('score_rate')}",
            (row.place("score_rate"), row.place("score"), row.place("weight")),
            f"请核对得分，或将得分率改为{shown}%",
        )


def _progress(row: IndicatorRow) -> Iterator[Found]:
    """完成进度 is actual over target, for a ceiling the other way round or simply 100 %; over 100 it may be cut off."""
    cell, told = row.cells.get("progress"), reached(row)
    stated = cell.parsed.value if cell is not None else None
    if cell is None or stated is None or told is None or told.target <= 0 or told.actual <= 0:
        return
    up, down = told.actual / told.target * 100, told.target / told.actual * 100
    ceiling = told.relation in {Relation.LE, Relation.LT}
    allowed = [up, *([down] if ceiling else []), *([Decimal(100)] if told.met else [])]
    if any(abs(stated - share) <= _SLACK for share in allowed):
        return
    due = plain(round_half_up(up))
    yield Found(
        f"“{row.shown}”完成进度应为{due}%，填{cell.flat}。",
        f"{plain(told.actual)}÷{plain(told.target)}＝{due}%，填{cell.flat}",
        (row.place("progress"), row.place("actual"), row.place("target")),
        f"请核对目标值与完成值，或将完成进度改为{due}%",
    )


def _said_done(report: Report) -> Iterator[Found]:
    """目标1386.4公里，实际完成1368.4公里，任务全面完成."""
    for name, aimed, done in done_and_aimed(report):
        words = _ALL_DONE.search(done.sentence.text, done.number.end)
        short = aimed.number.exact and done.number.exact and done.value < aimed.value
        if words and short and not _CEILING.search(name + done.sentence.text[: aimed.number.start]):
            yield Found(
                f"“{name or done.label}”目标{aimed.shown}，实际完成{done.shown}，却称“{words.group()}”。",
                f"{plain(done.number.written)}＜{plain(aimed.number.written)}",
                (done.place(), aimed.place(), done.sentence.place(*words.span())),
                "请核对完成数，或如实写明未完成的部分和原因",
            )


KIND = Kind(
    "S08",
    "定量指标得分",
    Severity.ERROR,
    "财预〔2020〕10号",
    Params,
    {"of": texts, "tolerance": number},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
