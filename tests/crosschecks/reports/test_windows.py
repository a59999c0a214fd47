"""窗口: stretches of a report and the amounts of their stages."""

from __future__ import annotations

from crosschecks.reports.windows import PARAGRAPH, PART, SECTION, SENTENCE, WHOLE, windows
from tests.crosschecks.papers import report

TEXT = """一、资金情况
（一）到位。中央资金到位30万元，支出28万元；县级资金到位20万元。全部用于护岸。
（二）使用。实际支出46万元，结余4万元。"""


def test_from_narrow_to_wide():
    found = list(windows(report(TEXT)))
    widths = [window.width for window in found]
    assert widths[-1] == WHOLE
    assert {SECTION, SENTENCE} <= set(widths)
    assert widths.index(SECTION) > max(at for at, width in enumerate(widths) if width == PART)
    assert PARAGRAPH not in widths  # every paragraph has one sentence with figures
    assert all(len(window.figures) == 5 for window in found if window.width >= SECTION)


def test_a_part_between_semicolons_speaks_of_one_thing():
    part, other, *_ = windows(report(TEXT))
    assert (part.scope, other.scope) == ("中央", "县级")
    assert [figure.shown for figure in part.of("received", "spent")] == ["30万元", "28万元"]
    whole = next(window for window in windows(report(TEXT)) if window.width == WHOLE)
    assert whole.scope == ""
    assert [figure.shown for figure in whole.of("spent")] == ["28万元", "46万元"]
    assert whole.of("received") == []  # of one source each


def test_nothing_told_no_figures():
    assert [window.figures for window in windows(report("一、概况\n项目进展顺利。"))] == [()]
