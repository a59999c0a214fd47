"""图的结构: a chart of a form, drawn from the same figures as its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from blueprints.expressions import Expression


@dataclass(frozen=True, slots=True)
class SeriesDef:
    """数据系列 of a bar chart: its name (template) and one amount per category."""

    label: str
    values: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class ChartNode:
    """图.

    bar: groups of bars, one group per category (template), one bar per series; the form's unit stands above. pie: the parts
    of a breakdown that are not 0, with their shares. `caption` (template) stands below.
    """

    kind: Literal["bar", "pie"]
    caption: str
    categories: tuple[str, ...] = ()
    series: tuple[SeriesDef, ...] = ()
    breakdown: str = ""
    when: Expression | None = None
