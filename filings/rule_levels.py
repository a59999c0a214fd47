"""规则级别的取用: which rules a locality has turned down, and findings with that applied."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from accounts.models import User
from accounts.roles import memberships_of
from crosschecks.finding import Finding, Severity
from filings.models import RuleLevel

Level = RuleLevel.Level


@dataclass(frozen=True, slots=True)
class Levels:
    """调低的规则: those that only remind and those that are not asked."""

    hints: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()

    def applied(self, findings: Iterable[Finding], *, own: Collection[str] = ()) -> tuple[Finding, ...]:
        """Findings as the locality wants to hear them; rules in `own` (a form's checks) keep their voice."""
        return tuple(self._one(each, own) for each in findings if each.rule in own or each.rule not in self.off)

    def _one(self, finding: Finding, own: Collection[str]) -> Finding:
        quiet = finding.rule in self.hints and finding.rule not in own
        return replace(finding, severity=Severity.HINT) if quiet else finding


def levels_in(localities: Collection[int]) -> Levels:
    """Turned down in every one of these localities. One query, none without localities."""
    if not localities:
        return Levels()
    rows = RuleLevel.objects.filter(locality__in=localities).values_list("rule", "level")
    told: dict[str, list[str]] = {}
    for rule, level in rows:
        told.setdefault(rule, []).append(level)
    everywhere = {rule: set(levels) for rule, levels in told.items() if len(levels) == len(set(localities))}
    off = frozenset(rule for rule, levels in everywhere.items() if levels == {Level.OFF})
    return Levels(hints=frozenset(everywhere) - off, off=off)


def levels_for(user: User) -> Levels:
    """Those of the localities where the user works."""
    return levels_in(set(memberships_of(user).values_list("department__locality", flat=True)))
