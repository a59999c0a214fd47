"""复核结果: what a finance bureau decided about a form, as its decision froze it, for the papers that print it.

The sheet (`scoring.sheet`) knows the computed and the unit's own score only; this stands beside it and never in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Review:
    """复核结果 of an approved filing.

    `points` are those that count, by line of the sheet: the bureau's where it scored the line, else the unit's own, so that
    they add up to `total`. `reasons` are the bureau's. `on` is the day of the decision, 2025-04-01.
    """

    points: Mapping[str, Decimal]
    reasons: Mapping[str, str]
    total: Decimal | None
    grade: str
    opinion: str
    by: str
    on: str
