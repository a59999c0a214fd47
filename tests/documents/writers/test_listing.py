"""清单 XLSX: typed, harmless, repeatable."""

import tempfile
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from documents.writers.listing import Column, write_listing

COLUMNS = (Column("名称", 20), Column("得分", 8, "0.00"), Column("时间", 18, "yyyy-mm-dd hh:mm"))
NOW = datetime(2025, 3, 5, 1, 30, tzinfo=UTC)


def test_typed_values(tmp_path):
    rows = [
        ("=1+1", Decimal("94.5"), NOW.astimezone(ZoneInfo("Asia/Shanghai"))),
        ("http://x", 3),
        ("\x00空", None, None),
    ]
    assert write_listing(tmp_path / "a.xlsx", "表", COLUMNS, iter(rows), created=NOW) == 3
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["名称", "得分", "时间"],
        ["=1+1", 94.5, datetime(2025, 3, 5, 9, 30)],
        ["http://x", 3, None],
        ["空", None, None],
    ]
    assert (sheet["A2"].data_type, sheet["B2"].number_format, sheet["A3"].hyperlink) == ("s", "0.00", None)


def test_no_rows_and_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        assert write_listing(tmp_path / name, "表", COLUMNS, [], created=NOW) == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_rows_that_break_off_leave_no_temporary_file(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()

    def rows():
        yield ("甲",)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_listing(tmp_path / "a.xlsx", "表", COLUMNS, rows(), created=NOW)
    assert list((tmp_path / "scratch").iterdir()) == []
