"""列与格的相配: how ill a sort of cell (crosschecks.laid.sorts) stands in a column, and what it costs to leave a column out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.funds import AMOUNTS

NEVER: Final = 60  # costs are tenths
_LEVEL: Final[Mapping[str, int]] = {"either": 0, "dash": 6, "words": 10, "unit": 20, "prose": 25, "sum": 30}
_VALUE: Final[Mapping[str, int]] = {
    "share": 1, "amount": 1, "number": 3, "date": 1, "points": 3, "words": 6, "prose": 7, "figured": 4, "dash": 10, "unit": 20, "relation": 40,
}  # fmt: skip
_POINTS: Final[Mapping[str, int]] = {"number": 0, "points": 0, "dash": 3, "share": 8}
_TOLD: Final[Mapping[str, int]] = {
    "prose": 0,
    "words": 3,
    "figured": 3,
    "numbered": 5,
    "dash": 1,
    "bracket": 10,
    "amount": 30,
    "date": 30,
    "bound": 20,
}
COSTS: Final[Mapping[str, Mapping[str, int]]] = {
    "serial": {"number": 0},
    "level1": {**_LEVEL, "first": 0, "second": 30, "itself": 0},
    "level2": {**_LEVEL, "second": 0, "first": 30, "itself": 0},
    "name": {"words": 0, "itself": 0, "numbered": 0, "figured": 15, "prose": 5, "either": 15, "first": 20, "second": 20, "unit": 15, "amount": 30, "date": 30, "dash": 30},
    "relation": {"relation": 0, "dash": 4},
    "target": {**_VALUE, "bound": 0},
    "actual": {**_VALUE, "bound": 12},
    "unit": {"unit": 0, "dash": 4, "words": 15},
    "weight": _POINTS,
    "score": _POINTS,
    "deduct": _POINTS,
    "review": _POINTS,
    "weighted": _POINTS,
    "progress": {"share": 0, "number": 5, "dash": 4},
    "rate": {"share": 0, "number": 5, "dash": 3},
    "received_rate": {"share": 0, "number": 5, "dash": 3},
    "reason": _TOLD,
    "explain": _TOLD,
    "standard": _TOLD,
    "source": {"words": 0, "figured": 15, "itself": 10, "prose": 10, "sum": 0, "unit": 15, "first": 20, "second": 20, "either": 20},
    "amount": {"number": 0, "amount": 2, "dash": 3, "points": 30},
    "text": {"words": 0, "figured": 4, "itself": 0, "prose": 4, "unit": 6, "dash": 6, "amount": 10, "date": 6, "first": 6, "second": 6, "either": 6},
    "section": {},
    "level1_weight": _POINTS,
    "level2_weight": _POINTS,
}  # fmt: skip
_SKIPPED: Final[Mapping[str, int]] = {
    "serial": 20, "level1": 3, "level2": 4, "name": 40, "relation": 12, "target": 16, "actual": 17, "unit": 12, "weight": 23,
    "score": 23, "reason": 2, "explain": 10, "standard": 10, "amount": 25, "rate": 12, "received_rate": 12, "source": 50, "text": 15,
    "section": 0, "level1_weight": 4, "level2_weight": 4,
}  # fmt: skip
_ELSE: Final = 12
_ASIDE: Final = 6
OF_LEVELS: Final = frozenset({"level1", "level2"})
_INSIDE: Final = 14  # a level left out though a level above it is told again


@dataclass(frozen=True, slots=True)
class Columns:
    """列的次序: roles from left to right, and what leaving out costs before, between and behind the cells of a row."""

    roles: tuple[str, ...]
    head: tuple[int, ...]
    tail: tuple[int, ...]
    inside: tuple[tuple[int, ...], ...]
    empty: tuple[int, ...]  # what an empty cell costs that is there

    @staticmethod
    def of(roles: Sequence[str]) -> Columns:
        """From the roles; the last column of words names the row and cannot be left out."""
        kept = ["amount" if role in (*AMOUNTS, "change") else role for role in roles]
        skipped = [_SKIPPED.get(role, _ELSE) for role in kept]
        if "source" in kept:  # points are given to the whole alone
            skipped = [
                _ASIDE if role in {"weight", "score"} else cost for role, cost in zip(kept, skipped, strict=True)
            ]
        if not {"name", "source"} & set(kept):
            last = max((at for at, role in enumerate(kept) if role in {*OF_LEVELS, "text"}), default=0)
            skipped[last] = _SKIPPED["name"]
        between = [max(cost, _INSIDE) if role in OF_LEVELS else cost for role, cost in zip(kept, skipped, strict=True)]
        count = len(kept)
        inside = tuple(tuple(sum(between[left + 1 : right]) for right in range(count)) for left in range(count))
        return Columns(
            tuple(kept),
            tuple(sum(skipped[:at]) for at in range(count)),
            tuple(sum(skipped[at + 1 :]) for at in range(count)),
            inside,
            tuple(cost // 2 for cost in skipped),
        )

    def broken(self, column: int) -> int:
        """Of words that go on with a cell, on top of what they cost by themselves."""
        return 0 if COSTS.get(self.roles[column]) is _TOLD else 10

    def cost(self, sort: str, column: int) -> int:
        """Of a cell of this sort in a column."""
        if sort == "empty":
            return self.empty[column]
        role = self.roles[column]
        return COSTS[role].get(sort, NEVER) if role in COSTS else _ELSE
