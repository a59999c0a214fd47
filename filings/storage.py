"""文件存放: finished files below MEDIA_ROOT, named by their SHA-256, written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

BLOCK = 1 << 20


class Damaged(Exception):  # noqa: N818 - says what the file is
    """文件与登记不符: the file under a digest is missing or is not what was stored."""


def root() -> Path:
    """MEDIA_ROOT as it is set now."""
    return Path(settings.MEDIA_ROOT)


def store(data: bytes) -> tuple[str, str]:
    """Keep `data`; return its digest and its path below MEDIA_ROOT. The same bytes are kept once."""
    digest = hashlib.sha256(data).hexdigest()
    path = f"documents/{digest[:2]}/{digest}"
    with replacing(root() / path) as file:
        file.write(data)
    return digest, path


def read(path: str, digest: str) -> bytes:
    """Bytes stored at `path`. Raises Damaged when the file is gone or is not the one with `digest`."""
    try:
        data = (root() / path).read_bytes()
    except OSError as trouble:
        raise Damaged(f"文件 {path} 读不到（{trouble.strerror}）") from trouble
    if hashlib.sha256(data).hexdigest() != digest:
        raise Damaged(f"文件 {path} 的内容与登记的摘要不符，可能被改动")
    return data


def check(path: str, digest: str) -> None:
    """Read the file through without keeping it. Raises Damaged like `read`."""
    try:
        with (root() / path).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as trouble:
        raise Damaged(f"文件 {path} 读不到（{trouble.strerror}）") from trouble
    if found != digest:
        raise Damaged(f"文件 {path} 的内容与登记的摘要不符，可能被改动")


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A file that appears at `target` whole, flushed to disk, when the block ends well, and not at all otherwise."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb+") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
        _sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
