"""体检问题的次序: down the page, whatever their level and rule."""

from __future__ import annotations

from checkups.order import in_reading_order
from documents.readers.paper import PaperCell, PaperTable, PaperText, Spot
from tests.checkups.test_showing import Place, finding

CELLS = tuple(PaperCell(str(n), n, 0, spot=Spot(0, f"表1!{'ABCDEFGHIJKL'[n]}1")) for n in range(12))
BLOCKS = (PaperText("一", spot=Spot(1)), PaperTable((1,), 12, CELLS), PaperText("二", spot=Spot(9)))


def test_findings_come_as_the_reader_comes_by_them():
    last, tenth, third, first, nowhere = (
        finding(Place("", "", "", 9)),
        finding(Place("", "", "", cell="表1!K1")),
        finding(Place("", "", "", cell="表1!C1"), Place("", "", "", 1)),  # stands beside its first place
        finding(Place("", "", "", 1), Place("", "", "", 9)),
        finding(Place("", "全文", "")),
    )
    found = in_reading_order([last, tenth, third, first, nowhere], BLOCKS)
    assert found == [nowhere, first, third, tenth, last]


def test_where_no_place_is_known_the_order_of_the_rules_stays():
    found = [finding(Place("", "", "", 9)), finding(Place("", "", "", 1), rule="U01")]
    assert in_reading_order(found, ()) == found
