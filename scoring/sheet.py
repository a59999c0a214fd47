"""评分结果: three scores per line that never overwrite each other.

computed is what the rule gives, with its reasons; self is what the unit filed; review is the finance bureau's and lives in
`reviews`, never here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scoring.award import Award


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """评分行: a leaf of the points tree, or one indicator row of a `from_table` leaf.

    key: leaf key or indicator uid. path: fact path of the self score. `of` is None when the row's own weight is unreadable or below 0.
    """

    key: str
    node: str  # key of the leaf (equal to `key` except for indicator rows)
    label: str
    level1: str
    level2: str
    level3: str
    of: Decimal | None
    award: Award
    self_points: Decimal | None
    self_raw: str
    reason: str
    path: str

    @property
    def difference(self) -> Decimal | None:
        """自评减计算; None when either is unknown."""
        if self.self_points is None or self.award.points is None:
            return None
        return self.self_points - self.award.points


@dataclass(frozen=True, slots=True)
class NodeTotal:
    """小计 of an inner node or leaf: full marks, self, computed."""

    of: Decimal | None
    self_points: Decimal | None
    computed: Decimal | None


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """评分表.

    self_sum adds the lines' self scores (None when no line has one); self_filed is a total the unit typed itself;
    self_total is the filed one or the sum. computed_total takes the computed points where a rule could give them and the self
    score where a person must judge (`manual_lines` of them); None while any line with points is unknown and unscored.
    grade_derived is '' until the unit has scored every line or filed a total.
    """

    lines: tuple[ScoreLine, ...]
    nodes: Mapping[str, NodeTotal]
    of_total: Decimal
    self_sum: Decimal | None
    self_filed: Decimal | None
    self_total: Decimal | None
    computed_total: Decimal | None
    manual_lines: int
    grade_filed: str
    grade_derived: str  # from self_total
    grade_computed: str  # from computed_total

    @property
    def grade(self) -> str:
        """等次 as printed: the filed one, else the derived one."""
        return self.grade_filed or self.grade_derived

    def line(self, key: str) -> ScoreLine | None:
        """Line by key, or None."""
        return next((line for line in self.lines if line.key == key), None)
