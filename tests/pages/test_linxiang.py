"""临湘的两份报告: every page of a project's filing and of a unit's, filled and saved over HTTP, one submitted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from accounts.models import User
from filings.models import Filing, State
from filings.snapshot import blueprint_of, case_of
from selfeval.demo.journey import walk
from selfeval.demo.load import demo_files
from selfeval.demo.masters import load_masters

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PROJECT = "430682/2022/project-report"
WHOLE = "430682/2022/department-report"


@dataclass
class Filed:
    """The demo's people, and its filings by form."""

    users: dict[str, User]
    filed: dict[str, Filing]


def load(**changes) -> Filed:
    data = next(d for d in demo_files(Path(settings.BASE_DIR) / "fixtures/demo") if d["locality"]["code"] == "430682")
    town = load_masters(data, today=NOW.date())
    return Filed(town.users, {row["form"]: walk({**row, **changes}, town=town, now=NOW) for row in data["filings"]})


@pytest.fixture
def town(db):
    return load()


@pytest.fixture
def filler(town, as_user):
    return as_user(town.users["linxiang.filler"])


class Inputs(HTMLParser):
    """Names of the fields on a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag in {"input", "textarea", "select"}:
            self.names.add(dict(attrs).get("name") or "")


def test_they_stand_where_the_demo_says(town):
    assert {form: filing.state for form, filing in town.filed.items()} == {
        PROJECT: State.SUBMITTED.value,
        WHOLE: State.DRAFT.value,
    }


@pytest.mark.parametrize("form", [PROJECT, WHOLE])
def test_every_page_of_a_draft_opens(db, as_user, form):
    town = load(state="draft")
    filing, filler = town.filed[form], as_user(town.users["linxiang.filler"])
    for name in ("filing", "preview", "check", "history"):
        assert filler.get(reverse(name, args=[filing.pk])).status_code == 200, name
    for section in blueprint_of(filing).sections:
        assert filler.get(reverse("section", args=[filing.pk, section.key])).status_code == 200, section.key
    preview = filler.get(reverse("preview", args=[filing.pk])).content.decode()
    assert "临湘市财政局（制）" in preview
    assert "评价组组长（签字）：" in preview


def test_the_lists_of_a_unit_are_filled_and_summed(town, filler):
    filing = town.filed[WHOLE]
    url = reverse("section", args=[filing.pk, "income"])
    names = Inputs(filler.get(url).content.decode()).names
    assert {"figure.income_total", "list.income.d0000001.total"} <= names
    filing.subject.refresh_from_db()
    sent = {
        "base_version": filing.subject.version,
        "rows.income": "d0000001 d0000002 d0000003",
        "before.income": "d0000001 d0000002 d0000003",
        "list.income.d0000001.name": "局机关",
        "list.income.d0000001.total": "100",
        "list.income.d0000001.fiscal": "60",
        "figure.income_total": "697.71",
    }
    assert filler.post(url, sent, headers={"accept": "application/json"}).status_code == 200
    filing.refresh_from_db()
    told = {(finding.rule, finding.message) for finding in case_of(filing).findings}
    assert ("F12", "年度收入情况 第1行 收入合计100.00万元，与分项之和60.00万元不符。") in told
    assert ("F11", "收入合计（汇总）填报697.71万元，各行之和797.71万元。") in told


def test_the_supervisor_and_the_bureau_see_the_submitted_one(town, as_user):
    for name in ("linxiang.supervisor", "linxiang.finance"):
        page = as_user(town.users[name]).get(reverse("filing", args=[town.filed[PROJECT].pk]))
        assert page.status_code == 200
        assert "本经办机构及乡镇人员工作经费" in page.content.decode()
