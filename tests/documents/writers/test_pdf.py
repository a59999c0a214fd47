"""PDF: repeated heads and labels, faces, marks, metadata, found in the file itself."""

import io
import logging
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdf
import pytest

from documents import paginate
from documents.tree import Cell, Document, Paragraph, Part, Row, Table, Text
from documents.writers import pdf
from documents.writers.pdf import render_pdf, warm
from tests.documents import reading, samples
from tests.documents.samples import F, Grid, L


def long_form(header=True, rows=90):
    grid = Grid((1, 2, 1))
    grid.row(("评分大项",), ("评分细项",), ("得分栏",), header=header)
    grid.row(("履职效能标签", L, 1, rows), ("第0项", F), ("0", F), group=1)
    for number in range(1, rows):
        grid.row((f"第{number}项", F), (str(number), F), group=1)
    return Document("长表", (Part((grid.table(),)),), created=samples.CREATED)


def test_header_and_label_stand_on_every_page():
    pages = reading.pdf_pages(render_pdf(long_form()))
    assert len(pages) >= 3
    assert all(page.count("评分大项") == page.count("履职效能标签") == 1 for page in pages)
    assert sum(page.count("项") for page in pages) == 90 + 2 * len(pages)


def test_without_the_cut_the_label_is_missing(monkeypatch):
    """The negative control of the label; the next test is that of the header."""
    monkeypatch.setattr(paginate, "split", lambda table, breaks: table)
    pages = reading.pdf_pages(render_pdf(long_form()))
    assert sum("履职效能标签" in page for page in pages) == 1


def test_without_header_rows_the_head_is_missing():
    pages = reading.pdf_pages(render_pdf(long_form(header=False)))
    assert sum("评分大项" in page for page in pages) == 1


def test_label_of_the_sample_form_is_repeated_where_its_group_breaks():
    pages = reading.pdf_pages(render_pdf(samples.jinzhong()))
    assert len(pages) == 3
    assert [page.count("评分表") for page in pages] == [0, 1, 1]


def test_group_that_fits_moves_as_a_whole():
    grid = Grid((1, 3))
    for group in range(12):
        grid.row((f"组{group}标签", L, 1, 8), (f"组{group}首", F), group=group)
        for number in range(1, 8):
            grid.row((f"组{group}末" if number == 7 else "中", F), group=group)
    pages = reading.pdf_pages(render_pdf(Document("组", (Part((grid.table(),)),))))
    assert len(pages) > 1
    assert all((f"组{group}首" in page) == (f"组{group}末" in page) for page in pages for group in range(12))


def test_a_row_taller_than_a_page_flows_and_ends():
    row = Row((Cell(0, Text("标签")), Cell(1, Text("长文" * 3000 + "完"))))
    pages = reading.pdf_pages(render_pdf(Document("长行", (Part((Table((1, 5), (row,)),)),))))
    assert len(pages) > 1
    assert "".join(pages).count("长文") == 3000


def test_draft_mark_on_every_page_and_only_on_drafts():
    assert all("草稿" in page for page in reading.pdf_pages(render_pdf(samples.report("草稿"))))
    assert not any("草稿" in page for page in reading.pdf_pages(render_pdf(samples.report())))


def test_page_numbers_of_prose_change_sides():
    """GB/T 9704: at the right on odd pages, at the left on even ones."""
    places = {}

    def note(text, _cm, matrix, *_):
        found = re.search(r"— (\d+) —", text)
        if found:
            places[found[1]] = matrix[4]

    for page in pypdf.PdfReader(io.BytesIO(render_pdf(samples.report()))).pages:
        page.extract_text(visitor_text=note)
    assert len(places) >= 3
    assert all((place > 350) == (int(number) % 2 == 1) for number, place in places.items())


