"""审计的核验: walks the chain from its first link and names the first one that does not hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.chain import START, digest_of
from audit.models import AuditEvent


@dataclass(frozen=True, slots=True)
class Anchor:
    """锚点: number and digest of a link as noted down outside the database; shows a tail that was cut off or made anew."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """核验结果: links checked, the chain's head to note down (None when empty), and the first fault (number, why)."""

    checked: int
    head: Anchor | None
    bad_number: int | None = None
    problem: str = ""

    @property
    def holds(self) -> bool:
        """Is the chain whole?"""
        return not self.problem


def verify(anchors: Iterable[Anchor] = ()) -> Verdict:
    """Check number, link and digest of every event, and that the anchors are in the chain. Reads in batches."""
    head = Anchor(0, START)
    wanted = {anchor.number: anchor.digest for anchor in anchors}
    try:
        for event in AuditEvent.objects.order_by("number").iterator(chunk_size=2000):
            problem = _fault(event, head, wanted.pop(event.number, event.digest))
            if problem:
                return Verdict(head.number, _noted(head), event.number, problem)
            head = Anchor(event.number, event.digest)
    except (ValueError, TypeError) as trouble:  # a column no longer holds what its type promises
        number = head.number + 1
        return Verdict(head.number, _noted(head), number, f"第 {number} 条读不出来：记录被改动（{trouble}）。")
    last = _noted(head)
    if wanted:
        number = min(wanted)
        return Verdict(head.number, last, number, f"锚点第 {number} 条不在链上：其后的记录被截去，或锚点抄错。")
    return Verdict(head.number, last)


def _noted(head: Anchor) -> Anchor | None:
    return head if head.number else None


def _fault(event: AuditEvent, head: Anchor, anchored: str) -> str:
    expected = head.number + 1
    if event.number != expected:
        return f"第 {expected} 条缺失，其后是第 {event.number} 条：有记录被删除，或有记录是外来插入的。"
    if event.previous != head.digest:
        return f"第 {event.number} 条与上一条接不上：记录被替换、插入或调换。"
    if digest_of(event) != event.digest:
        return f"第 {event.number} 条的内容与其摘要不符：记录被改动。"
    if anchored != event.digest:
        return f"第 {event.number} 条与锚点的摘要不符：此前的记录被整段重做。"
    return ""
