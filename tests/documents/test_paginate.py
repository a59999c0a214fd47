"""分页: cutting merged cells at page ends without losing or doubling anything."""

from documents import grid, paginate
from documents.tree import Cell, Role, Row, Table, Text
from tests.documents import samples
from tests.documents.samples import F, Grid, L, money


def tall(rows=6, group=1):
    grid_ = Grid((1, 1))
    grid_.row(("组", L, 1, rows), ("0", F), group=group)
    for number in range(1, rows):
        grid_.row((str(number), F), group=group)
    return grid_.table()


def test_blocks_follow_groups_and_never_cut_a_merged_cell():
    table = Table(
        (1, 1),
        (
            Row((Cell(0, Text("头"), colspan=2),), header=True),
            Row((Cell(0, Text("a")), Cell(1, Text("b"))), group=1),
            Row((Cell(0, Text("a"), rowspan=2), Cell(1, Text("b"))), group=2),
            Row((Cell(1, Text("b")),), group=3),
        ),
    )
    assert paginate.blocks(table) == [(1, 2), (2, 4)]


def test_kept_rows_respect_the_limit():
    table = tall()
    assert paginate.kept_rows(table, [10] * 6, 60) == frozenset(range(5))
    assert paginate.kept_rows(table, [10] * 6, 59) == frozenset()


def test_title_rows_stay_with_what_they_head_and_heads_with_their_body():
    rows = (
        Row((Cell(0, Text("表头")),), header=True),
        Row((Cell(0, Text("投入"), Role.TITLE),), group=1),
        Row((Cell(0, Text("x")),), group=1),
    )
    assert paginate.kept_rows(Table((1,), rows), [1, 90, 90], 100) == frozenset({0, 1})


def test_a_row_that_heads_others_stays_with_the_next():
    rows = tuple(Row((Cell(0, Text(str(n))),), group=1, heads=n == 1) for n in range(4))
    assert paginate.kept_rows(Table((1,), rows), [90] * 4, 100) == frozenset({1})


def test_split_repeats_the_label_and_keeps_the_grid_full():
    table = paginate.split(tall(), [2, 4])
    grid.verify(table)
    labels = [(i, c.content.text, c.rowspan) for i, row in enumerate(table.rows) for c in row.cells if c.column == 0]
    assert labels == [(0, "组", 2), (2, "组", 2), (4, "组", 2)]
    assert [row.break_before for row in table.rows] == [False, False, True, False, True, False]
    assert paginate.blocks(table) == [(0, 2), (2, 4), (4, 6)]


def test_figures_and_long_texts_are_never_doubled_and_keys_stay_single():
    grid_ = Grid((1, 1, 1))
    grid_.row((money("3.88"), Role.NUMBER, 1, 2), ("说明" * 40, F, 1, 2), ("组", L, 1, 2, {"key": "k"}))
    grid_.row()
    first, second = paginate.split(grid_.table(), [1]).rows
    assert [cell.content.text for cell in second.cells] == ["", "", "组"]
    assert [cell.key for cell in first.cells] == ["", "", "k"]
    assert {cell.key for cell in second.cells} == {""}


def test_split_without_breaks_is_the_same_table():
    table = tall()
    assert paginate.split(table, []) is table


def test_page_starts_keep_units_together():
    rows = tall(6).rows
    assert paginate.page_starts(rows, [10] * 6, {0, 2, 4}, first=30, page=40) == [2]
    assert paginate.page_starts(rows, [10] * 6, set(), first=20, page=20) == [2, 4]


def test_a_unit_taller_than_a_page_flows_on():
    rows = tall(3).rows
    assert paginate.page_starts(rows, [10, 95, 10], set(), first=40, page=40) == [1]


def test_estimate_cuts_only_where_a_merged_cell_crosses():
    table = tall(40)
    cut = paginate.split_by_estimate(table, [10.0] * 40, first=100, page=200, limit=100)
    assert sum(row.break_before for row in cut.rows) == 2
    loose = Table((1,), tuple(Row((Cell(0, Text("x")),), group=i) for i in range(40)))
    assert paginate.split_by_estimate(loose, [10.0] * 40, first=100, page=200, limit=100) is loose


def test_sample_form_survives_cutting_anywhere():
    table = samples.jinzhong_table()
    for place in range(1, len(table.rows)):
        grid.verify(paginate.split(table, [place]))
