"""恶意语料·其他格式: old Office, web pages, PDF, programmes, pictures and texts that are none, under our extensions."""

from __future__ import annotations

from documents.readers.kinds import EICAR, OLE
from tests.documents.corpus.build import docx, p, xlsx
from tests.documents.corpus.case import Build, Hostile
from tests.documents.corpus.hostile_zip import MEGABYTE, PDF

OLD = OLE + b"\xa1\xb1\x1a\xe1" + b"\0" * 500 + "WordDocument".encode("utf-16-le") + b"\0" * 1500
LOCKED = OLE + b"\xa1\xb1\x1a\xe1" + b"\0" * 9_000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 1500
HTML = b"<html><head><meta charset='gbk'></head><table><tr><td>1</td></tr></table></html>"
CSV = "单位代码,项目编码\n077,P1\n".encode("gb18030")


def held(data: bytes) -> Build:
    return lambda: data


def pdf(inner: bytes) -> Build:
    return held(PDF.replace(b"/Catalog", b"/Catalog" + inner))


HOSTILE = (
    Hostile("旧版改名", "doc 改 docx", "a.docx", held(OLD), r"旧版\.doc"),
    Hostile("旧版改名", "xls 改 xlsx", "a.xlsx", held(OLD), r"旧版\.xls"),
    Hostile("旧版改名", "doc 改 txt", "a.txt", held(OLD), "而是旧版"),
    Hostile("旧版改名", "RTF 改 docx", "a.docx", held(b"{\\rtf1\\ansi abc}"), "而是RTF"),
    Hostile("旧版改名", "原样的 xls", "a.xls", held(OLD), "旧版格式"),
    Hostile("网页表格改名", "HTML 改 xlsx", "a.xlsx", held(HTML), "而是网页"),
    Hostile("网页表格改名", "HTML 存成 xls", "a.xls", held(HTML), "旧版格式"),
    Hostile("网页表格改名", "HTML 改 docx", "a.docx", held(b"\xef\xbb\xbf <!DOCTYPE html><p>x</p>"), "而是网页"),
    Hostile("网页表格改名", "HTML 改 txt", "a.txt", held(HTML), "而是网页"),
    Hostile("网页表格改名", "CSV 改 xlsx", "a.xlsx", held(CSV), "可能只是改了扩展名"),
    Hostile("网页表格改名", "原样的 CSV", "a.csv", held(CSV), "这是 .csv 文件"),
    Hostile("危险 PDF", "脚本", "a.docx", pdf(b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "含脚本的 PDF"),
    Hostile("危险 PDF", "启动程序", "a.xlsx", pdf(b"/OpenAction<</S/Launch/F(cmd.exe)>>"), "会启动程序的 PDF"),
    Hostile("危险 PDF", "夹带文件", "a.txt", pdf(b"/Names<</EmbeddedFiles<</Type/EmbeddedFile>>>>"), "夹带文件的 PDF"),
    Hostile("危险 PDF", "普通 PDF", "a.pdf", held(PDF), "版式文件不能读取"),
    Hostile("扩展名不对", "开放文档", "a.odt", docx, "这种格式不能读取"),
    Hostile("加密", "加密的 PDF", "a.docx", pdf(b"/Encrypt 5 0 R"), "加密的 PDF"),
    Hostile("加密", "加密的 Excel", "a.xlsx", held(LOCKED), "打开密码"),
    Hostile("加密", "加密的 Word", "a.docx", held(LOCKED), "打开密码"),
    Hostile("空文件", "Word", "a.docx", held(b""), "空的（0 字节）"),
    Hostile("空文件", "Excel", "a.xlsx", held(b""), "空的（0 字节）"),
    Hostile("空文件", "文本", "a.txt", held(b""), "空的（0 字节）"),
    Hostile("过大", "十一兆的 Word", "a.docx", lambda: docx() + b"x" * (11 * MEGABYTE), "文件超过 10 MB"),
    Hostile("过大", "五兆的文本", "a.txt", lambda: b"x" * (5 * MEGABYTE), "文件超过 4 MB"),
    Hostile("扩展名不对", "docx 改 txt", "a.txt", docx, "而是 Word、Excel 文件或压缩包"),
    Hostile("扩展名不对", "图片改 docx", "a.docx", held(b"\x89PNG\r\n\x1a\n" + b"\0" * 99), "而是PNG 图片"),
    Hostile("扩展名不对", "图片改 txt", "a.txt", held(b"\xff\xd8\xff\xe0" + b"\0" * 99), "而是JPEG 图片"),
    Hostile("扩展名不对", "程序改 xlsx", "a.xlsx", held(b"MZ\x90\0" + b"\0" * 99), "而是Windows 程序"),
    Hostile("扩展名不对", "程序改 txt", "a.txt", held(b"MZ\x90\0" + b"\0" * 99), "而是Windows 程序"),
    Hostile("扩展名不对", "RAR 改 docx", "a.docx", held(b"Rar!\x1a\x07\x01\0" + b"\0" * 99), "而是RAR 压缩包"),
    Hostile("扩展名不对", "没有扩展名", "report", docx, "没有扩展名"),
    Hostile("扩展名不对", "脚本", "a.js", held(b"alert(1)"), "程序和脚本不能上传"),
    Hostile("扩展名不对", "带宏的扩展名", "a.docm", docx, "可以带宏"),
    Hostile("扩展名不对", "两个扩展名", "a.docx.exe", docx, "程序和脚本不能上传"),
    Hostile("文件怪名", "反向书写", "报告\u202excod.docx", docx, "改变书写方向"),
    Hostile("文件怪名", "空字符", "a.exe\0.docx", docx, "不可见的字符"),
    Hostile("文件怪名", "三百字节", "长" * 100 + ".docx", docx, "过长（超过 200 字节）"),
    Hostile("文件怪名", "系统保留名", "CON.xlsx", xlsx, "Windows 的保留名称"),
    Hostile("文件怪名", "带路径", "../../a.docx", docx, "含有路径"),
    Hostile("不是文本", "空字节", "a.txt", held(b"abc\0\0\0def" * 9), "空字节"),
    Hostile("不是文本", "乱字节", "a.txt", held(bytes(range(1, 256)) * 9), "编码认不出来"),
    Hostile("不是文本", "控制字符", "a.txt", held(b"\x01\x02\x03abc" * 99), "编码认不出来"),
    Hostile("虚报范围", "文本里一行三百列", "a.txt", held("甲\t".encode() * 300 + b"\n"), "第1行起的表格超过256列"),
    Hostile("虚报范围", "文本里一万多行的表", "a.txt", held("甲\t乙\n".encode() * 10_001), "第1行起的表格超过10000行"),
    Hostile(
        "虚报范围",
        "文本里一行宽、九百行窄",
        "a.txt",
        held("甲\t".encode() * 250 + b"\n" + "甲\t乙\n".encode() * 900),
        "共超过200000格",
    ),
    Hostile("超大正文", "文本里两万多段", "a.txt", held("段\n".encode() * 20_001), "超过20000"),
    Hostile("不是文本", "十二万行", "a.txt", held("行\n".encode() * 120_000), "超过上限100000行"),
    Hostile("病毒特征", "文本", "a.txt", held(EICAR + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"), "EICAR"),
    Hostile("病毒特征", "改名", "a.docx", held(EICAR), "EICAR"),
    Hostile("病毒特征", "藏在文本后面", "a.txt", lambda: b"x" * 20_000 + EICAR, "EICAR"),
    Hostile("病毒特征", "写在正文里", "a.docx", lambda: docx(p("看") + "<!--" + EICAR.decode() + "-->"), "EICAR"),
)
