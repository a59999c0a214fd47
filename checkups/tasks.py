"""任务入口: what the queue calls for 数字体检. The clock of a job is read here and nowhere below."""

from __future__ import annotations

from django.utils import timezone

from checkups import actions


def run_checkup(checkup_id: int) -> str:
    """Read and check one file; returns what became of it."""
    return actions.carry_out(checkup_id, clock=timezone.now)


def purge_checkups() -> int:
    """到期清理: called by the hour."""
    return actions.purge(now=timezone.now())
