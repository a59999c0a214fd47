"""答复: the unit says to each remark 已修改 or 不修改并说明."""

from __future__ import annotations

from datetime import datetime

from accounts.models import Role, User
from filings.actions.verb import on_filing, require_role
from filings.models import Filing, State
from filings.refused import Refused
from reviews.models import Remark


def answer(*, remark: Remark, reply: str, answer: str, by: User, now: datetime, address: str = "") -> Remark:
    """答复审核意见 by the filler while the filing is back on the unit's desk; `kept` needs its explanation."""
    filing = remark.filing
    with on_filing("answer", filing=filing, by=by, now=now, address=address) as detail:
        require_role(filing.subject.department, "答复审核意见", by=by, roles=(Role.FILLER,))
        require_open_remark(filing, remark)
        if reply not in Remark.Reply.values:
            raise Refused("请在“已修改”和“不修改并说明”中选择一项答复。")
        if reply == Remark.Reply.KEPT and not answer.strip():
            raise Refused("选择“不修改并说明”须写明理由。请填写说明。")
        fields = {"reply": reply, "answer": answer.strip(), "answered_by": by, "answered_at": now}
        Remark.objects.filter(pk=remark.pk).update(**fields)
        for name, value in fields.items():
            setattr(remark, name, value)
        detail.update(remark=remark.pk, key=remark.key, reply=reply, answer=answer.strip())
    return remark


def require_open_remark(filing: Filing, remark: Remark) -> None:
    """Refuse unless the filing is returned now and the remark belongs to that return."""
    standing = Filing.objects.select_for_update().get(pk=filing.pk)
    if standing.state != State.RETURNED:
        label = State(standing.state).label
        raise Refused(
            f"“{filing.subject}”现为“{label}”，只有“已退回待修改”时才能答复审核意见。请刷新页面查看最新状态。"
        )
    if remark.round != standing.returned_round:
        raise Refused("这条意见属于以前的轮次，已经结束，不再答复。请答复最近一次退回的意见。")
