"""体检结果的显示: notes stand beside the first place they speak of, quotes are marked, nothing is lost."""

from __future__ import annotations

from checkups.showing import Anchors, Piece, anchors_of, chained, counted, notes_of, pieces_of, shown_blocks
from crosschecks.finding import Finding, Fix, Place, Severity
from documents.readers.paper import PaperCell, PaperChart, PaperSeries, PaperTable, PaperText, Spot

BLOCKS = (
    PaperText("完成代缴1426人。", spot=Spot(3)),
    PaperTable((1, 1), 1, (PaperCell("人数", 0, 0, spot=Spot(5)), PaperCell("1462人", 1, 0, spot=Spot(6)))),
    PaperChart("图1", "pie", ("甲",), (PaperSeries("金额", ("1",)),), Spot(9)),
)


def finding(*places, rule="T02", severity=Severity.ERROR):
    return Finding(rule, severity, "人数不一致", "1426≠1462", places, "核对", "公开校核")


def test_a_note_stands_beside_its_first_place_and_both_quotes_are_marked():
    found = [finding(Place("", "", "1426人", 3), Place("", "人数", "1462人", 6))]
    notes = notes_of(found, {"T02": "人数一致"}, anchors_of(BLOCKS))
    text, table, chart = shown_blocks(BLOCKS, notes, found)
    assert [note.number for note in text.notes] == [1]
    assert text.pieces == [Piece("完成代缴"), Piece("1426人", 1), Piece("。")]
    assert table.rows[0][1].pieces == [Piece("1462人", 1)]
    assert table.rows[0][1].marked
    assert not table.rows[0][0].marked
    assert [(place.where, place.anchor) for place in notes[0].places] == [("第3行", "b0"), ("第6行（人数）", "b1c1")]
    assert chart.series == [["", "甲"], ["金额", "1"]]
    assert notes[0].rule_name == "人数一致"


def test_what_has_no_place_on_the_paper_is_shown_first():
    found = [finding(Place("", "全文", ""))]
    notes = notes_of(found, {}, anchors_of(BLOCKS))
    loose, *rest = shown_blocks(BLOCKS, notes, found)
    assert loose.kind == "loose"
    assert loose.notes == notes
    assert len(rest) == 3
    assert all(not block.notes for block in rest)


def test_cells_are_found_by_their_name():
    table = (PaperTable((1,), 1, (PaperCell("12", 0, 0, spot=Spot(0, "表1!A1")),)),)
    notes = notes_of([finding(Place("", "", "12", cell="表1!A1"))], {}, anchors_of(table))
    assert notes[0].places[0].anchor == "b0c0"
    assert notes[0].places[0].where == "表1!A1"


def test_of_cells_written_on_one_line_the_one_that_is_quoted_is_marked():
    cells = tuple(PaperCell(text, n, 0, spot=Spot(4)) for n, text in enumerate(("主管部门", "", "077", "0771")))
    known = anchors_of((PaperTable((1,), 4, cells),))
    assert [known.of(Place("", "", quote, 4)) for quote in ("077", "0771", "别处", "")] == [
        "b0c2",
        "b0c3",
        "b0c0",
        "b0c0",
    ]
    noted = [finding(Place("", "", "077", 4))]
    (table,) = shown_blocks((PaperTable((1,), 4, cells),), notes_of(noted, {}, known), noted)
    assert [cell.marked for cell in table.rows[0]] == [False, False, True, False]


def test_of_the_headings_above_a_place_the_nearest_is_told():
    notes = notes_of([finding(Place("", "决算说明／三公经费／公务接待费", "0批次", 3))], {}, anchors_of(BLOCKS))
    assert notes[0].places[0].where == "第3行（公务接待费）"


def test_of_two_quotes_that_overlap_the_first_is_marked():
    assert pieces_of("共1426人", [Piece("1426人", 1), Piece("426", 2)]) == [Piece("共"), Piece("1426人", 1)]
    assert pieces_of("没有", [Piece("不在此处", 1)]) == [Piece("没有")]


def test_a_safe_change_is_told_in_words():
    place = Place("", "", "[2022]", 3)
    told = Finding("N02", Severity.WARNING, "括号", "", (place,), fix=Fix(place, "[2022]", "〔2022〕"))
    assert notes_of([told], {}, Anchors())[0].fix == "“[2022]”改为“〔2022〕”"


def test_a_line_inside_a_piece_is_found_at_the_piece():
    known = anchors_of(BLOCKS)
    assert [known.of(Place("", "", line=line)) for line in (2, 3, 4, 7, 12)] == ["", "b0", "b0", "b1c1", "b2"]


def test_every_note_knows_the_next():
    notes = notes_of([finding(), finding(rule="U01")], {}, Anchors())
    assert [note.following for note in chained(notes)] == [2, 0]
    assert chained([]) == []


def test_rules_are_counted():
    found = [finding(Place("", "", "a", 3)), finding(Place("", "", "b", 6)), finding(Place("", "", "c", 6), rule="U01")]
    assert [(each.rule, each.count) for each in counted(notes_of(found, {}, Anchors()))] == [("T02", 2), ("U01", 1)]
