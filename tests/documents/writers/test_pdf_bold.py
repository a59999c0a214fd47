"""仿粗体: only marked text is stroked, and the stroke ends with it."""

from __future__ import annotations

import io
import re

import pypdf

from documents.tree import Document, Heading, Part
from documents.writers.pdf import render_pdf
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


def test_a_face_with_a_bold_cut_is_not_stroked():
    made = stroked([MARK, b"/D 36 Tf", b"(1) Tj", b"/F 36 Tf", b"(a) Tj"], frozenset({b"/D"}))
    assert made == [b"0 g 0 G", b"/D 36 Tf", b"0 Tr", b"(1) Tj", b"/F 36 Tf", b"1.000 w 2 Tr", b"(a) Tj"]


def test_figures_of_a_bold_heading_are_bold_once():
    page = pypdf.PdfReader(io.BytesIO(render_pdf(Document("甲", (Part((Heading("1、主要职能", 3),)),))))).pages[0]
    faces = {name: str(font.get_object()["/BaseFont"]) for name, font in page["/Resources"]["/Font"].items()}
    drawn = re.findall(rb"(/\w+) [\d.]+ Tf\s+(?:[\d.]+ w )?(\d) Tr", page.get_contents().get_data())
    ways = {faces[name.decode()].split("+")[1]: way for name, way in drawn}
    assert {face: way for face, way in ways.items() if "digits" in face} == {"paper-digits-Bold": b"0"}
    assert {way for face, way in ways.items() if "digits" not in face} == {b"2"}
