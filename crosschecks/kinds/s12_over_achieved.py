"""S12 超额完成须说明: an actual far above the target needs a reason (财预〔2020〕10号第十六条 [知]；遂宁“偏离度30%” [证])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from crosschecks.params import number, texts
from crosschecks.reports.reached import reached
from crosschecks.rule import Context, Dossier, Found, Kind, Profile, Severity, plain
from crosschecks.wording import percent
from factbook.book import IndicatorFact
from values.blank import is_blank
from values.measure import same_scale
from values.vocabulary import Relation

UPWARDS = (Relation.GE, Relation.GT, Relation.EQ)


@dataclass(frozen=True, slots=True)
class Params:
    """参数: the from_table node, share above the target from which a reason is asked."""

    of: tuple[str, ...]
    over: Decimal = Decimal("0.30")


def check(context: Context, params: Params) -> Iterator[Found]:
    """Rows whose actual is `over` above the target and whose reason is blank."""
    for line in context.lines(params.of):
        row = context.row(line)
        beyond = _beyond(row) if row else None
        if row is None or beyond is None or beyond[2] < params.over or not is_blank(row.reason):
            continue
        target, actual, share = beyond
        yield Found(
            f"“{context.name(line)}”完成{percent(1 + share)}，超出目标{percent(params.over)}以上，请说明是否目标设定偏低。",
            f"{plain(actual)}÷{plain(target)}＝{percent(1 + share)}",
            tuple(context.place(f"indicators.{row.uid}.{name}") for name in ("reason", "actual", "target")),
            "写明超额完成的原因；目标偏低的，说明下年如何调整",
            pending=True,
        )


def _beyond(row: IndicatorFact) -> tuple[Decimal, Decimal, Decimal] | None:
    """Target, actual and the share above the target; None where it cannot be said."""
    pair = same_scale(row.target_measure, row.actual_measure)
    if row.relation_value not in UPWARDS or pair is None or pair[0] <= 0:
        return None
    return pair[0], pair[1], (pair[1] - pair[0]) / pair[0]


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Lines far above their target without a reason."""
    for report in dossier.reports:
        for table in report.indicators:
            for row in table.lines:
                told = reached(row)
                if told is None or told.over < profile.over or not is_blank(row.text("reason")):
                    continue
                yield Found(
                    f"“{row.shown}”完成{percent(1 + told.over)}，超出目标{percent(profile.over)}以上，请说明是否目标设定偏低。",
                    told.reckoned(),
                    (row.place("actual"), row.place("target")),
                    "写明超额完成的原因；目标偏低的，说明下年如何调整",
                )


KIND = Kind(
    "S12",
    "超额完成须说明",
    Severity.WARNING,
    "财预〔2020〕10号",
    Params,
    {"of": texts, "over": number},
    check,
    frozenset({"of"}),
    paper=check_paper,
)
