"""一键修改: the fix a finding offers, written through the fact book; and taken back from the history."""

from __future__ import annotations

from datetime import datetime

from accounts.models import Role, User
from blueprints.schema import Blueprint
from factbook.apply import apply
from factbook.changes import ChangeSet, Conflict, FactsLocked, SaveBusy, TooLong, VersionMissing
from factbook.models import FactChange
from filings.actions.take_in import require_open
from filings.actions.verb import hold, on_filing, require_role
from filings.actions.waive import find
from filings.fixes import ORIGIN, Offer, offer_of
from filings.models import Filing
from filings.refused import Refused
from filings.snapshot import blueprint_of, live_case

CHANGED = "这处文字在您打开页面之后已有改动，没有动任何内容。请刷新页面，按最新的文字核对。"
NO_FIX = "这一问题没有可以直接改的写法，或者原文不止一处、已经改过。请到填报页自行改正。"


def correct(
    *, filing: Filing, fingerprint: str, version: int | None, by: User, now: datetime, address: str = ""
) -> Offer:
    """Replace the words at one place, as the finding proposes. `version` is the subject's as the page showed it.

    Refused when the finding is gone, its words no longer stand there once, or somebody changed that fact since the page was drawn.
    """
    with on_filing("correct", filing=filing, by=by, now=now, address=address) as detail:
        blueprint = _may(filing, by)
        case = live_case(filing)
        offer = offer_of(find(filing, fingerprint), blueprint, case.book)
        if offer is None:
            raise Refused(NO_FIX)
        changes = ChangeSet(filing.form, offer.section, version, {offer.path: offer.text}, origin=offer.origin)
        _write(filing, changes, blueprint, by, now)
        detail.update(rule=offer.rule, path=offer.path, old=offer.old, new=offer.new)
    return offer


def undo_correction(*, filing: Filing, change: FactChange, by: User, now: datetime, address: str = "") -> None:
    """撤销 of a correction: the text as it stood before it. Refused when the fact was changed again since."""
    with on_filing("correct_undo", filing=filing, by=by, now=now, address=address) as detail:
        blueprint = _may(filing, by)
        texts = {change.path: change.old}
        origin = f"撤销{change.origin}"[:120]
        changes = ChangeSet(filing.form, change.section, change.version, texts, origin=origin)
        _write(filing, changes, blueprint, by, now)
        detail.update(path=change.path, old=change.new, new=change.old, version=change.version)


def corrections(filing: Filing) -> dict[int, FactChange]:
    """Corrections made through this form, by id."""
    made = FactChange.objects.filter(subject=filing.subject_id, form=filing.form, origin__startswith=ORIGIN)
    return {change.pk: change for change in made}


def _may(filing: Filing, by: User) -> Blueprint:
    require_role(filing.subject.department, "一键修改", by=by, roles=(Role.FILLER,))
    hold(filing)
    require_open(filing)
    return blueprint_of(filing)


def _write(filing: Filing, changes: ChangeSet, blueprint: Blueprint, by: User, now: datetime) -> None:
    try:
        apply(subject=filing.subject, changes=changes, blueprint=blueprint, by=by, now=now)
    except Conflict as conflict:
        raise Refused(CHANGED) from conflict
    except VersionMissing as missing:
        raise Refused("本页缺少有效的版本号，没有改动。请刷新页面后再试。") from missing
    except (FactsLocked, SaveBusy, TooLong) as refusal:
        raise Refused(f"没有改动：{refusal}") from refusal
