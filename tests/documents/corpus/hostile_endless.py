"""恶意语料·无穷: sheets, tables of texts and documents without end, merges over the whole sheet, places at the end of the world."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from tests.documents.corpus.build import (
    S,
    docx,
    docx_parts,
    inline,
    p,
    r,
    relations,
    row,
    sheet_xml,
    tbl,
    tc,
    xlsx,
    xlsx_parts,
)
from tests.documents.corpus.case import Build, Hostile
from tests.documents.corpus.endless import endless
from tests.documents.corpus.hostile_zip import SHEET, streamed

DOCUMENT = "word/document.xml"


def merged(*references: str, cells: str = inline("A1", "x")) -> Build:
    merges = "".join(f'<mergeCell ref="{one}"/>' for one in references)
    return lambda: xlsx(sheet_xml(row(1, cells), after=f"<mergeCells>{merges}</mergeCells>"))


def rows(count: int) -> str:
    return "".join(f'<row r="{n}"><c r="A{n}"><v>{n * 7919 % 10007}</v></c></row>' for n in range(1, count + 1))


def three_million_rows() -> bytes:
    """Short rows without numbers of their own: 70 MB, and no more packed than an honest sheet."""
    chunk = "".join(f"<row><c><v>{n * 7919 % 10007}</v></c></row>" for n in range(30_000)).encode()
    head, tail = f"<worksheet {S}><sheetData>".encode(), b"</sheetData></worksheet>"
    return endless(xlsx_parts(), {SHEET: ((head, 1), (chunk, 100), (tail, 1))})


def shared(text: Callable[[], bytes], times: int) -> Build:
    """A workbook with an endless table of texts."""

    def build() -> bytes:
        told = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId3", "sharedStrings", "sharedStrings.xml"))
        parts = {**xlsx_parts(), "xl/_rels/workbook.xml.rels": relations(*told)}
        table = ((f"<sst {S}>".encode(), 1), (text(), times), (b"</sst>", 1))
        return endless(parts, {"xl/sharedStrings.xml": table})

    return build


def five_million_paragraphs() -> bytes:
    """Empty ones, not packed so well that the ratio alone would tell."""
    piece = "".join("<w:p/>" if sign < "8" else "<w:r/>" for sign in noise(30_000).decode()).encode()
    head, tail = docx_parts()[DOCUMENT].split("正文".encode())
    return endless(
        docx_parts(),
        {
            DOCUMENT: (
                (head, 1),
                (b"</w:t></w:r></w:p>", 1),
                (piece, 170),
                (tail.removeprefix(b"</w:t></w:r></w:p>"), 1),
            )
        },
    )


def noise(length: int) -> bytes:
    """Text that does not pack well, the same in every run."""
    found, state = bytearray(), 1
    while len(found) < length:
        state = zlib.crc32(struct.pack("<L", state))
        found += f"{state:x}".encode()
    return bytes(found[:length])


HOSTILE = (
    Hostile("三百万行", "70MB 的工作表", "a.xlsx", three_million_rows, "解压后超过 60 MB"),
    Hostile("三百万行", "一万多行都有内容", "a.xlsx", lambda: xlsx(sheet_xml(rows(10_100))), "超过10000行"),
    Hostile(
        "三百万行",
        "第一百万行有字",
        "a.xlsx",
        lambda: xlsx(sheet_xml(row(1_000_000, inline("A1000000", "x")))),
        "超过10000行",
    ),
    Hostile(
        "三百万行",
        "三十万格",
        "a.xlsx",
        lambda: xlsx(
            sheet_xml("".join(row(n, "".join(f"<c><v>{n * m}</v></c>" for m in range(200))) for n in range(1, 1_500)))
        ),
        "共超过200000格",
    ),
    Hostile("巨型合并", "A1:XFD10000", "a.xlsx", merged("A1:XFD10000"), "A1:XFD10000 大得异常"),
    Hostile("巨型合并", "整张表", "a.xlsx", merged("A1:XFD1048576"), "A1:XFD1048576 大得异常"),
    Hostile(
        "巨型合并",
        "互相重叠",
        "a.xlsx",
        merged("B1:B3", "A2:C2", cells=inline("B1", "x") + inline("D1", "y")),
        "互相重叠",
    ),
    Hostile(
        "虚报范围",
        "真有一格在最远处",
        "a.xlsx",
        lambda: xlsx(sheet_xml(row(1_048_576, inline("XFD1048576", "x")), before='<dimension ref="A1:XFD1048576"/>')),
        "超过10000行",
    ),
    Hostile(
        "虚报范围",
        "第一行最右",
        "a.xlsx",
        lambda: xlsx(sheet_xml(row(1, inline("XFD1", "x")), before='<dimension ref="A1:XFD1"/>')),
        "超过256列",
    ),
    Hostile(
        "巨型文字表",
        "70MB 一条",
        "a.xlsx",
        shared(lambda: b"<si><t>" + noise(2_000) * 500 + b"</t></si>", 70),
        "解压后超过 60 MB",
    ),
    Hostile(
        "巨型文字表",
        "两百万条",
        "a.xlsx",
        shared(lambda: b"".join(b"<si><t>%x</t></si>" % (n * 7919 % 10007) for n in range(10_000)), 200),
        "以百万计",
    ),
    Hostile(
        "巨型文字表",
        "六百万字",
        "a.xlsx",
        shared(lambda: b"<si><t>" + noise(60_000) + b"</t></si>", 100),
        "超过500万字",
    ),
    Hostile(
        "超大正文",
        "80MB 一段",
        "a.docx",
        streamed(DOCUMENT, b"<w:p><w:r><w:t>" + noise(2_000) * 500 + b"</w:t></w:r></w:p>", 80),
        "解压后超过 60 MB",
    ),
    Hostile(
        "超大正文",
        "五百万个空段",
        "a.docx",
        five_million_paragraphs,
        "以百万计",
    ),
    Hostile("超大正文", "两万多段", "a.docx", lambda: docx("".join(p(f"第{n}段") for n in range(20_100))), "超过20000"),
    Hostile(
        "超大正文",
        "嵌套一万层",
        "a.docx",
        lambda: docx("<w:p>" + "<w:ins>" * 10_000 + r("深") + "</w:ins>" * 10_000 + "</w:p>"),
        "嵌套过深",
    ),
    Hostile(
        "超大正文",
        "表格跨九万列",
        "a.docx",
        lambda: docx('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="90000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
        "超过256列",
    ),
    Hostile(
        "虚报范围",
        "竖着合并九百行、横着两百五十列",
        "a.docx",
        lambda: docx(tbl(*[[tc("", '<w:gridSpan w:val="250"/><w:vMerge/>')]] * 900)),
        "共超过200000格",
    ),
)
