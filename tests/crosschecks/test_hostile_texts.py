"""恶意文本: for a text four times as long no rule does much more than four times the work. Counted are calls, never seconds."""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest

from crosschecks.finding import Finding, Place, Severity
from crosschecks.kind import PaperCheck
from crosschecks.kinds.registry import KINDS
from crosschecks.papers import said_once
from crosschecks.profile import NATIONAL
from crosschecks.reports.read import dossier_of
from crosschecks.reports.report import Dossier
from documents.readers.text import parse_text
from tests.crosschecks.papers import report
from tests.crosschecks.shapes import SHAPES, text_of

SHORT, TIMES = 3_200, 4
MOST = 10  # times the work for four times the text; what grows with the square comes to sixteen
SMALL = 10_000  # calls; what little a rule does may grow as it likes


def counted(*steps: tuple[str, Callable[[], object]]) -> Counter[str]:
    """Calls made by every step."""
    done: Counter[str] = Counter()
    for name, step in steps:
        calls = itertools.count()
        sys.setprofile(lambda frame, event, argument, calls=calls: "call" in event and next(calls))
        try:
            step()
        finally:
            sys.setprofile(None)
        done[name] = next(calls)
    return done


def work(text: str, papers: dict[str, PaperCheck]) -> Counter[str]:
    """Calls made by reading and by every rule."""
    paper = parse_text(text)
    dossier = dossier_of(paper)
    rules = [(rule, partial(_asked, check, dossier)) for rule, check in papers.items()]
    return counted(("读取", partial(dossier_of, paper)), *rules)


def _asked(check: PaperCheck, dossier: Dossier) -> None:
    list(check(dossier, NATIONAL))


def grown(shape: str, papers: dict[str, PaperCheck], *, lined: bool) -> dict[str, str]:
    """Steps whose work grows faster than the text, with both counts."""
    short, long = (work(text_of(shape, length, lined=lined), papers) for length in (SHORT, SHORT * TIMES))
    return {step: f"{short[step]}→{many}" for step, many in long.items() if many > SMALL and many > MOST * short[step]}


PAPERS = {kind.rule: kind.paper for kind in KINDS.values() if kind.paper is not None}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("lined", [False, True], ids=["one line", "many"])
def test_work_grows_with_the_text_and_not_with_its_square(shape, lined):
    if lined and ("\n" in SHAPES[shape] or len(SHAPES[shape]) < 12):
        pytest.skip("has lines of its own, or would be more lines than a file may have")
    assert grown(shape, PAPERS, lined=lined) == {}


def _each_with_each(dossier, profile):
    told = [figure for report in dossier.reports for figure in report.register.figures]
    return [one for one, other in itertools.combinations(told, 2) if one.label.endswith(other.label + "?")]


def test_a_rule_that_compares_each_with_each_is_caught():
    """The control."""
    assert list(grown("句子不同", {"X01": _each_with_each}, lined=False)) == ["X01"]


def test_an_endless_sentence_is_cut_behind_a_mark_and_loses_nothing():
    text = "支出1234.56万元，" * 1000
    sentences = report(text).sentences
    assert "".join(sentence.text for sentence in sentences) == text
    assert {sentence.text[-1] for sentence in sentences} == {"，"}
    assert 1 < len(sentences) < 10
    assert sum(len(sentence.numbers) for sentence in sentences) == 1000


def test_a_long_sentence_is_left_whole():
    text = "支出1234.56万元，" * 100 + "共计。"
    assert [sentence.text for sentence in report(text).sentences] == [text]


def _found(count: int) -> list[Finding]:
    """As many findings of two rules of which one yields to the other, at as many places, each said twice."""
    places = [tuple(Place("", "", f"{at}", line) for at in (1, 2)) for line in range(count)]
    return [Finding(rule, Severity.ERROR, "", "", place) for rule in ("T03", "T01", "T01") for place in places]


def test_what_is_said_twice_is_told_apart_without_comparing_each_with_each():
    short, long = (counted(("", partial(said_once, _found(count))))[""] for count in (500, 2000))
    assert SMALL < long < MOST * short
    assert said_once(_found(50)) == _found(50)[:50]
