"""文件种类: which kinds of file are read, and how every other kind is told by its first bytes or its extension."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from documents.readers.limits import LARGEST_FILE, LARGEST_TEXT

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0"
# Anti-virus programmes agree on this text as their test; parted, so that none of them takes this file away.
EICAR: Final = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}" + b"$EICAR"


@dataclass(frozen=True, slots=True)
class Kind:
    """文件种类: extension, what it is called, the parts it must have, what to do about a wrong one, and its largest size."""

    extension: str
    name: str
    needed: tuple[tuple[str, re.Pattern[str]], ...]
    advice: str
    largest: int = LARGEST_FILE

    @property
    def is_package(self) -> bool:
        """Is it a ZIP of parts?"""
        return bool(self.needed)


_TYPES: Final = ("[Content_Types].xml", re.compile(r"\[Content_Types\]\.xml"))
WORKBOOK: Final = Kind(
    ".xlsx",
    "Excel 工作簿",
    (_TYPES, ("xl/workbook.xml", re.compile(r"(?i)xl/workbook\d*\.xml"))),
    "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（*.xlsx）”再上传。",
)
PAPER: Final = Kind(
    ".docx",
    "Word 文档",
    (_TYPES, ("word/document.xml", re.compile(r"(?i)word/document\d*\.xml"))),
    "请用 Word 或 WPS 打开后另存为“Word 文档（*.docx）”再试。",
)
PLAIN: Final = Kind(".txt", "纯文本", (), "请用记事本打开后另存为“文本文档（*.txt），UTF-8 编码”再试。", LARGEST_TEXT)
KINDS: Final = {kind.extension: kind for kind in (PAPER, WORKBOOK, PLAIN)}

_OLD: Final = "旧版格式不能读取，请用 Word、Excel 或 WPS 打开后另存为 .docx 或 .xlsx。"
_OTHER: Final = "这种格式不能读取，请用 Word、Excel 或 WPS 打开后另存为 .docx 或 .xlsx。"
_MACROS: Final = "这种文件可以带宏，不能读取，请另存为不含宏的 .docx 或 .xlsx。"
_PACKED: Final = "这是压缩包，请解压后逐个上传其中的文件。"
_PICTURE: Final = "图片里的文字读不出来，请上传有文字的 .docx、.xlsx 或 .txt 文件。"
_PDF: Final = "PDF、OFD 版式文件不能读取，请上传它的原稿（.docx、.xlsx 或 .txt）。"
_PROGRAMME: Final = "程序和脚本不能上传，请上传报告本身（.docx、.xlsx 或 .txt）。"
_WEB: Final = "这是网页文件，请用 Excel、Word 或 WPS 打开后另存为 .xlsx 或 .docx。"
_TABLE: Final = "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（*.xlsx）”。"
_BY_EXTENSION: Final = {
    _OLD: (".doc", ".xls", ".wps", ".et", ".dot", ".xlt", ".wpt", ".ett"),
    _OTHER: (".rtf", ".odt", ".ods", ".xlsb"),
    _MACROS: (".docm", ".xlsm", ".dotm", ".xltm", ".xlam"),
    _PACKED: (".zip", ".rar", ".7z", ".gz", ".tar"),
    _PICTURE: (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".svg", ".webp", ".heic"),
    _PDF: (".pdf", ".ofd"),
    _PROGRAMME: (".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".sh", ".lnk", ".hta", ".jar", ".msi"),
    _WEB: (".htm", ".html", ".mht", ".mhtml", ".xml"),
    _TABLE: (".csv", ".tsv"),
}
_ADVICE_BY_EXTENSION: Final = {ending: advice for advice, endings in _BY_EXTENSION.items() for ending in endings}

_PDF_FEATURES: Final = (
    (b"/Encrypt", "加密的 PDF"),
    (b"/JavaScript", "含脚本的 PDF"),
    (b"/JS", "含脚本的 PDF"),
    (b"/Launch", "会启动程序的 PDF"),
    (b"/EmbeddedFile", "夹带文件的 PDF"),
)
_BY_HEAD: Final = (
    (OLE, "旧版 .doc、.xls 文件", _OLD),
    (b"{\\rtf", "RTF 文件", _OTHER),
    (b"MZ", "Windows 程序", _PROGRAMME),
    (b"\x7fELF", "Linux 程序", _PROGRAMME),
    (b"#!", "脚本", _PROGRAMME),
    (b"\x4c\x00\x00\x00\x01\x14\x02\x00", "快捷方式", _PROGRAMME),
    (b"Rar!", "RAR 压缩包", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包", _PACKED),
    (b"\x1f\x8b\x08\x00", "gzip 压缩包", _PACKED),
    (b"\x89PNG", "PNG 图片", _PICTURE),
    (b"\xff\xd8\xff\xe0", "JPEG 图片", _PICTURE),
    (b"\xff\xd8\xff\xe1", "JPEG 图片", _PICTURE),
    (b"GIF8", "GIF 图片", _PICTURE),
    (b"BM", "BMP 图片", _PICTURE),
    (b"II*\0", "TIFF 图片", _PICTURE),
    (b"MM\0*", "TIFF 图片", _PICTURE),
)
_WEB_HEADS: Final = (b"<!doctype html", b"<html", b"<head", b"<table", b"mime-version:")


def kind_of(name: str) -> tuple[Kind | None, str]:
    """Return the kind that a file's name promises, or None and why it is none of ours."""
    extension = name[name.rfind(".") :].lower() if "." in name else ""
    if kind := KINDS.get(extension):
        return kind, ""
    advice = _ADVICE_BY_EXTENSION.get(extension, "请选择正确的文件。")
    return None, f"只能读 {'、'.join(KINDS)} 文件，这是 {extension or '没有扩展名的'} 文件。{advice}"


