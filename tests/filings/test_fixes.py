"""一键修改的前提."""

from __future__ import annotations

from dataclasses import replace

import pytest

from blueprints.load import load_text
from composing.compose import compose
from crosschecks.engine import run
from crosschecks.finding import Finding, Fix, Place, Severity
from documents.as_paper import as_paper
from filings.fixes import Offer, offer_of, offers_of
from scoring.engine import score
from tests.crosschecks.samples import book
from tests.filings.samples import SMALL

FORM = load_text(SMALL, name="small")
TYPED = "某民发[2023]15号"
PROPER = "某民发〔2023〕15号"


def told(path="text.goal", old=TYPED, new=PROPER) -> Finding:
    place = Place(path, "年度目标", old)
    return Finding("N02", Severity.WARNING, "括号。", "→", (place,), fix=Fix(place, old, new))


def facts(goal: str, **statements: str):
    return book(statements={"text.goal": goal, **statements})


def test_the_whole_fact_with_the_words_replaced():
    offer = offer_of(told(), FORM, facts(f"依据{TYPED}实施。"))
    assert offer == Offer("N02", "text.goal", "goals", TYPED, PROPER, f"依据{PROPER}实施。")
    assert (offer.words, offer.origin) == (f"“{TYPED}”改为“{PROPER}”", "勾稽修改 N02")


@pytest.mark.parametrize(
    ("finding", "goal"),
    [
        (told(), "依据文件实施。"),  # not there any more
        (told(), f"{TYPED}、{TYPED}"),  # which one?
        (told(path="text.other"), TYPED),  # no section asks for it
        (told(path=""), TYPED),  # words of the paper only
        (told(new=TYPED), TYPED),  # nothing to do
        (replace(told(), fix=None), TYPED),
        (told(old="12元", new="12万元"), "共112元"),  # inside a longer figure
        (told(old="1.5", new="1.6"), "共1.50万元"),
    ],
)
def test_no_button(finding, goal):
    assert offer_of(finding, FORM, facts(goal)) is None


def test_by_fingerprint():
    finding = told()
    assert list(offers_of([finding, told(path="")], FORM, facts(TYPED))) == [finding.fingerprint]


def test_what_the_printed_paper_says_leads_back_to_the_fact():
    typed = facts(f"依据{TYPED}实施。")
    sheet = score(FORM, typed)
    found = run(FORM, typed, sheet, as_paper(compose(FORM, typed, sheet, annexes=False)))
    (offer,) = offers_of(found, FORM, typed).values()
    assert (offer.path, offer.text) == ("text.goal", f"依据{PROPER}实施。")
