"""推算的结构: figures that nobody types: derived ones, comparisons with another year, and breakdowns with their shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blueprints.expressions import Expression


@dataclass(frozen=True, slots=True)
class Derived:
    """派生数: a figure computed from facts, at path `derived.<key>`; among a list's columns, from the row's own columns.

    With `over` it is `value` ÷ `over`, and `when_zero` is what 0 ÷ 0 gives (完成预算: 100%); without `when_zero` that stays
    unknown. Shape relation says 大于, 等于 or 小于 by the sign of the value. With `filed` the unit may file its own figure at
    `figure.<key>`; blank means the computed one. Both present and different is for the checks to say.
    """

    key: str
    label: str
    value: Expression
    shape: Literal["percent", "money", "number", "relation"] = "percent"
    filed: bool = False
    over: Expression | None = None
    when_zero: Expression | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """比较: two amounts in words. `compare.<key>` says 减少414.08万元，下降23.97% or 持平.

    `compare.<key>.than` says it of `than` (template): 比2023年减少414.08万元，下降23.97% or 与2023年持平. Where `then` is 0 no
    rate is told, for there is none.
    """

    key: str
    label: str
    now: Expression
    then: Expression
    than: str = "{prior.year}年"


@dataclass(frozen=True, slots=True)
class BreakdownItem:
    """构成的一项: its share stands at `share.<breakdown>.<key>`."""

    key: str
    label: str
    value: Expression


@dataclass(frozen=True, slots=True)
class Breakdown:
    """构成: amounts that make up a whole, with shares that add up to 100%. `total.<key>` is their sum; blanks do not count.

    The amounts are `items`, or the column `value` of a list, summed over rows of equal `name`.
    """

    key: str
    label: str
    items: tuple[BreakdownItem, ...] = ()
    records: str = ""
    name: str = ""
    value: str = ""
