"""压平的整篇报告: a report in which everything agrees is not accused however its tables are written, and what is wrong in a table is found."""

from __future__ import annotations

import pytest

from crosschecks.finding import PAPER_LABELS
from crosschecks.papers import check_paper
from documents.readers.text import parse_text
from tests.crosschecks.laid.flattened import WAYS, flattened
from tests.crosschecks.test_whole_report import ACCOUNT, TEXT

IN_TABLES = [
    ("S01", "\t20\t20.00", "\t25\t20.00"),
    ("S05", "100\t98.22", "100\t98.72"),
    ("S07", "9.22\t配套", "9.72\t配套"),
    ("S08", "14.50\t部分", "14.90\t部分"),
    ("F07", "\t45.60\t", "\t54.60\t"),
]


def errors(text: str) -> list[tuple[str, str]]:
    return [(f.rule, f.message) for f in check_paper(parse_text(text)) if PAPER_LABELS[f.severity] == "错误"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", [TEXT, ACCOUNT], ids=["report", "account"])
def test_no_error_where_everything_agrees(text, way):
    assert errors(flattened(text, way)) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("rule", "old", "new"), IN_TABLES, ids=[rule for rule, _, _ in IN_TABLES])
def test_one_figure_of_a_table_changed(rule, old, new, way):
    changed = TEXT.replace(old, new, 1)
    assert changed != TEXT
    assert rule in {found for found, _ in errors(flattened(changed, way))}
