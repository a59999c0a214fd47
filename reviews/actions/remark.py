"""审核意见的登记: at a place of the form, while the filing is under review."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from filings.actions.verb import on_filing
from filings.models import Filing
from filings.refused import Refused
from reviews.actions.desk import require_reviewing
from reviews.models import Remark


def remark(*, filing: Filing, key: str, label: str, text: str, by: User, now: datetime, address: str = "") -> Remark:
    """写意见 at node `key` ('' for the whole form), named `label` for people."""
    with on_filing("remark", filing=filing, by=by, now=now, address=address) as detail:
        require_reviewing(filing, "写审核意见", by=by)
        if not text.strip():
            raise Refused("审核意见没有内容。请写明哪里不对、应如何修改。")
        made = Remark.objects.create(
            filing=filing, round=filing.round, key=key, label=label[:200], text=text.strip(), by=by, at=now
        )
        detail.update(remark=made.pk, key=key, text=made.text)
    return made


def remove_remark(*, remark: Remark, by: User, now: datetime, address: str = "") -> None:
    """删除本人意见 before the filing is returned."""
    filing = remark.filing
    with on_filing("remark.remove", filing=filing, by=by, now=now, address=address) as detail:
        require_reviewing(filing, "删除审核意见", by=by)
        if remark.by_id != by.pk:
            raise Refused(f"这条意见由 {remark.by} 写下，只有本人可以删除。如有不同看法，请另写一条。")
        if remark.round != filing.round:
            raise Refused("这条意见属于以前的轮次，已送达单位，不能删除。")
        detail.update(remark=remark.pk, key=remark.key, text=remark.text)
        remark.delete()
