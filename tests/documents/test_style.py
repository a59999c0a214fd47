"""公文格式: the data against the official figures, and against the style sheet that repeats them."""

from pathlib import Path

import pytest

from documents import style
from documents.style import Face
from documents.tree import Align, Cell, Heading, Orientation, Paragraph, Part, Role, Row, Table, Text
from tests.documents.samples import money

CSS = (Path(__file__).resolve().parents[2] / "static/paper/paper.css").read_text(encoding="utf-8")
TABLE = Table((1,), (Row((Cell(0, Text("x")),)),))
PROSE, FORM = Part((Paragraph("x"),)), Part((TABLE,))


def test_prose_has_the_official_page():
    paper = style.paper(PROSE)
    assert (paper.top, paper.bottom, paper.left, paper.right) == (37, 35, 28, 26)
    assert (paper.content_width, paper.content_height) == (156, 225)


def test_forms_have_narrow_margins_and_turn_with_the_paper():
    paper = style.paper(Part((TABLE,), orientation=Orientation.LANDSCAPE))
    assert (paper.width, paper.height, paper.content_width) == (297, 210, 261)


def test_a_table_among_headings_is_prose():
    assert style.is_form(FORM)
    assert not style.is_form(Part((Heading("一、", 1), TABLE)))
    assert not style.is_form(PROSE)


def test_official_faces_and_sizes():
    assert (style.TITLE.face, style.TITLE.points) == (Face.TITLE, 22)
    assert [style.HEADINGS[level].face for level in (1, 2, 3)] == [Face.HEI, Face.KAI, Face.FANG]
    assert style.HEADINGS[2].bold
    assert style.body_points(PROSE) * style.LINE_PITCH == 30


def test_notes_beside_a_form_are_smaller_than_prose():
    assert style.body_points(Part((TABLE, Paragraph("注：")))) == 10.5
    assert style.body_points(Part((Heading("一、", 1), TABLE, Paragraph("x")))) == 16


def test_sizes_are_snapped():
    assert style.body_points(Part((), body_points=17)) == 16
    assert style.table_points(Part((), table_points=9.3)) == 9


@pytest.mark.parametrize("points", style.BODY_SIZES)
def test_sheet_has_every_body_size(points):
    name = f"{points:g}".replace(".", "-")
    assert f".body-{name} {{ font-size: {points:g}pt; line-height: {points * style.LINE_PITCH:g}pt; }}" in CSS


@pytest.mark.parametrize("points", style.TABLE_SIZES)
def test_sheet_has_every_table_size(points):
    name = f"{points:g}".replace(".", "-")
    height = points * style.TABLE_PITCH
    assert f".table-{name} table.form {{ font-size: {points:g}pt; line-height: {height:g}pt; }}" in CSS


def test_sheet_has_the_margins_and_faces():
    assert "margin: 37mm 26mm 35mm 28mm" in CSS
    assert "margin: 20mm 18mm 18mm 18mm" in CSS
    assert all(f'"{face}"' in CSS for face in Face)


def test_alignment_by_role_and_by_word():
    assert style.alignment(Cell(0, Text("x"), Role.LABEL)) is Align.CENTER
    assert style.alignment(Cell(0, money("1.00"))) is Align.RIGHT
    assert style.alignment(Cell(0, Text("x"))) is Align.LEFT
    assert style.alignment(Cell(0, Text("x"), Role.LABEL, align=Align.LEFT)) is Align.LEFT
