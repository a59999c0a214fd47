"""查核的范围: what a save may cost the rules is bounded by what they look at; what they leave out is said."""

from __future__ import annotations

from composing.compose import compose
from crosschecks import papers, reach
from crosschecks.engine import run
from crosschecks.finding import Severity
from crosschecks.papers import check_paper
from documents.as_paper import as_paper
from documents.readers.paper import Paper, PaperCell, PaperTable, PaperText, Spot
from documents.readers.text import parse_text
from scoring.engine import score
from tests.crosschecks.brimful import brimful
from tests.crosschecks.samples import form
from tests.crosschecks.test_hostile_texts import counted

SPECIAL = "510904/2024/special-report"
CALLS = 12_000_000  # an honest report of 50 000 characters makes five


def blocks(*lengths):
    return tuple(PaperText("字" * length, spot=Spot(key=f"text.{at}")) for at, length in enumerate(lengths))


def test_what_does_not_fit_is_left_out_and_shorter_ones_behind_it_are_not(monkeypatch):
    monkeypatch.setattr(reach, "MOST", 100)
    near, rest = reach.within(Paper(blocks(40, 70, 50, 20)))
    assert [len(block.text) for block in near.blocks] == [40, 50]
    assert [len(block.text) for block in rest] == [70, 20]
    (told,) = reach.left_out(rest)
    assert (told.rule, told.severity, told.places[0].path) == ("B02", Severity.WARNING, "text.1")
    assert "有90字没有查核" in told.message
    assert reach.within(Paper(blocks(40, 60)))[1] == ()


def test_empty_cells_count(monkeypatch):
    monkeypatch.setattr(reach, "MOST", 10)
    cells = tuple(PaperCell("", 0, row, 1, 1, Spot(key=f"c{row}")) for row in range(11))
    assert reach.within(Paper((PaperTable((1,), 11, cells),)))[0].blocks == ()
    (told,) = reach.left_out((PaperTable((1,), 11, cells),))
    assert told.places[0].label == "正文"


def cost(shape, *, text=20_000, rows=100):
    """Calls for the findings of a form filled to the brim."""
    blueprint = form(SPECIAL)
    book = brimful(blueprint, shape, text=text, rows=rows)
    sheet = score(blueprint, book)
    paper = as_paper(compose(blueprint, book, sheet, annexes=False))
    found = []
    calls = counted(("", lambda: found.extend(run(blueprint, book, sheet, paper))))[""]
    return calls, found


def test_however_much_is_typed_a_save_costs_the_rules_only_so_much():
    calls, found = cost("其中")
    assert calls < CALLS
    assert found[0].rule == "B02"
    assert found[0].places[0].label


def test_without_the_bound_it_costs_as_much_as_is_typed(monkeypatch):
    """The control."""
    monkeypatch.setattr(reach, "MOST", 3_000)
    bounded, told = cost("其中", text=1_000, rows=3)
    monkeypatch.setattr(reach, "MOST", 10**9)
    free, found = cost("其中", text=1_000, rows=3)
    assert free > 3 * bounded
    assert (told[0].rule, "B02" in {finding.rule for finding in found}) == ("B02", False)


def test_no_rule_tells_more_than_anybody_reads(monkeypatch):
    paper = parse_text("".join(f"《办法{number}有误。\n" for number in range(260)))

    def told():
        return [finding.message for finding in check_paper(paper) if finding.rule == "N04"]

    assert len(told()) == papers.MOST == 200
    assert told()[-1].endswith("（这条规则另有60处，没有一一列出。）")
    monkeypatch.setattr(papers, "MOST", 300)
    assert len(told()) == 260  # the control
    assert "另有" not in told()[-1]
