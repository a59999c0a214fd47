"""开始填报."""

import pytest

from accounts.models import Role
from filings.actions import open as opening
from filings.models import BlueprintVersion, State
from filings.refused import Refused
from tests.factories import SubjectFactory, member
from tests.filings.samples import FORM, NOW, SMALL, trail


@pytest.fixture
def forms(settings, tmp_path):
    folder = tmp_path / "forms" / "990777" / "2024"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    whole = SMALL.replace("990777/2024/small", "990777/2024/whole").replace("subject: project", "subject: department")
    (folder / "whole.yaml").write_text(whole.replace("project.name", "department.name"), encoding="utf-8")
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
