"""导入文件的存放: under a name nobody can guess, outside what the web server hands out, for a week at most."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from accounts.models import User
from documents.readers import limits
from documents.readers.gate import check_head
from documents.readers.kinds import KINDS, Kind, kind_of
from documents.readers.refused import Refused as Unread
from filings import jobs, storage
from filings.models import Filing, IntakeFile
from filings.refused import Refused
from intake.proposal import Origin
from intake.reading import Reading
from values.text import safe_filename

KEPT: Final = timedelta(days=7)
ENDINGS: Final = tuple(KINDS)
_FOLDER: Final = "intake"


def keep_file(
    *, filing: Filing, name: str, chunks: Iterable[bytes], origin: Origin, by: User, now: datetime
) -> IntakeFile:
    """Keep an uploaded file and have it read in the background; what the same person handed in before is put away.

    Raises Refused for what is plainly no such file; everything else the reader decides.
    """
    kind, why = kind_of(name)
    if kind is None:
        raise Refused(f"“{name}”没有导入：{why}")
    path = f"{_FOLDER}/{secrets.token_hex(16)}{kind.extension}"
    try:
        digest = _write(path, name, chunks)
        _look(path, kind, name)
        with transaction.atomic():
            row = _renew(filing, by, now, origin=origin, name=_shown(name), path=path, digest=digest)
            transaction.on_commit(lambda: jobs.enqueue("read_intake", row.pk))
    except BaseException:
        _unlink(path)
        raise
    return row


def keep_reading(*, filing: Filing, name: str, reading: Reading, by: User, now: datetime) -> IntakeFile:
    """Keep what last year's filing says; there is no file."""
    with transaction.atomic():
        ready = {"state": IntakeFile.State.READY, "reading": reading.to_json()}
        return _renew(filing, by, now, origin=Origin.LAST_YEAR, name=name, **ready)


def _renew(filing: Filing, by: User, now: datetime, **fields: object) -> IntakeFile:
    for old in IntakeFile.objects.select_for_update().filter(filing=filing, by=by):
        drop(old)
    row = IntakeFile.objects.create(filing=filing, by=by, at=now, **fields)
    jobs.watch("drop_intake", row.pk, at=now + KEPT)
    return row


def drop(row: IntakeFile) -> None:
    """Put it away with its file; the file goes when the transaction has held."""
    path, number = row.path, row.pk
    row.delete()
    jobs.unwatch("drop_intake", number)
    transaction.on_commit(lambda: _unlink(path))


def drop_by_id(number: int) -> None:
    """`drop` what may be gone already."""
    with transaction.atomic():
        for row in IntakeFile.objects.select_for_update().filter(pk=number):
            drop(row)
    jobs.unwatch("drop_intake", number)


def forget_file(row: IntakeFile) -> None:
    """The file has been read: nobody needs it any more."""
    _unlink(row.path)


def _write(path: str, name: str, chunks: Iterable[bytes]) -> str:
    """Write the file, no more than is allowed; returns its digest."""
    digest, size = hashlib.sha256(), 0
    with storage.replacing(storage.root() / path) as file:
        for chunk in chunks:
            size += len(chunk)
            if size > limits.LARGEST_FILE:
                most = limits.LARGEST_FILE // limits.MEGABYTE
                raise Refused(f"“{name}”超过 {most} MB，没有导入。请删去图片或拆成几个文件后再上传。")
            digest.update(chunk)
            file.write(chunk)
    return digest.hexdigest()


def _look(path: str, kind: Kind, name: str) -> None:
    """Refuse at once what its first bytes betray; the rest is found when it is read."""
    try:
        check_head(storage.root() / path, kind, name=name)
    except Unread as refusal:
        raise Refused(f"“{name}”没有导入：{refusal}") from refusal


def _shown(name: str) -> str:
    """The file's name as pages and the history show it."""
    return safe_filename(name, max_bytes=150)


def _unlink(path: str) -> None:
    if path:
        (storage.root() / path).unlink(missing_ok=True)
