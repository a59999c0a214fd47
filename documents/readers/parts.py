"""部件的查验: reads every part of a package once, as bytes, before a parser sees any. Runs in the child process only."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Final
from zipfile import ZipFile, ZipInfo

from documents.readers import limits
from documents.readers.kinds import EICAR, ZIP
from documents.readers.links import check_links
from documents.readers.refused import Refused

CHUNK: Final = 65_536
OVERLAP: Final = 80  # what stands across two chunks is seen too
_ENCODING: Final = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{0,40})["']""")
_KNOWN_ENCODINGS: Final = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii"})
# How XML begins in UTF-16, UTF-32 and EBCDIC: a parser would follow, the look at the bytes would not.
_ODD_HEADS: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<", b"\0\0\0<", b"\x4c\x6f\xa7\x94")
_FOREIGN_HEADS: Final = (ZIP, b"Rar!", b"7z\xbc\xaf", b"MZ", b"\x7fELF", b"%PDF-", b"#!/")
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp")
_SCRIPT: Final = re.compile(rb"<(?:\w+:)?script|<(?:\w+:)?foreignobject|\bon[a-z]{3,20}\s*=|javascript:", re.IGNORECASE)


@dataclass(slots=True)
class _Room:
    """余量: what the parts of one file may still take together."""

    content: int
    tags: int


def check_parts(path: str) -> None:
    """Refuse what no honest part holds, then what leads out of the file (links.check_links). Raises Refused."""
    room = _Room(limits.LARGEST_CONTENT, limits.MOST_TAGS)
    try:
        with ZipFile(path) as archive:
            for entry in archive.infolist():
                _check_part(archive, entry, room)
            check_links(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as trouble:
        raise Refused(
            "文件已损坏：有部件与校验码不符或不完整。请用 Word、Excel 或 WPS 打开修复，另存后再试。"
        ) from trouble


def _check_part(archive: ZipFile, entry: ZipInfo, room: _Room) -> None:
    name = entry.filename.lower()
    with archive.open(entry) as part:
        head = part.read(CHUNK)
        is_xml = _is_markup(head) or name.endswith((".xml", ".rels", ".vml"))
        _check_head(name, head, is_xml=is_xml)
        if is_xml:
            _check_size(name, entry.file_size)
        before = b""
        for chunk in chain((head,), iter(partial(part.read, CHUNK), b"")):
            room.content -= len(chunk)
            if room.content < 0:
                raise Refused("文件解压后过大，疑似压缩炸弹，没有读取。请删去多余的内容和图片，另存后再试。")
            window = before + chunk
            if EICAR in window:
                raise Refused("文件含有病毒测试特征（EICAR），疑似带病毒，没有读取。请先用杀毒软件检查。")
            if is_xml:
                _check_markup(window, chunk, room)
            if name.endswith(".svg") and _SCRIPT.search(window):
                raise Refused("文件里的 SVG 图片带有脚本，没有读取。请删去或换成普通图片后再试。")
            before = window[-OVERLAP:]
    if name.endswith(_PICTURES):
        _check_picture(archive, entry)


def _is_markup(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _check_head(name: str, head: bytes, *, is_xml: bool) -> None:
    if head.startswith(_FOREIGN_HEADS) and "/embeddings/" not in name:
        raise Refused("文件内夹带了其他文件（压缩包、程序或 PDF），没有读取。请删去后另存再试。")
    if is_xml or head.startswith(_ODD_HEADS[2:]):
        told = _ENCODING.search(head[:400])
        if head.startswith(_ODD_HEADS) or (told and told[1].strip().lower() not in _KNOWN_ENCODINGS):
            raise Refused("文件内有编码异常的部件（不是 UTF-8），疑似恶意文件，没有读取。请另存后再试。")


def _check_markup(window: bytes, chunk: bytes, room: _Room) -> None:
    if b"\0" in chunk:
        raise Refused("文件内有编码异常的部件（含空字节），疑似恶意文件，没有读取。请另存后再试。")
    upper = window.upper()
    if b"<!DOCTYPE" in upper or b"<!ENTITY" in upper:
        raise Refused("文件内含有文档类型或外部实体声明（DTD），疑似恶意文件，没有读取。请另存后再试。")
    room.tags -= chunk.count(b"<")
    if room.tags < 0:
        raise Refused("文件的内容过多（行、格子或段落数以百万计），没有读取。请删去多余的行、列和格式后再试。")


def _check_size(name: str, size: int) -> None:
    if size > limits.LARGEST_XML:
        most = limits.LARGEST_XML // limits.MEGABYTE
        raise Refused(f"文件的正文部件解压后超过 {most} MB，没有读取。请删去多余的内容，或拆成几个文件后再试。")
    if name.endswith("/styles.xml") and size > limits.LARGEST_STYLES:
        raise Refused("文件的格式（样式）过多，没有读取。请把内容粘贴到新文件（只保留数值或文字）后再试。")


def _check_picture(archive: ZipFile, entry: ZipInfo) -> None:
    """Refuse a picture that would need gigabytes once unpacked. Only its head is read; what is no picture is not our business."""
    from PIL import Image  # noqa: PLC0415 - slow import

    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = limits.MOST_PIXELS // 2  # Pillow raises its error at twice this
    try:
        with archive.open(entry) as part, Image.open(part) as picture:
            pixels = picture.width * picture.height
    except Image.DecompressionBombError:
        pixels = limits.MOST_PIXELS + 1
    except Exception:  # noqa: BLE001 - an unknown or broken picture is never drawn by us
        return
    if pixels > limits.MOST_PIXELS:
        raise Refused("文件里有尺寸异常巨大的图片（像素炸弹），没有读取。请压缩图片后再试。")
