"""恶意语料·压缩包: bombs, names, links, broken and doubled packages: what the ZIP itself can hide."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

from tests.documents.corpus.build import docx, docx_parts, packed, xlsx, xlsx_parts
from tests.documents.corpus.case import Build, Hostile
from tests.documents.corpus.endless import crowded, endless

MEGABYTE = 1024 * 1024
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def plus(name: str, data: bytes = b"x", *, book: bool = False) -> Build:
    """An honest file with one part more."""
    return lambda: packed({**(xlsx_parts() if book else docx_parts()), name: data})


def streamed(name: str, chunk: bytes, times: int, *, book: bool = False) -> Build:
    """An honest file with one endless part."""
    return lambda: endless(xlsx_parts() if book else docx_parts(), {name: ((chunk, times),)})


def changed(change: Callable[[zipfile.ZipInfo], None], *, book: bool = True) -> Build:
    return lambda: packed(xlsx_parts() if book else docx_parts(), change)


def lying_size() -> bytes:
    """Ten megabytes that claim to be ten bytes."""
    data = bytearray(packed({**docx_parts(), "word/big.xml": b"<a>" + b" " * (10 * MEGABYTE) + b"</a>"}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(mark)
        while place >= 0:
            if struct.unpack_from("<L", data, place + offset)[0] > MEGABYTE:
                struct.pack_into("<L", data, place + offset, 10)
            place = data.find(mark, place + 4)
    return bytes(data)


def overlapping() -> bytes:
    """A hundred entries of the directory that all point at one compressed part."""
    parts = docx_parts()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.writestr(
            "word/big.bin", bytes(n % 251 for n in range(100_000)) + b"\n" + struct.pack("<100000L", *range(100_000))
        )
        big = archive.infolist()[-1]
        for number in range(100):
            copy = zipfile.ZipInfo(f"word/b{number:02d}.bin")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "external_attr"):
                setattr(copy, field, getattr(big, field))
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
    return out.getvalue()


def flagged(flag: int) -> bytes:
    """Every entry with a flag, such as that of ZipCrypto."""
    data = bytearray(xlsx())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            struct.pack_into("<H", data, place + offset, flag)
            place = data.find(mark, place + 4)
    return bytes(data)


def link(entry: zipfile.ZipInfo) -> None:
    if entry.filename.endswith("styles.xml"):
        entry.external_attr = 0o120777 << 16


def bzip(entry: zipfile.ZipInfo) -> None:
    entry.compress_type = zipfile.ZIP_BZIP2


def raw_name(name: bytes) -> Build:
    """A part whose name zipfile itself would not write."""

    def build() -> bytes:
        honest = "word/" + "n" * (len(name) - len("word/"))
        return packed({**docx_parts(), honest: b"x"}).replace(honest.encode(), name)

    return build


def rotten(*, book: bool) -> Build:
    """One byte of a stored part turned round: its checksum tells."""

    def build() -> bytes:
        def store(entry: zipfile.ZipInfo) -> None:
            entry.compress_type = zipfile.ZIP_STORED

        data = packed(xlsx_parts() if book else docx_parts(), store)
        return data.replace("项目名称".encode(), "项日名称".encode()).replace("正文".encode(), "止文".encode())

    return build


def twins() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in docx_parts().items():
            archive.writestr(name, data)
        archive.writestr("WORD/Document.xml", b"<a/>")
    return out.getvalue()


def commented() -> bytes:
    out = io.BytesIO(docx())
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"%PDF-1.7 ..."
    return out.getvalue()


def pdf_in_head() -> bytes:
    """A ZIP whose first, stored part is a PDF: both programmes open it."""

    def store(entry: zipfile.ZipInfo) -> None:
        entry.compress_type = zipfile.ZIP_STORED

    return packed({"word/a.txt": PDF, **docx_parts()}, store)


SHEET = "xl/worksheets/sheet1.xml"
HOSTILE = (
    Hostile("压缩炸弹", "一个部件30MB的零", "a.docx", plus("word/big.xml", b"0" * 30_000_000), "压缩比异常"),
    Hostile("压缩炸弹", "工作表50MB的空格", "a.xlsx", streamed(SHEET, b" " * MEGABYTE, 50, book=True), "压缩比异常"),
    Hostile(
        "压缩炸弹",
        "一百二十个部件",
        "a.xlsx",
        lambda: endless(xlsx_parts(), {f"p{n}": ((bytes(range(256)) * 3600, 1),) for n in range(120)}),
        "解压后超过 100 MB",
    ),
    Hostile("压缩炸弹", "目录谎报大小", "a.docx", lying_size, "校验码不符"),
    Hostile("压缩炸弹", "部件互相重叠", "a.docx", overlapping, "互相重叠"),
    Hostile("部件过多", "十万个", "a.docx", lambda: crowded(docx(), 100_000), "部件超过 2000 个"),
    Hostile("部件过多", "两千一百个", "a.docx", lambda: crowded(docx(), 2_100), "部件超过 2000 个"),
    Hostile("嵌套压缩包", "夹带 zip", "a.xlsx", plus("xl/a.zip", packed({"a": b"b"}), book=True), "夹带了其他文件"),
    Hostile(
        "嵌套压缩包", "压缩包装成图片", "a.docx", plus("word/media/image1.png", packed({"a": b"b"})), "夹带了其他文件"
    ),
    Hostile(
        "嵌套压缩包",
        "rar 装成打印设置",
        "a.xlsx",
        plus("xl/printerSettings/p1.bin", b"Rar!\x1a\x07\x00rest", book=True),
        "夹带了其他文件",
    ),
    Hostile("嵌套压缩包", "夹带程序", "a.docx", plus("word/run.exe", b"MZ\x90"), "夹带了其他文件"),
    Hostile(
        "超大正文",
        "300MB 的 document.xml",
        "a.docx",
        streamed("word/document.xml", (b"<w:p><w:r><w:t>" + b"x" * 1000 + b"</w:t></w:r></w:p>") * 1_000, 310),
        "解压后超过 100 MB",
    ),
    Hostile("多面文件", "PDF 在前 ZIP 在后", "a.docx", lambda: PDF + docx(), "而是PDF"),
    Hostile("多面文件", "ZIP 开头夹 PDF", "a.docx", pdf_in_head, "冒充 ZIP 的 PDF"),
    Hostile("多面文件", "ZIP 后面接脚本", "a.xlsx", lambda: xlsx() + b"<script>alert(1)</script>", "前后夹带"),
    Hostile("多面文件", "图片后面接 ZIP", "a.docx", lambda: b"PK\x03\x04" + b"GIF89a" * 9 + docx(), "前后夹带"),
    Hostile("多面文件", "压缩包备注里藏内容", "a.docx", commented, "前后夹带"),
    Hostile("加密", "ZIP 加密", "a.xlsx", lambda: flagged(0x01), "加了密码"),
    Hostile("加密", "ZIP 强加密", "a.xlsx", lambda: flagged(0x40), "加了密码"),
    Hostile("残缺", "补丁式压缩", "a.xlsx", lambda: flagged(0x20), "压缩方式"),
    Hostile("残缺", "截断的 ZIP", "a.docx", lambda: docx()[:-40], "损坏或不完整"),
    Hostile("残缺", "只剩开头", "a.xlsx", lambda: xlsx()[:300], "损坏或不完整"),
    Hostile("残缺", "校验码不符（表）", "a.xlsx", rotten(book=True), "校验码不符"),
    Hostile("残缺", "校验码不符（文）", "a.docx", rotten(book=False), "校验码不符"),
    Hostile("残缺", "压缩方式不是 Office 的", "a.xlsx", changed(bzip), "压缩方式"),
    Hostile("残缺", "部件重名", "a.docx", twins, "重名的部件"),
    Hostile("路径穿越", "上级目录", "a.docx", plus("../../etc/cron.d/x"), "指向文件之外"),
    Hostile("路径穿越", "根目录", "a.docx", plus("/etc/passwd"), "指向文件之外"),
    Hostile("路径穿越", "反斜杠", "a.xlsx", raw_name(b"word/..\\..\\win.ini"), "指向文件之外"),
    Hostile("路径穿越", "盘符", "a.docx", plus("C:/windows/x"), "指向文件之外"),
    Hostile("符号链接", "样式部件是链接", "a.xlsx", changed(link), "符号链接"),
    Hostile("符号链接", "文档里的链接", "a.docx", changed(link, book=False), "符号链接"),
    Hostile("部件怪名", "空字符", "a.docx", raw_name(b"word/a\0b.xml"), "名称异常（含不可见"),
    Hostile("部件怪名", "反向书写", "a.docx", plus("word/\u202etxt.exe.xml"), "名称异常（含不可见"),
    Hostile("部件怪名", "300 字节", "a.docx", plus("word/" + "长" * 100 + ".xml"), "名称异常（含不可见"),
    Hostile("部件怪名", "系统保留名", "a.xlsx", plus("xl/CON.xlsx", book=True), "名称异常（含不可见"),
)
