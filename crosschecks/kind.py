"""规则种类: what one rule of the catalogue is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from crosschecks.context import Context, Found
from crosschecks.finding import Severity
from crosschecks.params import Reader
from crosschecks.profile import Profile
from crosschecks.reports.report import Dossier

PaperCheck = Callable[[Dossier, Profile], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class NoParams:
    """没有参数."""


@dataclass(frozen=True, slots=True)
class Kind:
    """规则: number and name of the catalogue, default severity, clause, and one or both of its halves.

    `check(context, params)` is the form half: it looks at facts a blueprint names. `paper(dossier, profile)` is the paper half: it
    looks at whatever stands on any paper. Both yield what they found, are pure and never raise on odd facts: what they cannot know
    they leave alone.
    """

    rule: str
    name: str
    severity: Severity
    source: str
    params: Callable[..., Any] = NoParams
    readers: Mapping[str, Reader] = field(default_factory=dict)
    check: Callable[[Context, Any], Iterator[Found]] | None = None
    required: frozenset[str] = field(default_factory=frozenset)
    reads_rows: bool = False  # `of` may name the table of indicators where a form scores nothing
    paper: PaperCheck | None = None
    yields_to: tuple[str, ...] = ()  # rules that, speaking of the same figures, say it better
