"""资料包条目的分批读取: items with what is needed of their filings, a hundred at a time, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator

from filings.models import Bundle, BundleItem, StoredDocument

SIZE = 100
# Only drawing needs these, and they are nearly all of a row's bytes.
UNREAD = ("snapshot__payload", "snapshot__blueprint_text", "filing__blueprint__text")
Stored = dict[tuple[str, str], StoredDocument]  # by edition and format


def batches(bundle: Bundle, status: BundleItem.Status) -> Iterator[list[tuple[BundleItem, Stored]]]:
    """Items of one status in their order, each with its snapshot's stored documents; two queries per batch."""
    last = 0
    items = bundle.items.filter(status=status).order_by("pk").defer(*UNREAD)
    related = items.select_related(
        "filing__subject__project",
        "filing__subject__department__parent__parent__parent",
        "filing__blueprint",
        "snapshot",
    )
    while rows := list(related.filter(pk__gt=last)[:SIZE]):
        found: dict[int, Stored] = {item.snapshot_id: {} for item in rows}
        for stored in StoredDocument.objects.filter(snapshot__in=found).order_by("format"):
            found[stored.snapshot_id][stored.edition, stored.format] = stored
        yield [(item, found[item.snapshot_id]) for item in rows]
        last = rows[-1].pk
