"""交来的文件: a Word file for the small form of the samples, and what handing it in leads to."""

from __future__ import annotations

import io

import docx

from filings.importing import store
from filings.importing.reading import read_intake
from intake.proposal import Origin
from tests.filings.samples import NOW

GOAL, TYPED = "全年办理业务不少于二万件。", "全年办理业务10236件。"


def word(*lines, table=((("年度目标", GOAL)),)):
    """A Word file: one table of label and text, then paragraphs."""
    made = docx.Document()
    if table:
        grid = made.add_table(rows=len(table), cols=2)
        for number, row in enumerate(table):
            for column, text in enumerate(row):
                grid.cell(number, column).text = text
    for line in lines:
        made.add_paragraph(line)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def hand_in(town, filing, *, data=None, name="自评表.docx", origin=Origin.FILLED, by=None, now=NOW):
    """Keep a file and read it as the worker would."""
    data = word("完成情况：全年办理业务12000件。") if data is None else data
    row = store.keep_file(filing=filing, name=name, chunks=[data], origin=origin, by=by or town.filler, now=now)
    read_intake(row.pk)
    row.refresh_from_db()
    return row
