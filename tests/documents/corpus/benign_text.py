"""正常语料·文本: every encoding, line end and table shape that honest plain text comes in."""

from __future__ import annotations

import codecs

from tests.documents.corpus.case import Benign, Build

WORDS = "古树名木养护项目自评报告\n一、资金 12.5万元"
READ = ("古树名木养护项目自评报告", "一、资金 12.5万元")
LONG = "这一句写得很长，" * 20_000


def text(words: str, encoding: str = "utf-8", mark: bytes = b"") -> Build:
    return lambda: mark + words.encode(encoding)


BENIGN = (
    Benign("UTF-8", "报告.txt", text(WORDS), READ),
    Benign("UTF-8 带标记", "报告 (1).TXT", text(WORDS, mark=codecs.BOM_UTF8), READ),
    Benign("UTF-16 小端", "报告（终稿）.txt", text(WORDS, "utf-16-le", codecs.BOM_UTF16_LE), READ),
    Benign("UTF-16 大端", "报告.最终版.v2.txt", text(WORDS, "utf-16-be", codecs.BOM_UTF16_BE), READ),
    Benign("GBK", "2024年度　自评报告.txt", text(WORDS, "gbk"), READ),
    Benign("GB18030 的生僻字", "㙍村.txt", text("㙍㘰村 𠮷家沟 3户", "gb18030"), ("㙍㘰村 𠮷家沟 3户",)),
    Benign("CRLF 换行", "a'b&c.txt", text(WORDS.replace("\n", "\r\n")), READ),
    Benign("老式 Mac 换行", "report-final_v3.txt", text(WORDS.replace("\n", "\r")), READ),
    Benign("换页符与竖排换行", "报告+附件.txt", text(WORDS.replace("\n", "\x0c")), READ),
    Benign("末尾没有换行，中间许多空行", "a.txt", text("甲\n\n\n\n\n乙"), ("甲", "乙")),
    Benign("一行二十万字", "a.txt", text(LONG), (LONG,)),
    Benign("纯英文", "a.txt", text("Total 12.5"), ("Total 12.5",)),
    Benign("以 BM 开头的话", "a.txt", text("BM指标体系说明"), ("BM指标体系说明",)),
    Benign("以 MZ 开头的话", "a.txt", text("MZ乡自评"), ("MZ乡自评",)),
    Benign("以井号感叹号开头", "a.txt", text("#!注意：以下为草稿"), ("#!注意：以下为草稿",)),
    Benign(
        "书签、标签与不断行空格",
        "a.txt",
        text("[bookmark: _Toc9]一、概况&nbsp;\n<p>甲\u00a0乙</p>"),
        ("一、概况", "甲 乙"),
    ),
    Benign("一行一条的表", "a.txt", text("名称\t金额\n养护费\t3\n合计\t3"), ("名称｜金额", "养护费｜3", "合计｜3")),
    Benign("一格一行的表", "a.txt", text("\t名称\n\t金额\n\n\t养护费\n\t3"), ("名称｜金额", "养护费｜3")),
    Benign("一格一行，接着一行一条", "a.txt", text("\t名称\n\t金额\n\t养护费\t3"), ("名称｜金额", "｜养护费｜3")),
    Benign("竖线画的表", "a.txt", text("|名称|金额|\n|---|---|\n|养护费|3|"), ("名称｜金额", "养护费｜3")),
    Benign(
        "说到网页和脚本",
        "a.txt",
        text("网站 <a href> 与 javascript: 字样仅为举例"),
        ("网站  与 javascript: 字样仅为举例",),
    ),
)
