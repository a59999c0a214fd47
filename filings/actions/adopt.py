"""采用新表样: an administrator moves one open filing to the version of its form now in force; the facts stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accounts.models import Role, User
from blueprints.schema import Blueprint
from factbook.load import load_book
from filings.actions.open import require_form, version_of
from filings.actions.verb import hold, on_filing, require_role
from filings.form_changes import FormChange, form_changes
from filings.form_losses import Losses, losses
from filings.models import OPEN_STATES, Filing, State
from filings.refused import Refused
from filings.snapshot import blueprint_of


@dataclass(frozen=True, slots=True)
class Adoption:
    """采用方案: the version to take, what it changes, and what is written that it no longer asks for."""

    blueprint: Blueprint
    changes: list[FormChange]
    lost: Losses


def plan_adoption(filing: Filing) -> Adoption | None:
    """What adopting would change for this filing; None when it uses the version in force already.

    Raises Refused when the form is not in force any more.
    """
    new = require_form(filing.subject, filing.form)
    if new.digest == filing.blueprint.digest:
        return None
    old = blueprint_of(filing)
    book = load_book(subject=filing.subject, blueprint=old)
    return Adoption(new, form_changes(old, new), losses(old, new, book))


def adopt(*, filing: Filing, digest: str, version: int, by: User, now: datetime, address: str = "") -> None:
    """采用 the version with `digest`, the one that was shown. Refused when the filing is not open or anything has moved on."""
    with on_filing("adopt", filing=filing, by=by, now=now, address=address) as detail:
        require_role(filing.subject.department, "采用新表样", by=by, roles=(Role.ADMIN,))
        hold(filing)
        filing.refresh_from_db(fields=["state", "version", "blueprint"])
        require_open(filing)
        adoption = plan_adoption(filing)
        if adoption is None or adoption.blueprint.digest != digest:
            raise Refused("这份填报所用的表样或现行表样刚刚变过，本次没有采用。请刷新页面核对新的变化后再办理。")
        detail.update({"from": filing.blueprint.digest, "to": digest, "changes": len(adoption.changes)})
        taken = version_of(adoption.blueprint, now=now)
        rows = Filing.objects.filter(pk=filing.pk, state__in=OPEN_STATES, version=version)
        if not rows.update(blueprint=taken, version=version + 1):
            raise Refused(f"“{filing.subject}”在您打开页面之后已被他人处理，本次没有采用。请刷新页面核对后再办理。")
        filing.blueprint, filing.version = taken, version + 1


def require_open(filing: Filing) -> None:
    """Refuse while the filing is with the head or the bureau, or finished: what was confirmed stays as it was."""
    if filing.state not in OPEN_STATES:
        raise Refused(
            f"“{filing.subject}”现为“{State(filing.state).label}”，只有填报中或已退回时才能采用新表样。已确认、已报送的内容按原表样保留。"
        )
