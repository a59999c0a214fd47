"""来文净化: marks of other programmes go, words stay; torn numbers are joined and can still be quoted."""

from __future__ import annotations

import pytest

from documents.readers.clean import mended, plain


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("[bookmark: _Toc1][bookmark: _Toc2_WPSOffice_Level2]二、机构设置", "二、机构设置"),
        ("1、 [bookmark: _Toc9]收入情况", "1、 收入情况"),
        ("[书签：a]甲", "甲"),
        ("<p>概况</p> <p>基本情况</p>", "概况\n 基本情况\n"),
        ('甲<br/>乙<span style="color:red">丙</span>', "甲\n乙丙"),
        ("依据<省级资金管理办法>和《办法》", "依据<省级资金管理办法>和《办法》"),
        ("<pre>留</pre>", "<pre>留</pre>"),
        ("a&nbsp;b&lt;c&amp;d&unknown;", "a b<c&d&unknown;"),
        ("2\u200b0\ufeff22\u00a0年", "2022 年"),
        ("3 < 5 且 6 > 4", "3 < 5 且 6 > 4"),
        ("[备注：原文]", "[备注：原文]"),
    ],
)
def test_plain(given, expected):
    assert plain(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("20 22  年度整体支出", "2022年度整体支出"),
        ("2 0 2 3年", "2023年"),
        ("（ 2020 年度）", "（ 2020年度）"),
        ("共支出12 345.67 万元", "共支出12345.67万元"),
        ("计 27 600元，14 264 人", "计 27600元，14264人"),
        ("1, 234.50元", "1,234.50元"),
        ("128. 5万元和93 . 2%", "128.5万元和93.2%"),
        ("2023年 3 月 28 日", "2023年 3月 28日"),
        ("占 93 %", "占 93%"),
        # what must stay apart
        ("第1 2人一组", "第1 2人一组"),
        ("2020\t年", "2020\t年"),
        ("20\n22年", "20\n22年"),
        ("编号12 345", "编号12 345"),
        ("见表1 200元", "见表1 200元"),
        ("10 20 30万元", "10 20 30万元"),
        ("项 目 名 称", "项 目 名 称"),
        ("", ""),
    ],
)
def test_mended(given, expected):
    assert mended(given).text == expected


def test_what_was_joined_is_quoted_as_it_stood():
    found = mended("在20 22  年度支出12 345.67 万元。")
    start = found.text.index("2022年")
    assert found.quote(start, start + 5) == "20 22  年"
    start = found.text.index("12345.67万元")
    assert found.quote(start, start + len("12345.67万元")) == "12 345.67 万元"
    assert found.quote(3, 3) == ""
    assert (found.original, len(found.places)) == ("在20 22  年度支出12 345.67 万元。", len(found.text))
