"""勾稽热力: how many findings of each rule every filing of a batch has, from what was submitted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import F

from crosschecks import bound, reach
from crosschecks.finding import Finding, Severity
from crosschecks.kinds.registry import KINDS
from filings.frozen import decode
from filings.gate import stand
from filings.models import Filing, Snapshot
from filings.snapshot import is_frozen, live_case

MOST_LIVE = 100  # open filings worked out while somebody waits
_GRAVITY = tuple(Severity)
Counted = tuple[str, Severity, bool]  # rule, severity, settled


@dataclass(slots=True)
class Cell:
    """一格: findings of one rule in one filing, those settled (放行 or 说明) among them, and the gravest of the open ones."""

    count: int = 0
    settled: int = 0
    severity: Severity | None = None

    def add(self, severity: Severity, *, settled: bool) -> None:
        """Count one more."""
        self.count += 1
        self.settled += settled
        if not settled and (self.severity is None or _GRAVITY.index(severity) < _GRAVITY.index(self.severity)):
            self.severity = severity


@dataclass(slots=True)
class HeatRow:
    """一份填报. `live`: worked out from facts that may still change."""

    filing: Filing
    live: bool = False
    cells: dict[str, Cell] = field(default_factory=dict)

    @property
    def open(self) -> int:
        """Findings nobody has settled."""
        return sum(cell.count - cell.settled for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class Heat:
    """热力表: rules that found something, in the catalogue's order, and a row for every filing that has been checked."""

    rules: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    unseen: int  # filings not submitted yet and not asked for


_ALWAYS: Final = {bound.RULE: bound.NAME, reach.RULE: reach.NAME}  # asked of every form


def rule_name(rule: str) -> str:
    """What a rule is called; a number that the catalogue no longer has stands for itself."""
    if rule in _ALWAYS:
        return _ALWAYS[rule]
    kind = KINDS.get(rule)
    return kind.name if kind else rule


def heat(filings: Sequence[Filing], *, severity: str = "", live: bool = False) -> Heat:
    """Count the findings of filings as submitted (two queries); with `live` also those of filings still with the unit."""
    frozen = {row["filing"]: row for row in _snapshots(filings)}
    rows: list[HeatRow] = []
    unseen = worked_out = 0
    for filing in filings:
        if live and not is_frozen(filing) and worked_out < MOST_LIVE:
            worked_out += 1
            rows.append(_counted(HeatRow(filing, live=True), _live(filing), severity))
        elif filing.pk in frozen:
            rows.append(_counted(HeatRow(filing), _as_submitted(frozen[filing.pk]), severity))
        else:
            unseen += 1
    found = {rule for row in rows for rule in row.cells}
    order = [*(rule for rule in (*_ALWAYS, *KINDS) if rule in found), *sorted(found - {*_ALWAYS, *KINDS})]
    return Heat(tuple(order), tuple(rows), unseen)


def _snapshots(filings: Sequence[Filing]) -> Iterable[Mapping[str, Any]]:
    """Findings and what covers them of the last submission; the facts stay in the database."""
    last = Snapshot.objects.filter(filing__in=filings, round=F("filing__round"))
    return last.values("filing", "payload__findings", "payload__waivers")


def _as_submitted(row: Mapping[str, Any]) -> Iterator[Counted]:
    """Read in full only where something may be settled: thousands of findings are counted at once."""
    settled = {waiver["fingerprint"] for waiver in row["payload__waivers"] or ()}
    for each in row["payload__findings"] or ():
        covered = bool(settled) and decode(Finding, each).fingerprint in settled
        yield each["rule"], Severity(each["severity"]), covered


def _live(filing: Filing) -> Iterator[Counted]:
    for held in stand(filing, live_case(filing).findings):
        yield held.finding.rule, held.finding.severity, held.waiver is not None


def _counted(row: HeatRow, findings: Iterable[Counted], severity: str) -> HeatRow:
    for rule, grave, settled in findings:
        if not severity or grave == severity:
            row.cells.setdefault(rule, Cell()).add(grave, settled=settled)
    return row
