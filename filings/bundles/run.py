"""资料包的执行: sees that every item has its documents, then packs. Any call may be killed; the next one goes on from there."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from filings import storage
from filings.bundles.archive import build
from filings.bundles.batches import Stored, batches
from filings.bundles.lease import Clock, Lease, LeaseLost
from filings.documents import FORMATS, ensure
from filings.editions import review_of
from filings.models import Bundle, BundleItem, Edition
from filings.outcome import Outcome, outcomes
from filings.refused import Refused

LEFT, DONE, CONTINUED, FAILED = "left", "done", "continued", "failed"


def run_bundle(bundle_id: int, *, clock: Clock) -> str:
    """Work on a bundle until it is finished or this call's time is over.

    Returns "left" (finished already, or its worker is alive), "continued" (the rest is queued), "done" or "failed".
    """
    lease = Lease.take(bundle_id, clock)
    if lease is None:
        return LEFT
    try:
        return _work(lease)
    except LeaseLost:
        return LEFT
    except Exception as trouble:  # noqa: BLE001 - a job has no caller who could read it: the page shows it
        lease.finish(status=Bundle.Status.FAILED, error=_told(trouble))
        return FAILED


def _work(lease: Lease) -> str:
    bundle = Bundle.objects.select_related("locality").get(pk=lease.bundle_id)
    done = bundle.items.exclude(status=BundleItem.Status.WAITING).count()
    for batch in batches(bundle, BundleItem.Status.WAITING):
        approved = outcomes([item.filing_id for item, _ in batch])
        for item, stored in batch:
            if lease.spent():
                lease.pass_on()
                return CONTINUED
            done += _item(lease, item, stored, done, approved.get(item.filing_id))
    packed = build(bundle, lease)
    failed = bundle.items.filter(status=BundleItem.Status.FAILED).count()
    error = f"{failed} 份填报的文件未能放入，原因见条目说明和缺报清单；处理后可重试。" if failed else ""
    lease.finish(status=Bundle.Status.DONE, path=packed.path, size=packed.size, digest=packed.digest, error=error)
    packed.drop_older()
    return DONE


def _item(lease: Lease, item: BundleItem, stored: Stored, done: int, outcome: Outcome | None) -> int:
    """See to one item's documents, of approved filings the final edition; its failure is its own. Returns 1 when this call settled it."""
    lease.beat(force=len(stored) < len(FORMATS), current=str(item.filing.subject), done=done)
    status, message, edition = BundleItem.Status.DONE, "", Edition.SUBMITTED
    try:
        edition = Edition.FINAL if review_of(item.snapshot, outcome) else edition
        for format in FORMATS:  # noqa: A001 - the word
            document = stored.get((edition, format)) or ensure(item.snapshot, format, edition, now=lease.clock())
            storage.check(document.path, document.digest)
            lease.beat()
    except LeaseLost:
        raise
    except Exception as trouble:  # noqa: BLE001 - one bad form must not stop the year's bundle
        status, message = BundleItem.Status.FAILED, _told(trouble)
    with transaction.atomic():
        settled = BundleItem.objects.filter(pk=item.pk, status=BundleItem.Status.WAITING)
        count = settled.update(status=status, edition=edition, message=message, runs=F("runs") + 1, at=lease.clock())
        lease.beat(force=True, done=done + count)
    return count


def _told(trouble: Exception) -> str:
    if isinstance(trouble, Refused):
        return trouble.message
    if isinstance(trouble, storage.Damaged):
        return f"{trouble}。请联系管理员从备份恢复后重试。"
    if isinstance(trouble, OSError):
        return f"文件读写失败：{trouble.strerror or trouble}。请检查磁盘空间和目录权限后重试。"
    return f"生成失败（{type(trouble).__name__}）：{trouble}。请把这段文字转给系统维护人员，处理后重试。"
