"""全国通用表样: a locality without forms of its own asks for them by notice, and every page knows a unit's own filing."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from django.conf import settings

from blueprints.catalogue import catalogue
from filings.bundles.archive import bundle_file
from filings.bundles.plan import plan_bundle
from filings.bundles.run import run_bundle
from filings.expected import expected
from filings.models import Filing, Notice, State
from filings.snapshot import case_of
from selfeval.demo.journey import walk
from selfeval.demo.load import demo_files
from selfeval.demo.masters import load_masters

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHOLE = "000000/2024/department-framework"
TABLE = "000000/2024/project-table"
FRAME = "000000/2024/project-framework"
NEXT_TABLE = "000000/2025/project-table"
PROJECTS = (TABLE, f"{TABLE}-cost", FRAME)


@pytest.fixture
def files():
    return next(d for d in demo_files(Path(settings.BASE_DIR) / "fixtures/demo") if d["locality"]["code"] == "990101")


@pytest.fixture
def yunling(db, files):
    return load_masters(files, today=NOW.date())


@pytest.fixture
def filed(yunling, files):
    """The demo filings by form and whose they are."""
    made = [walk(row, town=yunling, now=NOW) for row in files["filings"]]
    return {(f.form, f.subject.project.code if f.subject.project else f.subject.department.code): f for f in made}


def test_the_locality_has_no_form_of_its_own(yunling):
    assert not [form for form in catalogue().all() if form.area == yunling.locality.code]


def test_the_notice_makes_projects_and_units_expected(yunling):
    rows = expected(locality=yunling.locality, year=2024)
    told = {(row.form, row.project.code if row.project else row.department.code) for row in rows}
    assert told == {
        *zip(PROJECTS, ("990101-2024-021", "990101-2024-035", "990101-2024-040"), strict=True),
        (WHOLE, "310"),
        (WHOLE, "310002"),
    }


def test_the_start_page_opens_a_unit_as_a_whole(yunling, as_user):
    client = as_user(yunling.users["yunling.bureau"])
    page = client.get("/filings/new/").content.decode()
    assert "部门（单位）整体" in page
    assert "部门整体支出共性指标评分表（全国通用）" in page
    bureau = yunling.departments["310"]
    answer = client.post("/filings/new/", {"offer": f"{bureau.pk}:0:{WHOLE}"})
    filing = Filing.objects.get()
    assert answer.url == f"/filings/{filing.pk}/"
    assert (filing.subject.project, filing.subject.department, filing.form) == (None, bureau, WHOLE)


def test_without_a_notice_no_page_offers_it_and_no_form_opens(yunling, as_user):
    Notice.objects.filter(form__endswith="/department-framework").delete()
    client = as_user(yunling.users["yunling.bureau"])
    assert "共性指标评分表" not in client.get("/filings/new/").content.decode()
    bureau = yunling.departments["310"]
    client.post("/filings/new/", {"offer": f"{bureau.pk}:0:{WHOLE}"})
    assert not Filing.objects.exists()


def test_the_demo_filings_reach_their_states_with_full_scores(filed):
    told = {key: (f.state, str(case_of(f).sheet.self_total), case_of(f).sheet.grade) for key, f in filed.items()}
    assert told == {
        (TABLE, "990101-2024-021"): (State.APPROVED, "98.60", "优"),
        (f"{TABLE}-cost", "990101-2024-035"): (State.SUBMITTED, "99.55", "优"),
        (FRAME, "990101-2024-040"): (State.AWAITING, "87.06", "良"),
        (WHOLE, "310"): (State.APPROVED, "98.33", "优"),
        (WHOLE, "310002"): (State.DRAFT, "None", ""),
        (NEXT_TABLE, "990101-2024-021"): (State.SUBMITTED, "99.90", "优"),
        (NEXT_TABLE, "990101-2025-011"): (State.SUBMITTED, "98.90", "优"),
        (NEXT_TABLE, "990101-2025-012"): (State.DRAFT, "91.50", "优"),
        (NEXT_TABLE, "990101-2025-016"): (State.SUBMITTED, "99.70", "优"),
        (NEXT_TABLE, "990101-2025-017"): (State.SUBMITTED, "100", "优"),
        (NEXT_TABLE, "990101-2025-021"): (State.REVIEWING, "100", "优"),
        (NEXT_TABLE, "990101-2025-022"): (State.SUBMITTED, "99.91", "优"),
    }
    assert case_of(filed[NEXT_TABLE, "990101-2025-012"]).sheet.computed_total != Decimal(
        "91.50"
    )  # half done, full of faults
    for key, filing in filed.items():
        if filing.state == State.DRAFT and filing.form == NEXT_TABLE:
            continue
        sheet = case_of(filing).sheet
        assert sheet.computed_total == sheet.self_total, key


def test_every_page_of_a_units_own_filing(filed, yunling, as_user):
    draft, done = filed[WHOLE, "310002"], filed[WHOLE, "310"]
    sections = [s.key for s in catalogue().get(WHOLE).sections]
    pages = {
        "yunling.filler": [
            "/",
            "/filings/",
            f"/filings/{draft.pk}/",
            *(f"/filings/{draft.pk}/section/{key}/" for key in sections),
            *(f"/filings/{draft.pk}/{page}/" for page in ("check", "preview", "history", "move/hand_over")),
        ],
        "yunling.bureau": [
            "/",
            f"/filings/{done.pk}/",
            *(f"/filings/{done.pk}/{p}/" for p in ("check", "preview", "todo")),
        ],
        "yunling.supervisor": ["/", "/filings/", f"/filings/{draft.pk}/"],
        "yunling.finance": ["/", "/reviews/", f"/reviews/{done.pk}/", f"/filings/{done.pk}/preview/"],
        "yunling.admin": [
            "/",
            "/filings/",
            "/bundles/",
            "/trail/",
            "/forms/",
            f"/forms/of/{WHOLE}/",
            f"/forms/paper/{WHOLE}/",
            "/admin/filings/notice/add/",
        ],
    }
    for name, addresses in pages.items():
        client = as_user(yunling.users[name])
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200, (name, address, answer.status_code)
            assert "None" not in answer.content.decode(), (name, address)


def test_a_unit_as_a_whole_is_filled_in_the_browser(filed, yunling, as_user):
    filing = filed[WHOLE, "310002"]
    filing.subject.refresh_from_db()
    client = as_user(yunling.users["yunling.filler"])
    sent = {"base_version": filing.subject.version, "text.goal_result": "全年供水稳定。", "text.duties": "供水服务。"}
    told = client.post(f"/filings/{filing.pk}/section/overview/", sent, headers={"accept": "application/json"})
    assert told.status_code == 200
    filing.subject.refresh_from_db()
    sent = {"base_version": filing.subject.version, "figure.satisfaction": "92", "figure.tasks_planned": "10"}
    assert client.post(f"/filings/{filing.pk}/section/tasks/", sent).status_code in {200, 302}
    case = case_of(filing)
    assert case.book.raw("text.goal_result") == "全年供水稳定。"
    assert str(case.sheet.line("public_satisfaction").award.points) == "8.00"


def test_the_bureau_reviews_a_unit_as_a_whole(yunling, files, as_user):
    row = next(row for row in files["filings"] if row.get("department") == "310")
    filing = walk({**row, "state": "reviewing"}, town=yunling, now=NOW)
    client = as_user(yunling.users["yunling.finance"])
    page = client.get(f"/reviews/{filing.pk}/").content.decode()
    assert "部门整体" in page
    for step in ("return", "approve"):
        assert "部门整体" in client.get(f"/reviews/{filing.pk}/{step}/").content.decode()


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx"])
def test_the_documents_of_a_unit_as_a_whole(filed, yunling, as_user, kind):
    client = as_user(yunling.users["yunling.bureau"])
    answer = client.get(f"/filings/{filed[WHOLE, '310'].pk}/download/{kind}/")
    assert answer.status_code == 200
    named = unquote(answer["Content-Disposition"])
    assert f"2024年 云岭县水务局 部门整体支出共性指标评分表（全国通用）.{kind}" in named


def test_the_bundle_has_a_folder_for_the_unit_as_a_whole(filed, yunling, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False):
        bundle = plan_bundle(
            locality=yunling.locality, year=2024, departments=(), forms=(), by=yunling.users["yunling.admin"], now=NOW
        )
    run_bundle(bundle.pk, clock=lambda: NOW)
    bundle.refresh_from_db()
    assert (bundle.status, bundle.total) == (bundle.Status.DONE, 3)
    names = ZipFile(BytesIO(bundle_file(bundle).read_bytes())).namelist()
    assert any("云岭县水务局/云岭县水务局/部门整体/2024年 云岭县水务局 部门整体" in name for name in names)
    assert any("云岭县城乡供水服务站/990101-2024-021-农村供水水质检测/" in name for name in names)
    missing = {(row["department"], row["project"], row["state"]) for row in bundle.missing}
    assert ("云岭县城乡供水服务站", "部门整体", "填报中") in missing
