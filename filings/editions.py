"""成品的版本: as submitted, always; as approved, of a form that prints what the bureau decided (ADR 0060).

A final edition is a function of the snapshot and of the decision of its round; both are written once and never changed.
"""

from __future__ import annotations

from blueprints.reviewed import prints_review
from filings.models import Edition, Snapshot
from filings.outcome import Outcome, outcomes
from filings.snapshot import blueprint_in
from scoring.reviewed import Review

_printing: dict[str, bool] = {}  # by digest of the form's text, which never changes; no more entries than versions


def shows_review(snapshot: Snapshot) -> bool:
    """Does the form of this submission print the review? Told once per version of a form."""
    known = _printing.get(snapshot.blueprint_digest)
    if known is None:
        known = _printing[snapshot.blueprint_digest] = prints_review(blueprint_in(snapshot))
    return known


def review_of(snapshot: Snapshot, outcome: Outcome | None) -> Review | None:
    """What the final edition prints; None where there is none: not approved in this round, or the form has no place for it."""
    approved = outcome is not None and outcome.round == snapshot.round
    return outcome.review if outcome is not None and approved and shows_review(snapshot) else None


def reviewed(snapshot: Snapshot) -> Review | None:
    """`review_of` a snapshot whose outcome has not been looked up."""
    if not shows_review(snapshot):  # most forms: nothing to look up
        return None
    return review_of(snapshot, outcomes([snapshot.filing_id]).get(snapshot.filing_id))


def editions_of(snapshot: Snapshot) -> tuple[Edition, ...]:
    """The editions there are, the latest first."""
    return (Edition.FINAL, Edition.SUBMITTED) if reviewed(snapshot) else (Edition.SUBMITTED,)


def chosen(snapshot: Snapshot, wanted: str = "") -> Edition | None:
    """The edition that was asked for by name, the latest when none was; None when there is no such edition."""
    there = editions_of(snapshot)
    return next((edition for edition in there if not wanted or edition.value == wanted), None)
