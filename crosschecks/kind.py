"""规则种类: what one rule of the catalogue is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from crosschecks.context import Context, Found
from crosschecks.finding import Severity
from crosschecks.params import Reader


@dataclass(frozen=True, slots=True)
class Kind:
    """规则: number and name of the catalogue, default severity, clause, parameters, and the check itself.

    `check(context, params)` yields what it found; it is pure and never raises on odd facts: what it cannot know it
    leaves alone.
    """

    rule: str
    name: str
    severity: Severity
    source: str
    params: Callable[..., Any]
    readers: Mapping[str, Reader]
    check: Callable[[Context, Any], Iterator[Found]]
    required: frozenset[str] = field(default_factory=frozenset)
    reads_rows: bool = False  # `of` may name the table of indicators where a form scores nothing