def test_page_numbers_can_be_left_out():
    assert all(
        f"—{number}—" in page for number, page in enumerate(reading.pdf_pages(render_pdf(samples.report())), start=1)
    )
    plain = Document("无页码", (Part((Paragraph("正文"),)),), page_numbers=False)
    assert reading.pdf_pages(render_pdf(plain)) == ["正文"]


def test_metadata_and_identifier():
    document = samples.jinzhong()
    found = pypdf.PdfReader(io.BytesIO(render_pdf(document)))
    assert (found.metadata.title, found.metadata.author) == (document.title, document.author)
    assert found.metadata.creation_date.isoformat() == samples.CREATED
    assert len(found.trailer["/ID"][0]) == 32


def faces(data):
    names = set()
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        names |= {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    return " ".join(sorted(names))


def test_every_role_has_its_own_face():
    data = render_pdf(samples.report())
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    assert len(page["/Resources"]["/Font"]) >= 5
    assert "digits" in faces(data)


def test_bold_without_a_bold_cut_is_stroked_and_nothing_else():
    content = pypdf.PdfReader(io.BytesIO(render_pdf(samples.report()))).pages[0].get_contents().get_data()
    assert b" 2 Tr" in content.replace(b"\n", b" ")
    plain = Document("无粗体", (Part((Paragraph("正文"),)),))
    assert b"2 Tr" not in pypdf.PdfReader(io.BytesIO(render_pdf(plain))).pages[0].get_contents().get_data()


@pytest.mark.parametrize("name", ["㐂", "𬭎", "龘", "仝"])
def test_rare_characters_have_glyphs(name, caplog):
    with caplog.at_level(logging.WARNING, "weasyprint"):
        render_pdf(Document("名", (Part((Paragraph(f"王{name}生"),)),)))
    assert "notdef" not in caplog.text


def test_a_missing_glyph_would_be_noticed(caplog):
    """The negative control: a private-use character no font has."""
    with caplog.at_level(logging.WARNING, "weasyprint"):
        render_pdf(Document("名", (Part((Paragraph("王\U0010fffd生"),)),)))
    assert "notdef" in caplog.text


def test_warm_keeps_fonts_and_sheets():
    warm()
    assert pdf._fonts() is pdf._fonts()
    assert pdf._sheets(page_numbers=True)[0] is pdf._sheets(page_numbers=True)[0]


def test_headings_are_the_outline_of_the_file():
    outline = pypdf.PdfReader(io.BytesIO(render_pdf(samples.report()))).outline
    titles = [entry.title for entry in outline[1] if not isinstance(entry, list)]
    assert titles == [f"{'一二三四'[n]}、{section}" for n, section in enumerate(samples.SECTIONS)]


def test_a_wrong_estimate_is_mended_by_laying_out_again(monkeypatch):
    """With an estimate that sees no page end, the label is still repeated on every page."""
    monkeypatch.setattr(pdf.pages, "expected", lambda part: part)
    pages = reading.pdf_pages(render_pdf(long_form()))
    assert len(pages) >= 3
    assert all(page.count("履职效能标签") == 1 for page in pages)


def test_a_table_that_never_settles_still_ends(monkeypatch):
    """A layout that goes on crossing is printed as it is after the last pass."""
    passes = []
    lay_out = pdf._lay_out
    monkeypatch.setattr(pdf, "_lay_out", lambda document: passes.append(1) or lay_out(document))
    monkeypatch.setattr(pdf, "cut_at_pages", lambda document, laid_out: replace(document))
    assert render_pdf(samples.suining()).startswith(b"%PDF")
    assert len(passes) == pdf._MAX_PASSES


def test_fonts_can_be_forgotten_and_read_again():
    before = pdf._fonts()
    pdf._forget()
    assert pdf._fonts() is not before
    assert render_pdf(samples.suining()).startswith(b"%PDF")


def test_threads_take_turns():
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: render_pdf(samples.suining()), range(6)))
    assert set(made) == {render_pdf(samples.suining())}
