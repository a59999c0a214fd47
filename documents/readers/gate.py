"""来件的查验: what a workbook's or a paper's ZIP directory must look like before anything inside is opened."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zipfile import ZipInfo

MEGABYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 10 * MEGABYTE
LARGEST_CONTENT: Final = 100 * MEGABYTE
MOST_ENTRIES: Final = 2000
MOST_TIMES: Final = 200  # packed to unpacked; honest sheets stay below 50
SMALL: Final = MEGABYTE  # a small part may be packed as well as it likes
OLE: Final = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Package:
    """文件种类: extension, what it is called, the parts it must have, and what to do about a wrong one."""

    extension: str
    name: str
    needed: tuple[str, ...]
    advice: str


WORKBOOK: Final = Package(
    ".xlsx",
    "Excel 工作簿",
    ("[Content_Types].xml", "xl/workbook.xml"),
    "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（*.xlsx）”再上传。",
)
PAPER: Final = Package(
    ".docx",
    "Word 文档",
    ("[Content_Types].xml", "word/document.xml"),
    "请用 Word 或 WPS 打开后另存为“Word 文档（*.docx）”再试。",
)


class Refused(Exception):  # noqa: N818 - said as the field says it
    """拒收: why a file is not read, and what to do."""


def check_file(path: Path, package: Package = WORKBOOK) -> None:
    """Look at size, first bytes and the ZIP directory of a file; nothing is unpacked. Raises Refused."""
    size = path.stat().st_size
    if size == 0:
        raise Refused("文件是空的（0 字节），请重新选择文件。")
    if size > LARGEST_FILE:
        raise Refused(f"文件有 {size // MEGABYTE} MB，超过上限 {LARGEST_FILE // MEGABYTE} MB，请拆成几个文件上传。")
    with path.open("rb") as file:
        head = file.read(4)
    if head == OLE:
        raise Refused(f"这是旧版{package.extension[:-1]}或加了密码的文件，不能读取。{package.advice}")
    if head != b"PK\x03\x04":
        raise Refused(f"这不是 {package.extension} 文件（可能只是改了扩展名）。{package.advice}")
    try:
        with zipfile.ZipFile(path) as archive:
            check_entries(archive.infolist(), package)
    except (zipfile.BadZipFile, ValueError, RuntimeError) as trouble:
        raise Refused(f"文件已损坏，打不开。{package.advice}") from trouble


def check_entries(entries: list[ZipInfo], package: Package = WORKBOOK) -> None:
    """Refuse a directory that no office programme writes. Raises Refused."""
    if len(entries) > MOST_ENTRIES:
        raise Refused(f"文件内有 {len(entries)} 个部件，超过上限 {MOST_ENTRIES} 个。{package.advice}")
    if sum(entry.file_size for entry in entries) > LARGEST_CONTENT:
        raise Refused(
            f"文件解压后超过 {LARGEST_CONTENT // MEGABYTE} MB，疑似压缩炸弹。请删去多余的行、列和图片后重试。"
        )
    for entry in entries:
        for is_bad, why in ENTRY_FAULTS:
            if is_bad(entry):
                raise Refused(why if why.endswith("。") else f"{why}。{package.advice}")
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        raise Refused(f"文件内有重名的部件。{package.advice}")
    if missing := [name for name in package.needed if name not in names]:
        raise Refused(f"文件里缺少 {missing[0]}，不是{package.name}。{package.advice}")


def _word(*words: str) -> Callable[[ZipInfo], bool]:
    return lambda entry: any(word in entry.filename.lower() for word in words)


def _is_bomb(entry: ZipInfo) -> bool:
    return entry.file_size > SMALL and entry.file_size > MOST_TIMES * max(entry.compress_size, 1)


def _leads_out(entry: ZipInfo) -> bool:
    name = entry.orig_filename
    return name.startswith("/") or "\\" in name or "\0" in name or ":" in name or ".." in name.split("/")


ENTRY_FAULTS: Final[tuple[tuple[Callable[[ZipInfo], bool], str], ...]] = (
    (lambda entry: bool(entry.flag_bits & 1), "文件加了密码，请取消密码保护后再上传。"),
    (_is_bomb, "文件的压缩比异常，疑似压缩炸弹，没有读取。"),
    (_leads_out, "文件内的部件名称异常，没有读取"),
    (lambda entry: stat.S_ISLNK(entry.external_attr >> 16), "文件内含符号链接，没有读取"),
    (_word("vbaproject", "macrosheets"), "文件带有宏，请另存为不含宏的文件后再上传。"),
    (
        _word("xl/externallinks/", "xl/connections"),
        "文件引用了外部工作簿或数据连接，请断开链接（粘贴为数值）后再上传。",
    ),
    (_word("/embeddings/", "/activex/"), "文件内嵌了其他对象或控件，请删除后再上传。"),
    (_word(".zip", ".rar", ".7z", ".exe", ".dll"), "文件内夹带了其他文件，没有读取。"),
)
