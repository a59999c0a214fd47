"""流转动作: hand over, take back, send back, withdraw, start review."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from filings import gate
from filings.actions.verb import hold, move, on_filing, require
from filings.models import Filing
from filings.refused import refused_for
from filings.states import transition


def hand_over(
    *, filing: Filing, by: User, now: datetime, note: str = "", version: int | None = None, address: str = ""
) -> None:
    """送负责人确认: facts are locked from here on. Refused while findings or remarks are open.

    `note` is the explanation of a resubmission that changes nothing.
    """
    step = transition("hand_over")
    with on_filing(step.name, filing=filing, by=by, now=now, address=address) as detail:
        require(filing, step, by=by)
        subject = hold(filing)
        if found := gate.problems(filing, note=note):
            raise refused_for(step.verb, found)
        move(filing, step, by=by, now=now, version=version, note=note.strip() or filing.note)
        detail.update(note=filing.note, facts_version=subject.version)


def take_back(*, filing: Filing, by: User, now: datetime, version: int | None = None, address: str = "") -> None:
    """撤回确认: back to the filler's desk before submission."""
    _plain("take_back", filing, by=by, now=now, version=version, address=address)


def send_back(
    *, filing: Filing, reason: str, by: User, now: datetime, version: int | None = None, address: str = ""
) -> None:
    """退回填报人 by the head, with the reason."""
    _plain("send_back", filing, by=by, now=now, version=version, address=address, reason=reason)


def withdraw(*, filing: Filing, by: User, now: datetime, version: int | None = None, address: str = "") -> None:
    """撤回报送, only before the review has started. The snapshot stays."""
    _plain("withdraw", filing, by=by, now=now, version=version, address=address)


def start_review(*, filing: Filing, by: User, now: datetime, version: int | None = None, address: str = "") -> None:
    """开始审核: from here on the unit cannot withdraw."""
    _plain("start_review", filing, by=by, now=now, version=version, address=address)


def _plain(
    name: str,
    filing: Filing,
    *,
    by: User,
    now: datetime,
    version: int | None,
    address: str,
    reason: str | None = None,
) -> None:
    step = transition(name)
    with on_filing(name, filing=filing, by=by, now=now, address=address) as detail:
        require(filing, step, by=by, reason=reason)
        hold(filing)
        move(filing, step, by=by, now=now, version=version)
        detail["to"] = filing.state
        if reason:
            detail["reason"] = reason.strip()
