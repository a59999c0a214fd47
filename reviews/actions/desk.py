"""审核台的共同条件: a reviewer of the locality, a filing under review."""

from __future__ import annotations

from accounts.models import Role, User
from filings.actions.verb import require_role
from filings.models import Filing, State
from filings.refused import Refused


def require_reviewing(filing: Filing, verb: str, *, by: User) -> None:
    """Refuse unless `by` reviews this locality and the filing, as it stands now, is under review. Holds the filing's row."""
    require_role(filing.subject.department, verb, by=by, roles=(Role.REVIEWER,))
    now_standing = Filing.objects.select_for_update().get(pk=filing.pk)
    filing.state, filing.round, filing.version = now_standing.state, now_standing.round, now_standing.version
    if filing.state != State.REVIEWING:
        label = State(filing.state).label
        raise Refused(
            f"“{filing.subject}”现为“{label}”，只有“审核中”时才能{verb}。请先开始审核，或刷新页面查看最新状态。"
        )
