"""关口: what must be in order before a filing leaves the unit. Findings here; other rooms add theirs (`add_gate`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crosschecks.finding import SEVERITY_LABELS, Finding, Severity
from filings.carried import carried_gate
from filings.models import Filing, Waiver
from filings.refused import Problem
from filings.snapshot import Case, live_case

Gate = Callable[[Filing, Case, str], list[Problem]]  # filing, its live case, the note given with it


@dataclass(frozen=True, slots=True)
class Stand:
    """勾稽结果的现状: a finding, the waiver or explanation that covers it, and the unit's plea for one, if any."""

    finding: Finding
    waiver: Waiver | None
    asked: Waiver | None = None

    @property
    def blocks(self) -> bool:
        """Does it stop the filing? Hints never do; errors need a waiver; warnings need an explanation."""
        return self.waiver is None and self.finding.severity is not Severity.HINT


def covers(waiver: Waiver, finding: Finding) -> bool:
    """An administrator's waiver lets anything pass; a unit's explanation only what asks for one; a plea nothing."""
    same = waiver.fingerprint == finding.fingerprint
    explained = waiver.kind == Waiver.Kind.EXPLAIN and finding.severity is not Severity.ERROR
    return same and (waiver.kind == Waiver.Kind.WAIVE or explained)


def stand(filing: Filing, findings: Sequence[Finding]) -> list[Stand]:
    """Every finding with the latest waiver or explanation that covers it."""
    waivers = list(filing.waivers.select_related("by").order_by("-at", "-pk"))
    pleas = {w.fingerprint: w for w in reversed(waivers) if w.kind == Waiver.Kind.ASK}
    return [Stand(f, next((w for w in waivers if covers(w, f)), None), pleas.get(f.fingerprint)) for f in findings]


def findings_gate(filing: Filing, case: Case, note: str) -> list[Problem]:
    """Errors not waived and warnings not explained."""
    del note
    return [Problem(_told(s.finding), s.finding.places) for s in stand(filing, case.findings) if s.blocks]


def _told(finding: Finding) -> str:
    remedy = f"，{finding.remedy}" if finding.remedy else ""
    return f"（{SEVERITY_LABELS[finding.severity]} {finding.rule}）{finding.message.rstrip('。')}{remedy}"


_gates: list[Gate] = [findings_gate, carried_gate]


def add_gate(gate: Gate) -> None:
    """Add a room's own condition; called once from the room's AppConfig.ready."""
    if gate not in _gates:
        _gates.append(gate)


def problems(filing: Filing, *, note: str = "", case: Case | None = None) -> list[Problem]:
    """Everything that stops this filing from leaving the unit now; an empty list when it may go."""
    now_standing = case or live_case(filing)
    return [problem for gate in _gates for problem in gate(filing, now_standing, note or filing.note)]
