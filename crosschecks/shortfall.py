"""未达标: whether the figures of a line fall short of its target."""

from __future__ import annotations

from crosschecks.context import Context
from scoring.sheet import ScoreLine
from values.measure import same_scale
from values.vocabulary import Relation


def falls_short(context: Context, line: ScoreLine) -> bool:
    """Did a quantitative line lose computed points by not reaching its target? Unknown is no."""
    due = line.award.points
    if not line.of or due is None or due >= line.of or not context.is_quantitative(line):
        return False
    return not _went_over(context, line)


def _went_over(context: Context, line: ScoreLine) -> bool:
    """Points lost by exceeding a ≥ target by far are another matter (S12)."""
    row = context.row(line)
    pair = same_scale(row.target_measure, row.actual_measure) if row else None
    if pair is None or row is None:
        return False
    return row.relation_value not in {Relation.LE, Relation.LT} and pair[1] > pair[0]
