"""办公软件: what LibreOffice prints of our files says the same as our own PDF."""

from __future__ import annotations

import re
import subprocess

import pytest

from documents.tree import Cell, Document, Paragraph, Part, Row, Table, Text, Title
from documents.writers import WRITERS
from tests.documents.reading import pdf_pages

pytestmark = pytest.mark.slow
# 27 characters fill a line of a report: the mark comes where the line is full.
FULL = "本单位按季核对台账逐户入户走访并张榜公示名单及发放金"
REPORT = Document(
    "甲",
    (
        Part((Title("自评报告"), Paragraph(FULL[:25] + "，公示无异议。", key="p"), Paragraph("其余" + FULL + "。"))),
        Part((Table((1, 4), (Row((Cell(0, Text("成效")), Cell(1, Text("群众满意，" * 40)))),)),)),
    ),
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    for kind in ("docx", "xlsx"):
        (folder / f"{kind}.{kind}").write_bytes(WRITERS[kind](REPORT))
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    files = [f"{folder}/{kind}.{kind}" for kind in ("docx", "xlsx")]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=120)
    return {kind: (folder / f"{kind}.pdf").read_bytes() for kind in ("docx", "xlsx")}


def words(data: bytes) -> str:
    return "".join(re.sub(r"—\d+—", "", page) for page in pdf_pages(data))


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_no_word_and_no_mark_is_lost(printed, kind):
    own = words(WRITERS["pdf"](REPORT))
    assert own.count("，") == 41
    assert words(printed[kind]) == own
