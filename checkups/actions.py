"""数字体检的动作: take a file in, read and check it, keep the result or throw it away. Nothing stays that nobody asked to keep."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.db import transaction

from accounts.models import User
from audit.actions import record
from checkups.examining import examined
from checkups.models import Checkup
from checkups.order import in_reading_order
from checkups.result import blocks_of, findings_of, findings_to_json
from crosschecks.finding import Severity
from documents.readers.gate import check_head
from documents.readers.kinds import kind_of
from documents.readers.refused import Refused
from filings import storage
from filings.jobs import enqueue, watch
from filings.rule_levels import levels_for
from values.text import safe_filename

State = Checkup.State
STAYS: Final = timedelta(hours=2)
FOLDER: Final = "checkups"


def order(*, name: str, data: bytes, by: User, now: datetime, address: str = "") -> Checkup:
    """Take a file in and queue its reading. Raises refused.Refused for one that no reader would open."""
    purge(now=now)
    kind, why = kind_of(name)
    if kind is None:
        raise Refused(why)
    path = f"{FOLDER}/{secrets.token_hex(16)}{kind.extension}"
    file = storage.root() / path
    with storage.replacing(file) as new:
        new.write(data)
    try:
        check_head(file, kind, name=name)  # what its first bytes betray is told at once
        return _queued(name, path, len(data), by=by, now=now, address=address)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def _queued(name: str, path: str, size: int, *, by: User, now: datetime, address: str) -> Checkup:
    with transaction.atomic():
        fields = {"name": safe_filename(name, max_bytes=190), "path": path, "at": now, "expires_at": now + STAYS}
        checkup = Checkup.objects.create(by=by, **fields)
        record(action="checkup.order", by=by, now=now, target=checkup.target, address=address, detail={"size": size})
        watch("purge_checkups", at=checkup.expires_at)
        transaction.on_commit(lambda: enqueue("run_checkup", checkup.pk))
    return checkup


def carry_out(checkup_id: int, *, clock: Callable[[], datetime]) -> str:
    """Read and check one file; returns its state. Delivered twice, it is done once; its file is gone afterwards."""
    checkup = Checkup.objects.filter(pk=checkup_id).select_related("by").first()
    if checkup is None or checkup.is_finished:
        return "" if checkup is None else checkup.state
    Checkup.objects.filter(pk=checkup_id).update(state=State.READING)
    file = storage.root() / checkup.path
    try:
        fields = _examined(file, checkup)
    except Refused as refusal:
        fields = {"state": State.REFUSED, "message": str(refusal)}
    except OSError:
        fields = {"state": State.REFUSED, "message": "暂存的文件已经不在。请重新选择文件送检。"}
    Checkup.objects.filter(pk=checkup_id).update(path="", done_at=clock(), **fields)
    file.unlink(missing_ok=True)
    return str(fields["state"])


def _examined(file: Path, checkup: Checkup) -> dict[str, object]:
    levels = levels_for(checkup.by)
    result = examined(file, name=checkup.name, without=levels.off)
    findings = in_reading_order(levels.applied(findings_of(result)), blocks_of(result))
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    result["findings"] = findings_to_json(findings)
    return {"state": State.DONE, "result": result, "errors": errors, "hints": len(findings) - errors}


def keep(*, checkup: Checkup, by: User, now: datetime, address: str = "") -> None:
    """保留 the result beyond its hours."""
    with transaction.atomic():
        Checkup.objects.filter(pk=checkup.pk).update(kept=True)
        record(action="checkup.keep", by=by, now=now, target=checkup.target, address=address)


def remove(*, checkup: Checkup, by: User, now: datetime, address: str = "") -> None:
    """删除 the result now."""
    with transaction.atomic():
        record(action="checkup.remove", by=by, now=now, target=checkup.target, address=address)
        _forget(checkup)


def purge(*, now: datetime) -> int:
    """Forget every result whose hours are over; returns how many."""
    over = list(Checkup.objects.filter(kept=False, expires_at__lt=now).only("pk", "path"))
    for checkup in over:
        _forget(checkup)
    return len(over)


def _forget(checkup: Checkup) -> None:
    path = checkup.path
    checkup.delete()
    if path:
        (storage.root() / path).unlink(missing_ok=True)
