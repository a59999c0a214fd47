"""开始填报."""

import os
from datetime import date

import pytest

from accounts.models import Role
from filings.actions import open as opening
from filings.in_force import form_in_force
from filings.models import BlueprintVersion, Filing, Notice, State
from filings.refused import Refused
from filings.snapshot import blueprint_of, parsed
from tests.factories import LocalityFactory, SubjectFactory, member
from tests.filings.samples import FORM, NOW, SMALL, trail

NATIONAL = "000000/2024/small"


@pytest.fixture
def forms(settings, tmp_path):
    folder = tmp_path / "forms" / "990777" / "2024"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    whole = SMALL.replace("990777/2024/small", "990777/2024/whole").replace("subject: project", "subject: department")
    (folder / "whole.yaml").write_text(whole.replace("project.name", "department.name"), encoding="utf-8")
    (tmp_path / "forms" / "000000" / "2024").mkdir(parents=True)
    national = SMALL.replace("990777/2024/small", NATIONAL)
    (tmp_path / "forms" / f"{NATIONAL}.yaml").write_text(national, encoding="utf-8")
    (folder / "heir.yaml").write_text(f"id: 990777/2024/heir\nextends: {NATIONAL}\n", encoding="utf-8")
    settings.BLUEPRINT_DIRS = [tmp_path / "forms"]


def open_filing(town, **how):
    return opening.open_filing(**{"subject": town.subject, "form": FORM, "by": town.filler, "now": NOW, **how})


def test_opens_with_the_text_of_today(town, forms):
    filing = open_filing(town)
    assert (filing.state, filing.round, filing.blueprint.text) == (State.DRAFT, 0, SMALL)
    (event,) = trail("filing.open")
    assert (event.actor, event.unit, event.detail["filing"]) == (town.filler.username, town.unit.name, filing.pk)


def test_the_same_text_is_kept_once(town, forms):
    open_filing(town)
    other = SubjectFactory(project__department=town.unit)
    open_filing(town, subject=other)
    assert BlueprintVersion.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"form": "990777/2024/none"}, "没有找到表样"),
        ({"form": "990777/2024/whole"}, "用于部门（单位）整体"),
        ({"by": "reviewer"}, "须由"),
        ({"year": 2023}, "2024 年度的表样"),
        ({"elsewhere": True}, "不是"),
    ],
)
def test_refusals(town, forms, change, words):
    if "year" in change:
        change = {"subject": SubjectFactory(project=town.project, year=change["year"])}
    if "elsewhere" in change:
        subject = SubjectFactory()
        change = {"subject": subject, "by": member(subject.department, Role.FILLER)}
    if change.get("by") == "reviewer":
        change = {"by": town.reviewer}
    with pytest.raises(Refused, match=words):
        open_filing(town, **change)
    assert len(trail("filing.open", "refused")) == 1


def test_not_twice(town, forms):
    open_filing(town)
    with pytest.raises(Refused, match="已经在填报"):
        open_filing(town)


def test_a_national_form_opens_where_the_notice_asks_for_it(town, forms):
    with pytest.raises(Refused, match="没有发布要求填报它的通知"):
        open_filing(town, form=NATIONAL)
    Notice.objects.create(locality=LocalityFactory(), form=NATIONAL, year=2024, due_on=date(2025, 3, 31))
    with pytest.raises(Refused, match="没有发布要求填报它的通知"):
        open_filing(town, form=NATIONAL)
    Notice.objects.create(locality=town.locality, form=NATIONAL, year=2024, due_on=date(2025, 3, 31))
    assert open_filing(town, form=NATIONAL).form == NATIONAL


def test_an_open_filing_keeps_its_version_when_the_parent_changes_or_goes(town, forms, settings):
    filing = open_filing(town, form="990777/2024/heir")
    before = blueprint_of(filing)
    parent = settings.BLUEPRINT_DIRS[0] / f"{NATIONAL}.yaml"
    parent.write_text(SMALL.replace("990777/2024/small", NATIONAL).replace("年度目标", "本年目标"), encoding="utf-8")
    os.utime(parent, ns=(1, 1))
    changed = form_in_force("990777/2024/heir")
    assert changed.digest != filing.blueprint.digest
    parent.unlink()
    assert form_in_force("990777/2024/heir") is None
    parsed.cache_clear()
    kept = blueprint_of(Filing.objects.get(pk=filing.pk))
    assert (kept, kept.digest) == (before, filing.blueprint.digest)
    assert kept.sections[0].entries[0].label == "年度目标"