def fault_of_head(head: bytes, kind: Kind) -> str:
    """Say why the first bytes are not those of `kind`, '' when they are."""
    if EICAR in head:
        return "文件含有病毒测试特征（EICAR），疑似带病毒，没有读取。请先用杀毒软件检查。"
    if b"%PDF-" in head[:1024]:
        found = next((name for mark, name in _PDF_FEATURES if mark in head), "PDF 文件")
        if head.startswith(ZIP):
            found = "同时冒充 ZIP 的 PDF"
        return f"这不是 {kind.extension} 文件，而是{found}。{_PDF}"
    if kind.is_package:
        return _fault_of_package(head, kind)
    return _fault_of_text(head, kind)


def _fault_of_package(head: bytes, kind: Kind) -> str:
    if head.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in head:
            return "文件加了打开密码，不能读取。请用 Word、Excel 或 WPS 取消密码后另存再上传。"
        return f"这是旧版{kind.extension[:-1]}或加了密码的文件，不能读取。{kind.advice}"
    if head.startswith(ZIP):
        return ""
    found = _foreign(head)
    what = f"而是{found[0]}，扩展名不对。{found[1]}" if found else f"可能只是改了扩展名。{kind.advice}"
    return f"这不是 {kind.extension} 文件，{what}"


def _fault_of_text(head: bytes, kind: Kind) -> str:
    if head.startswith(ZIP):
        return f"这不是 {kind.extension} 文件，而是 Word、Excel 文件或压缩包，扩展名不对。请改回原来的扩展名再上传。"
    if found := _foreign(head, least=4 if b"\0" not in head else 1):
        return f"这不是 {kind.extension} 文件，而是{found[0]}，扩展名不对。{found[1]}"
    return ""


def _foreign(head: bytes, *, least: int = 1) -> tuple[str, str] | None:
    """What else a head may be, and what to do about it. `least`: a mark shorter than this may begin an honest text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64].lower()
    if start.startswith(_WEB_HEADS):
        return "网页文件", _WEB
    return next(
        ((name, advice) for mark, name, advice in _BY_HEAD if len(mark) >= least and head.startswith(mark)), None
    )
