"""负责人确认: a second person looks and signs for the facts as they stand."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from factbook.models import FactChange
from filings.actions.verb import hold, move, on_filing, require
from filings.digests import digest_of_facts
from filings.models import Filing, SignOff
from filings.refused import Refused
from filings.related import hold_related
from filings.snapshot import blueprint_of, book_of, of_round
from filings.states import transition


def confirm(*, filing: Filing, by: User, now: datetime, version: int | None = None, address: str = "") -> SignOff:
    """确认: stores who confirmed which facts. Refused to whoever wrote facts of this round or handed it over."""
    step = transition("confirm")
    with on_filing(step.name, filing=filing, by=by, now=now, address=address) as detail:
        require(filing, step, by=by)
        hold(filing)
        hold_related(filing, blueprint_of(filing))
        require_second_person(filing, by=by)
        digest = digest_of_facts(book_of(filing))
        signoff = SignOff.objects.create(filing=filing, round=filing.round + 1, by=by, at=now, facts_digest=digest)
        move(filing, step, by=by, now=now, version=version)
        detail["facts"] = digest
    return signoff


def require_second_person(filing: Filing, *, by: User) -> None:
    """Refuse a head who confirms own work. `changed_by` of an awaiting filing is who handed it over."""
    if filing.changed_by_id == by.pk:
        raise Refused(
            f"“{filing.subject}”由您本人送交确认，送交与确认须为不同的人。请由单位另一位负责人确认，或由另一位填报人送交。"
        )
    mine = own_change(filing, by=by)
    if mine is not None:
        raise Refused(
            f"您本人于 {mine.at:%Y年%m月%d日} 修改过“{filing.subject}”的填报内容（{mine.path}），"
            "填报与确认须为不同的人。请由单位另一位负责人确认。"
        )


def own_change(filing: Filing, *, by: User) -> FactChange | None:
    """Last fact that `by` changed since what the bureau last sent back (a withdrawn submission counts as the same round)."""
    base = of_round(filing, filing.returned_round)
    since = base.facts_version if base else 0
    return FactChange.objects.filter(subject=filing.subject_id, version__gt=since, by=by).order_by("version").last()
