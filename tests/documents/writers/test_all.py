"""三种格式: the same words and figures in the same order, text stays text, the same bytes every time."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from documents.grid import GridError
from documents.tree import Cell, Document, Heading, Line, Paragraph, Part, Row, SignBlock, Table, Text, Title
from documents.writers import CONTENT_TYPES, WRITERS
from tests.documents import reading, samples

ROOT = Path(__file__).resolve().parents[3]
FORMATS = sorted(WRITERS)
# OWASP's triggers (= + - @ tab return), full-width twins, DDE and link forms.
PAYLOADS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("http://example.invalid","点")',
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "{=1+1}",
    "http://example.invalid/=1",
    '=WEBSERVICE("http://example.invalid")',
]


def expected(document):
    for part in document.parts:
        for block in part.blocks:
            yield from words(block)


def words(block):
    match block:
        case Title():
            yield from (block.text, block.subtitle)
        case Heading() | Paragraph():
            yield block.text
        case Line():
            yield from block.parts
        case SignBlock():
            yield from (line.label + line.value for row in block.rows for line in row)
        case Table():
            yield from (cell.content.text for row in block.rows for cell in row.cells)


def first_missing(document, text):
    """Return the first word not found after the one before it, or None."""
    position = 0
    for word in expected(document):
        place = text.find(reading.squeezed(word), position)
        if place < 0:
            return word
        position = place + len(reading.squeezed(word))
    return None


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("make", [samples.jinzhong, samples.suining, samples.report])
def test_labels_and_figures_stand_in_order(make, kind):
    document = make()
    text = reading.text_of(kind, WRITERS[kind](document))
    if kind == "pdf":
        text = re.sub(r"—\d+—", "", text)
    assert first_missing(document, text) is None


def test_order_check_sees_a_missing_figure():
    """The negative control of the test above."""
    document = samples.jinzhong()
    text = reading.docx_text(WRITERS["docx"](document))
    assert first_missing(document, text.replace("2,536.08", "")) == "2,536.08"


def payload_document(payload):
    table = Table((1, 1), (Row((Cell(0, Text(payload), key="a"), Cell(1, Text("末")))),))
    return Document(
        "注入", (Part((Title(payload), Paragraph(payload, indent=False), table, Line((payload, payload)))),)
    )


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("kind", FORMATS)
def test_formulas_stay_text(kind, payload):
    data = WRITERS[kind](payload_document(payload))
    assert reading.text_of(kind, data).count(reading.squeezed(payload)) == 5
    if kind == "xlsx":
        sheet = reading.member(data, "xl/worksheets/sheet1.xml")
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet
        assert all(
            cell.data_type == "s" for row in reading.workbook(data).active.iter_rows() for cell in row if cell.value
        )
    if kind == "docx":
        fields = re.findall(r"<w:(?:fldSimple|instrText|hyperlink)", reading.member(data, "word/document.xml"))
        assert fields == []


def test_formula_check_sees_a_live_formula(monkeypatch):
    """The negative control: XlsxWriter's own write() with its defaults makes a formula of the same text."""
    from xlsxwriter.worksheet import Worksheet

    from documents.writers import xlsx

    monkeypatch.setattr(xlsx, "_OPTIONS", {"in_memory": True})
    monkeypatch.setattr(Worksheet, "write_string", Worksheet.write)
    data = WRITERS["xlsx"](payload_document("=1+1"))
    assert "<f>" in reading.member(data, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("kind", FORMATS)
def test_illegal_characters_do_not_break_the_file(kind):
    data = WRITERS[kind](payload_document("甲\x00乙\x0b丙\ud800丁"))
    assert "甲乙丙丁" in reading.text_of(kind, data)


@pytest.mark.parametrize("kind", FORMATS)
def test_faulty_grid_is_refused(kind):
    hole = Table((1, 1), (Row((Cell(0, Text("x")),)),))
    with pytest.raises(GridError, match="第 1 行第 2 列"):
        WRITERS[kind](Document("洞", (Part((hole,)),)))


@pytest.mark.parametrize("kind", FORMATS)
def test_two_renders_give_the_same_bytes(kind):
    assert WRITERS[kind](samples.jinzhong("草稿")) == WRITERS[kind](samples.jinzhong("草稿"))
    assert WRITERS[kind](samples.jinzhong("草稿")) != WRITERS[kind](samples.jinzhong())


@pytest.mark.parametrize("kind", FORMATS)
def test_another_process_gives_the_same_bytes(kind):
    code = (
        "import hashlib; from documents.writers import WRITERS; from tests.documents import samples;"
        f"print(hashlib.sha256(WRITERS[{kind!r}](samples.jinzhong())).hexdigest())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/New_York"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == hashlib.sha256(WRITERS[kind](samples.jinzhong())).hexdigest()


@pytest.mark.parametrize("kind", FORMATS)
def test_an_empty_document_is_a_file(kind):
    empty = Document("空", (Part(()), Part((Table((1,), ()),))), page_numbers=False)
    assert len(WRITERS[kind](empty)) > 500


def test_content_types_name_every_format():
    assert set(CONTENT_TYPES) == set(WRITERS)


def test_libraries_are_imported_on_first_use_only():
    code = "import sys, documents.writers; print(sorted({'weasyprint', 'docx', 'xlsxwriter'} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
