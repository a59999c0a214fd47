"""来件的查验: what a file from outside must look like before anything inside is opened: name, size, first bytes, ZIP directory."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZipInfo

from documents.readers import kinds, limits
from documents.readers.kinds import WORKBOOK, Kind
from documents.readers.names import fault_of_name
from documents.readers.refused import Refused

__all__ = ["Refused", "check_directory", "check_head"]

HEAD: Final = 8192
LONGEST_ENTRY: Final = 1024  # bytes of one entry of the directory, its name and extra fields included
_LOCKED, _PATCH, _LOCKED_STRONGLY = 0x01, 0x20, 0x40  # flags of an entry
END_OF_ZIP: Final = 22  # bytes of the directory's own end, when it carries no remark


def check_head(path: Path, kind: Kind = WORKBOOK, *, name: str = "") -> None:
    """Look at name, size and first bytes; cheap enough for a web process. `name`: as uploaded. Raises Refused."""
    if fault := fault_of_name(name or path.name):
        raise Refused(f"文件名{fault}，没有读取。请改成普通的文件名（如 自评报告{kind.extension}）后再试。")
    size = path.stat().st_size
    if size == 0:
        raise Refused("文件是空的（0 字节），请重新选择文件。")
    if size > kind.largest:
        most = kind.largest // limits.MEGABYTE
        raise Refused(f"文件超过 {most} MB，请拆成几个文件，或删去图片后再试。")
    with path.open("rb") as file:
        head = file.read(HEAD)
        if head.startswith(kinds.OLE) or b"%PDF-" in head:
            head += file.read()  # refused in any case; the rest only tells why
    if fault := kinds.fault_of_head(head, kind):
        raise Refused(fault)


def check_directory(path: Path, kind: Kind = WORKBOOK) -> None:
    """Look at the ZIP directory; nothing is unpacked. Raises Refused."""
    size = path.stat().st_size
    _check_count(path, kind)
    try:
        with zipfile.ZipFile(path) as archive:
            entries, remark = archive.infolist(), archive.comment
    except (zipfile.BadZipFile, ValueError, RuntimeError) as trouble:
        raise Refused(f"文件已损坏或不完整，打不开。{kind.advice}") from trouble
    _check_amount(entries, size, kind)
    for entry in entries:
        for is_bad, why in ENTRY_FAULTS:
            if is_bad(entry):
                raise Refused(why if why.endswith("。") else f"{why}。{kind.advice}")
    _check_parts(entries, kind)
    _check_edges(path, entries, remark)


def _check_count(path: Path, kind: Kind) -> None:
    """What the directory's end tells about its length, before it is read: 100,000 entries take seconds."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - END_OF_ZIP))
        end = file.read()
    if end.startswith(b"PK\x05\x06"):
        count, length = struct.unpack_from("<HL", end, 10)
        _check_entries(max(count, length // LONGEST_ENTRY), kind)


def _check_entries(count: int, kind: Kind) -> None:
    if count > limits.MOST_ENTRIES:
        raise Refused(f"文件内的部件超过 {limits.MOST_ENTRIES} 个，不是 Office 写成的。{kind.advice}")


def _check_amount(entries: list[ZipInfo], size: int, kind: Kind) -> None:
    _check_entries(len(entries), kind)
    if sum(entry.file_size for entry in entries) > limits.LARGEST_CONTENT:
        most = limits.LARGEST_CONTENT // limits.MEGABYTE
        raise Refused(f"文件解压后超过 {most} MB，疑似压缩炸弹。请删去多余的行、列和图片后重试。")
    if sum(entry.compress_size for entry in entries) > size:
        raise Refused(f"文件内的部件互相重叠，疑似压缩炸弹，没有读取。{kind.advice}")


def _check_parts(entries: list[ZipInfo], kind: Kind) -> None:
    names = [entry.filename for entry in entries]
    if len({name.lower() for name in names}) != len(names):
        raise Refused(f"文件内有重名的部件。{kind.advice}")
    for wanted, pattern in kind.needed:
        if not any(pattern.fullmatch(name) for name in names):
            raise Refused(f"文件里缺少 {wanted}，不是{kind.name}。{kind.advice}")


def _check_edges(path: Path, entries: list[ZipInfo], remark: bytes) -> None:
    """Office programmes write nothing before the first part and nothing behind the directory."""
    with path.open("rb") as file:
        file.seek(-END_OF_ZIP, 2)
        ends_well = file.read(4) == b"PK\x05\x06"
    if remark or not ends_well or min(entry.header_offset for entry in entries) != 0:
        raise Refused("文件的前后夹带了其他数据（一个文件冒充两种格式），没有读取。请另存为新文件后再试。")


def _word(*words: str) -> Callable[[ZipInfo], bool]:
    return lambda entry: any(word in entry.filename.lower() for word in words)


def _ends(*ends: str) -> Callable[[ZipInfo], bool]:
    return lambda entry: entry.filename.lower().endswith(ends)


def _is_bomb(entry: ZipInfo) -> bool:
    return entry.file_size > limits.SMALL and entry.file_size > limits.MOST_TIMES * max(entry.compress_size, 1)


def _leads_out(entry: ZipInfo) -> bool:
    name = entry.orig_filename
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _is_odd(entry: ZipInfo) -> bool:
    return any(fault_of_name(piece) for piece in PurePosixPath(entry.orig_filename).parts)


def _is_locked(entry: ZipInfo) -> bool:
    return bool(entry.flag_bits & (_LOCKED | _LOCKED_STRONGLY))


def _is_packed_oddly(entry: ZipInfo) -> bool:
    return bool(entry.flag_bits & _PATCH) or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def _is_link(entry: ZipInfo) -> bool:
    return stat.S_ISLNK(entry.external_attr >> 16)


ENTRY_FAULTS: Final[tuple[tuple[Callable[[ZipInfo], bool], str], ...]] = (
    (_is_locked, "文件加了密码，请取消密码保护后再上传。"),
    (_is_bomb, "文件的压缩比异常，疑似压缩炸弹，没有读取"),
    (_leads_out, "文件内的部件名称异常（指向文件之外），没有读取"),
    (_is_odd, "文件内的部件名称异常（含不可见字符、过长或为系统保留名），没有读取"),
    (_is_link, "文件内含符号链接，没有读取"),
    (_is_packed_oddly, "文件的压缩方式不是 Office 所用的，没有读取"),
    (_word("vbaproject", "macrosheets", "vbadata"), "文件带有宏，请另存为不含宏的文件后再上传。"),
    (
        _word("xl/externallinks/", "xl/connections"),
        "文件引用了外部工作簿或数据连接，请断开链接（粘贴为数值）后再上传。",
    ),
    (_word("/activex/"), "文件内嵌了 ActiveX 控件，请删除后再上传。"),
    (
        _ends(".zip", ".rar", ".7z", ".exe", ".dll", ".js", ".vbs", ".bat", ".lnk"),
        "文件内夹带了其他文件，没有读取。请删去后另存再试。",
    ),
)
