"""得分与勾稽面板."""

from dataclasses import replace
from decimal import Decimal

import pytest

from blueprints.catalogue import catalogue
from blueprints.load import load_text
from documents.text import anchor
from filings.gate import Stand
from filings.models import Filing
from filings.views.panel import as_filed, finding_rows, place_link
from tests.filings.samples import SMALL, finding

FORM = load_text(SMALL, name="small")
FILING = Filing(pk=7)


@pytest.mark.parametrize(
    ("here", "said"), [("goals", ("hint", "待填完")), ("", ("error", "错误"))], ids=["while typing", "elsewhere"]
)
def test_what_may_still_come_is_said_softly_only_while_typing(here, said):
    stands = [Stand(replace(finding(), pending=True), None)]
    (row,) = finding_rows(FILING, FORM, stands, here=here)
    assert (row["severity"], row["severity_label"]) == said


def test_a_place_is_the_field_for_who_may_fill_and_the_paper_for_who_may_not():
    assert place_link(FILING, FORM, "text.goal") == "/filings/7/section/goals/#text.goal"
    assert place_link(FILING, FORM, "text.goal", here="goals") == "#text.goal"
    assert place_link(FILING, FORM, "text.goal", read_only=True) == f"/filings/7/preview/#{anchor('text.goal')}"
    assert not place_link(FILING, FORM, "project.name")


def test_a_total_that_is_only_added_up_leads_to_its_first_part():
    form = catalogue().get("140700/2020/project-table")
    assert form.section_of("funds.spent.all") is None
    assert place_link(FILING, form, "funds.spent.all") == "/filings/7/section/funds/#funds.spent.municipal"
    assert place_link(FILING, form, "funds.issued.all") == "/filings/7/section/funds/#funds.issued.all"


@pytest.mark.parametrize(
    ("value", "raw", "shown"),
    [("3", "3.00", "3.00"), ("10", "10", "10"), ("7.45", "8", "7.45"), ("9.3", "9.30", "9.30"), ("5", "", "5")],
)
def test_a_computed_score_is_written_like_the_one_beside_it(value, raw, shown):
    assert as_filed(Decimal(value), raw) == shown


def test_an_unknown_score_is_blank():
    assert not as_filed(None, "3.00")
