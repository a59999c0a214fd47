"""任务入口: what the queue calls, by name. The clock of a job is read here and nowhere below."""

from __future__ import annotations

from django.utils import timezone

from filings.bundles import run
from filings.documents import render_all
from filings.importing import reading, store
from filings.models import Snapshot


def render_snapshot(snapshot_id: int) -> None:
    """成品文件 of a submission, and once it is approved its final edition, rendered ahead of the first reader."""
    render_all(Snapshot.objects.select_related("filing").get(pk=snapshot_id), now=timezone.now())


def run_bundle(bundle_id: int) -> str:
    """年度资料包, one slice of it; returns what became of the call."""
    return run.run_bundle(bundle_id, clock=timezone.now)


def read_intake(intake_id: int) -> str:
    """导入的文件: read and lay against the form; returns what became of it."""
    return reading.read_intake(intake_id)


def drop_intake(intake_id: int) -> None:
    """过期的导入: nobody confirmed it in time."""
    store.drop_by_id(intake_id)
