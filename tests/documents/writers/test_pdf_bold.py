"""仿粗体: only marked text is stroked, and the stroke ends with it."""

from documents.writers.pdf_bold import stroked

MARK = b"0 0 0.003922 rg"


def test_marked_text_is_stroked_until_its_end():
    made = stroked([b"q", MARK, b"BT", "/F 36 Tf", b"(a) Tj", b"ET", b"Q", b"BT", b"/F 36 Tf", b"ET"])
    assert made == [
        *(b"q", b"0 g 0 G", b"BT", "/F 36 Tf", b"1.000 w 2 Tr", b"(a) Tj", b"ET", b"0 Tr"),
        *(b"Q", b"BT", b"/F 36 Tf", b"ET", b"0 Tr"),
    ]


def test_another_colour_ends_the_mark():
    assert b"2 Tr" not in b" ".join(stroked([MARK, b"1 0 0 rg", b"/F 10 Tf"]))
