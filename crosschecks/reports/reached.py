"""完成程度: whether an indicator row reached its target, and how far, by 财预〔2020〕10号 (正向 A÷T, 反向 T÷A)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from crosschecks.reports.indicators import IndicatorRow
from values.measure import same_scale
from values.numerals import plain
from values.ratio import percent_text
from values.rounding import round_half_up
from values.vocabulary import Relation

_TIMES: Final = frozenset({"天", "日", "月", "个月", "年", "小时", "分钟", "季度", "周"})
_DOWNWARDS: Final = (Relation.LE, Relation.LT)


@dataclass(frozen=True, slots=True)
class Reached:
    """完成程度. share: 1 when the target is met."""

    target: Decimal
    actual: Decimal
    relation: Relation
    share: Decimal

    @property
    def met(self) -> bool:
        """Is the target reached?"""
        return self.share >= 1

    @property
    def over(self) -> Decimal:
        """How far above the target, as a share of it; 0 for targets that are ceilings."""
        upwards = self.relation not in _DOWNWARDS and self.target > 0
        return max(Decimal(0), (self.actual - self.target) / self.target) if upwards else Decimal(0)

    def reckoned(self) -> str:
        """「108.13÷116.11＝93.13%」."""
        first, second = (self.target, self.actual) if self.relation in _DOWNWARDS else (self.actual, self.target)
        share = self.share if second == 0 or self.met else first / second
        if self.over:
            share = first / second
        return f"{plain(first)}÷{plain(second)}＝{percent_text(share)}"

    def due(self, weight: Decimal) -> Decimal:
        """Points for it, two decimals."""
        return round_half_up(weight * self.share)


def reached(row: IndicatorRow) -> Reached | None:
    """What a row's figures say; None for words, rough figures, copied targets, and periods nobody said the direction of."""
    target, actual = row.measure("target"), row.measure("actual")
    pair = same_scale(target, actual)
    relation = target.relation or (Relation.LE if "成本" in row.level2_name else Relation.GE)
    if (
        pair is None
        or relation is Relation.QUALITATIVE
        or actual.approximate
        or actual.relation not in {None, Relation.EQ}
    ):
        return None
    if target.unit in _TIMES and target.relation in {None, Relation.EQ}:
        return None
    return Reached(pair[0], pair[1], relation, _share(relation, *pair))


def _share(relation: Relation, target: Decimal, actual: Decimal) -> Decimal:
    met = actual <= target if relation in _DOWNWARDS else actual >= target
    if met or target <= 0:
        return Decimal(met)
    share = target / actual if relation in _DOWNWARDS else actual / target
    return max(share, Decimal(0))
