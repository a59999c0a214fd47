"""文字清理: XML characters, widths and file names."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from values.text import fold_width, safe_filename, strip_illegal

anything = st.text(st.characters(), max_size=60)


@given(anything)
def test_stripped_text_survives_xml(text):
    clean = strip_illegal(text)
    element = ET.Element("a")
    element.text = clean
    assert (ET.fromstring(ET.tostring(element)).text or "") == clean


def test_strip_illegal_keeps_lines():
    assert strip_illegal("一\r\n二\r三\x0b四\u2028五\x00\ud800\ufffe") == "一\n二\n三\n四\n五"


def test_fold_width_leaves_squares_and_circles():
    assert fold_width("１２３．４５％，（\uff21\uff22）　￥") == "123.45%,(AB) ¥"
    assert fold_width("100㎡①²½") == "100㎡①²½"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2024年自评表.xlsx", "2024年自评表.xlsx"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("CON.xlsx", "_CON.xlsx"),
        ("nul", "_nul"),
        ("com¹.txt", "_com¹.txt"),
        ("console.txt", "console.txt"),
        ("自评\u202exslx.exe", "自评xslx.exe"),
        ("报告. . ", "报告"),
        ("一\n二\t三", "一 二 三"),
        ("", "未命名"),
        (" ... ", "未命名"),
        ("\x00\x1f", "未命名"),
    ],
)
def test_safe_filename(text, name):
    assert safe_filename(text) == name


def test_a_long_name_keeps_its_extension():
    name = safe_filename("绩" * 100 + ".docx", max_bytes=80)
    assert name.endswith("绩.docx")
    assert len(name.encode()) <= 80


@given(anything, st.integers(24, 120))
def test_names_are_safe_whatever_comes(text, room):
    name = safe_filename(text, max_bytes=room)
    assert name
    assert len(name.encode()) <= room
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\u202a-\u202e\u2066-\u2069]', name)
    assert name == name.strip(" .")
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", name)
    assert safe_filename(name, max_bytes=room) == name


def test_too_little_room():
    with pytest.raises(ValueError, match="文件名"):
        safe_filename("a", max_bytes=8)


def test_only_what_unicode_calls_wide_is_folded():
    wide = [code for code in range(0x10000) if unicodedata.decomposition(chr(code)).startswith("<wide>")]
    assert len(wide) == 104
    assert [code for code in range(0x10000) if fold_width(chr(code)) != chr(code)] == wide
