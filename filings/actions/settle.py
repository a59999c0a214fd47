"""核对沿用: somebody has gone over last year's words and says that they still hold."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from accounts.models import Role, User
from filings.actions.take_in import require_open
from filings.actions.verb import hold, on_filing, require_role
from filings.models import CarriedText, Filing
from filings.refused import Refused


def settle(*, filing: Filing, paths: Collection[str], by: User, now: datetime, address: str = "") -> int:
    """核对后仍然适用 of these texts; returns how many. Refused when none was ticked or the filing is not open."""
    with on_filing("settle_carried", filing=filing, by=by, now=now, address=address) as detail:
        require_role(filing.subject.department, "核对沿用的文字", by=by, roles=(Role.FILLER,))
        hold(filing)
        require_open(filing)
        rows = CarriedText.objects.filter(subject=filing.subject_id, path__in=list(paths), settled_at=None)
        detail["paths"] = sorted(rows.values_list("path", flat=True))
        count = rows.update(settled_by=by, settled_at=now)
        if not count:
            raise Refused("没有勾选要确认的文字。请逐处核对，勾选仍然适用的，再点“确认仍然适用”。")
    return count
