"""资料包的范围."""

from datetime import date

import pytest

from filings import jobs
from filings.actions.move import withdraw
from filings.bundles.plan import plan_bundle, retry_bundle
from filings.models import Bundle, BundleItem, Filing, Notice
from filings.refused import Refused
from reviews.actions.decide import approve
from tests.factories import ProjectFactory, SubjectFactory
from tests.filings.samples import FORM, NOW, SMALL, trail


@pytest.fixture(autouse=True)
def forms(settings, tmp_path):
    folder = tmp_path / "forms" / "990777" / "2024"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    settings.BLUEPRINT_DIRS = [tmp_path / "forms"]


@pytest.fixture(autouse=True)
def queued(monkeypatch):
    calls = []
    monkeypatch.setattr(jobs, "enqueue", lambda name, *args: calls.append((name, *args)))
    return calls


def plan(town, **how):
    fields = {"locality": town.locality, "year": 2024, "departments": (), "forms": (), "by": town.admin, "now": NOW}
    return plan_bundle(**{**fields, **how})


def another(town):
    return SubjectFactory(project__department=town.unit)


def test_submitted_ones_in_approved_first_the_rest_missing(town, queued, django_capture_on_commit_callbacks):
    Notice.objects.create(locality=town.locality, form=FORM, year=2024, due_on=date(2025, 3, 31))
    first, second = town.submitted(), town.reviewing(subject=another(town))
    approve(filing=second, by=town.reviewer, now=NOW)
    draft = town.draft(subject=another(town))
    withdrawn = town.submitted(subject=another(town))
    withdraw(filing=withdrawn, by=town.filler, now=NOW)
    never = ProjectFactory(department=town.unit, name="没有填报的项目")
    with django_capture_on_commit_callbacks(execute=True):
        bundle = plan(town)
    assert queued == [("run_bundle", bundle.pk)]
    assert [item.filing for item in bundle.items.all()] == [second, first]
    assert [item.snapshot.filing for item in bundle.items.all()] == [second, first]
    assert {(row["project"], row["state"]) for row in bundle.missing} == {
        (str(draft.subject.project), "填报中"),
        (str(withdrawn.subject.project), "填报中"),
        (str(never), "未填报"),
    }
    assert trail("bundle.plan")[0].detail["items"] == 2


def test_chosen_units_and_forms(town):
    town.submitted()
    assert plan(town, departments=[town.unit.pk], forms=[FORM]).total == 1
    for nothing in ({"departments": [town.unit.parent.pk]}, {"forms": ["x"]}, {"year": 2023}):
        with pytest.raises(Refused, match="没有已报送的填报"):
            plan(town, **nothing)


def test_only_by_the_localitys_admin(town):
    town.submitted()
    for user in (town.reviewer, town.filler):
        with pytest.raises(Refused, match="由云山区的管理员生成"):
            plan(town, by=user)
    assert not Bundle.objects.exists()


def test_an_earlier_round_never_gets_in(town):
    from filings.actions.confirm import confirm
    from filings.actions.move import hand_over
    from filings.actions.submit import submit

    filing = town.submitted()
    withdraw(filing=filing, by=town.filler, now=NOW)
    town.write(filing, {"text.goal": "第二轮。"})
    hand_over(filing=filing, by=town.filler, now=NOW)
    confirm(filing=filing, by=town.head, now=NOW)
    submit(filing=filing, by=town.filler, now=NOW)
    assert Filing.objects.get().snapshots.count() == 2
    assert plan(town).items.get().snapshot.round == 2


def test_retry_only_failed_and_only_when_ended(town):
    town.submitted()
    bundle = plan(town)
    with pytest.raises(Refused, match="正在生成"):
        retry_bundle(bundle=bundle, by=town.admin, now=NOW)
    bundle.items.update(status=BundleItem.Status.FAILED, message="坏了")
    Bundle.objects.update(status=Bundle.Status.DONE, error="一份未能放入")
    retry_bundle(bundle=bundle, by=town.admin, now=NOW)
    assert (bundle.status, bundle.error, bundle.items.get().status) == ("queued", "", "waiting")
