"""表格网格: holes and overlaps are refused with their place."""

import pytest

from documents.grid import GridError, header_count, owners, verify
from documents.tree import Cell, Row, Table, Text
from tests.documents import samples


def cell(column, colspan=1, rowspan=1):
    return Cell(column, Text("x"), colspan=colspan, rowspan=rowspan)


def table(*rows, widths=(1, 1), headers=0):
    return Table(widths, tuple(Row(tuple(cells), header=i < headers) for i, cells in enumerate(rows)), key="t")


def test_full_grid_is_accepted():
    verify(table([cell(0, rowspan=2), cell(1)], [cell(1)]))


@pytest.mark.parametrize("make", [samples.jinzhong_table, samples.suining_table])
def test_sample_forms_are_full_grids(make):
    verify(make())


@pytest.mark.parametrize(
    ("faulty", "message"),
    [
        (table([cell(0), cell(1)], [cell(0)]), "第 2 行第 2 列没有单元格"),
        (table([cell(0, rowspan=2), cell(1)], [cell(0), cell(1)]), "第 2 行第 1 列被两个单元格覆盖"),
        (table([cell(0, colspan=3)]), "第 1 行第 1 列的单元格超出表格边界"),
        (table([cell(0), cell(1, rowspan=2)]), "第 1 行第 2 列的单元格超出表格边界"),
        (table([cell(0, colspan=0), cell(1)]), "第 1 行第 1 列的跨度或列号小于最小值"),
        (table([cell(-1), cell(1)]), "跨度或列号小于最小值"),
        (table([], widths=()), "列宽"),
        (table([cell(0), cell(1)], widths=(1, 0)), "列宽"),
        (table([cell(0, rowspan=2), cell(1)], [cell(1)], headers=1), "第 1 行第 1 列的表头单元格伸入表身"),
    ],
)
def test_faults_are_named_with_row_and_column(faulty, message):
    with pytest.raises(GridError, match=message) as caught:
        verify(faulty)
    assert "表格 t" in str(caught.value)


def test_header_below_the_head_is_refused():
    rows = (Row((cell(0),)), Row((cell(0),), header=True))
    with pytest.raises(GridError, match="第 2 行是表头"):
        verify(Table((1,), rows))


def test_owners_name_the_covering_cell_everywhere():
    tall = cell(0, rowspan=2)
    grid = owners(table([tall, cell(1)], [cell(1)]))
    assert grid[0][0] is grid[1][0] is tall


def test_header_count():
    assert header_count(table([cell(0), cell(1)], headers=1)) == 1
    assert header_count(table([cell(0), cell(1)])) == 0
