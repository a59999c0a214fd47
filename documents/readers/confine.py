"""受限的子进程: takes memory and processor time away from the process that opens a file from outside, and looks at its XML first."""

from __future__ import annotations

import zipfile
from typing import Final

MEMORY: Final = 768 * 1024 * 1024
SECONDS: Final = 10
LARGEST_CONTENT: Final = 100 * 1024 * 1024
CHUNK: Final = 65_536


class Unreadable(Exception):  # noqa: N818 - an answer, not a failure of ours
    """读不了: why."""


def limit() -> None:
    """Take memory and processor time away from this very process."""
    try:
        import resource  # noqa: PLC0415 - missing on Windows, where only the wall clock limits us
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def check_parts(path: str) -> None:
    """Refuse document type definitions, odd encodings, and parts larger than the directory says. Raises Unreadable."""
    total = 0
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            total += _check_part(archive, entry, LARGEST_CONTENT - total)


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> int:
    """Bytes of one part."""
    is_xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
    size, before = 0, b""
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            size += len(chunk)
            if size > room:
                raise Unreadable("文件解压后过大，疑似压缩炸弹，没有读取。")
            window = (before + chunk).upper()
            if is_xml and (b"\0" in chunk or b"<!DOCTYPE" in window or b"<!ENTITY" in window):
                raise Unreadable("文件内有编码异常或含外部实体声明（DTD）的部件，疑似恶意文件，没有读取。")
            before = chunk[-16:]
    return size
