"""演示数据: loads through the real actions, once, and goes on where it stopped."""

from collections import Counter
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.management import call_command

from accounts.models import Role, User
from blueprints.catalogue import catalogue
from filings.models import Filing, State
from filings.snapshot import case_of, findings_of
from reviews.batches import batches, filings_of
from reviews.heat import heat
from reviews.likeness import overview
from selfeval.demo.facts import save_facts
from selfeval.demo.load import demo_files, load_demo
from selfeval.demo.masters import PASSWORD
from tests.factories import SubjectFactory, UserFactory
from tests.scoring.samples import suining_tables

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both]

FOLDER = Path(settings.BASE_DIR) / "fixtures" / "demo"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_the_demo_loads_whole_and_once(rf):
    """One load serves all that is asked of it: it takes half a minute."""
    loaded = load_demo(FOLDER, now=NOW)
    assert len(loaded) == len(demo_files(FOLDER))
    every_filing_has_the_state_its_file_asks_for()
    the_scores_are_those_of_the_published_tables()
    the_batch_of_yunling_shows_something_true_on_every_page_of_the_desk()
    the_printed_accounts_open_the_door(loaded, rf)
    the_command_finds_nothing_to_do(loaded)
    an_interrupted_load_goes_on()


def every_filing_has_the_state_its_file_asks_for():
    asked = Counter(row.get("state", "draft") for data in demo_files(FOLDER) for row in data["filings"])
    assert Counter(Filing.objects.values_list("state", flat=True)) == asked
    assert asked[State.APPROVED.value] >= 2


def the_scores_are_those_of_the_published_tables():
    totals = {}
    for filing in Filing.objects.filter(subject__project__isnull=False).select_related("subject__project"):
        sheet = case_of(filing).sheet
        totals[filing.subject.project.code] = (sheet.self_total, sheet.grade)
    suining = [totals[code] for code in suining_tables()]
    assert [(int(points), grade) for points, grade in suining] == [(100, "优")] * 8
    points, grade = totals["077-2020-01"]
    assert (str(points), grade) == ("99.80", "优")


def the_batch_of_yunling_shows_something_true_on_every_page_of_the_desk():
    """One copied a sibling, one last year, one left the template's words, one a foreign name, one disagrees with itself."""
    desk = User.objects.get(username="yunling.finance")
    batch = filings_of(desk, batches(desk)[0])
    code = {filing.pk: filing.subject.project.code[-7:] for filing in batch}
    rows = {code[row.filing.pk]: row for row in overview(desk, batch)}
    assert {key for key, row in rows.items() if row.siblings.share > 0.3} == {"025-011", "025-016"}
    assert {key for key, row in rows.items() if row.siblings.share == 0} == set(rows) - {"025-011", "025-016"}
    assert code[rows["025-016"].siblings.closest] == "025-011"
    assert {key: row.last_year.share for key, row in rows.items() if row.last_year} == {"024-021": 1.0}
    assert {key: row.residue for key, row in rows.items() if row.residue} == {"025-021": 3}
    assert {key: row.names for key, row in rows.items() if row.names} == {"025-017": 2}
    cells = {(code[row.filing.pk], rule): cell for row in heat(batch).rows for rule, cell in row.cells.items()}
    assert cells["025-022", "T02"].severity == "hint"
    assert (cells["025-022", "S12"].settled, cells["025-022", "S12"].severity) == (1, None)
    draft = Filing.objects.get(subject__project__code="990101-2025-012")
    assert {"error", "warning", "hint"} <= {str(finding.severity) for finding in findings_of(draft)}
    assert any(finding.fix for finding in findings_of(draft))


def the_printed_accounts_open_the_door(loaded, rf):
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    lines = [line.split() for line in out.getvalue().splitlines() if line.startswith("  ")]
    assert len(lines) == len(loaded) * len(Role)
    label, username, *told = lines[0]
    assert (label, told) == ("填报人", ["口令", PASSWORD])
    assert authenticate(rf.post("/login/"), username=username, password=PASSWORD) == User.objects.get(username=username)


def the_command_finds_nothing_to_do(loaded):
    out = StringIO()
    call_command("load_demo", stdout=out)
    assert out.getvalue().count("未改动") == len(loaded)


def an_interrupted_load_goes_on():
    before = Filing.objects.count()
    Filing.objects.get(subject__project__code="51090424T000011130001").delete()
    again = load_demo(FOLDER, now=NOW)
    assert Filing.objects.count() == before
    assert [line.split("：")[0] for line in again if "新建填报 1 份" in line] == ["遂宁市安居区"]
    assert len([line for line in again if "未改动" in line]) == len(again) - 1


def test_a_fact_no_section_asks_for_is_refused():
    blueprint = catalogue().get("510904/2024/project-table")
    with pytest.raises(ValueError, match="没有填报处"):
        save_facts({"text": {"nowhere": "x"}}, subject=SubjectFactory(), blueprint=blueprint, by=UserFactory(), now=NOW)
    with pytest.raises(ValueError, match="没有明细表 people"):
        save_facts(
            {"tables": {"people": [["name"], ["x"]]}},
            subject=SubjectFactory(),
            blueprint=blueprint,
            by=UserFactory(),
            now=NOW,
        )
