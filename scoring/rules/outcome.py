"""计分收尾: the last step common to all rules: rounding to two decimals or a score step, limits, and the award itself.

财预〔2020〕10号: a row's points never exceed its weight nor fall below 0 [证：地方表注]. Rounding half-up to 2 decimals, or
to the locality's score step (取整到0.5或整数) [知].
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from scoring.award import Award, Because, Status
from values.numerals import plain
from values.rounding import round_half_up, to_step


def settle(points: Decimal, of: Decimal, step: Decimal | None = None) -> Decimal:
    """Return `points` rounded (to `step` if given, always to 2 decimals) and kept within 0 and `of`."""
    stepped = to_step(points, step) if step else points
    return round_half_up(min(max(stepped, Decimal(0)), of), 2)


def points_text(points: Decimal) -> str:
    """Return points as printed: 9.32分."""
    return f"{round_half_up(points, 2):f}分"


def weight_text(of: Decimal) -> str:
    """Return a weight as printed: 10分, 22.5分."""
    return f"{plain(of)}分"


def scored(of: Decimal, points: Decimal, because: Because, step: Decimal | None = None) -> Award:
    """Return the award of `points`, settled first; the explanation ends with them and tells of a score step."""
    settled = settle(points, of, step)
    cap = "，".join(filter(None, (because.cap, f"按{plain(step)}分取整" if step else "")))
    return Award("", of, settled, "scored", replace(because, cap=cap, result=points_text(settled)))


def unscored(of: Decimal, status: Status, because: Because) -> Award:
    """Return an award without points: unknown, not applicable, or waiting for a person."""
    return Award("", of, None, status, because)
