"""管理员的页面: import with a plan before anything is written; bundles; the trail of one's own locality."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import User
from audit.models import AuditEvent
from filings.models import Bundle
from projects.models import Project
from tests.pages import world as worlds


@pytest.fixture
def admin(world, as_user):
    return as_user(world.admin)


def workbook(admin, **cells):
    """The system's own template with one project in it."""
    data = b"".join(admin.get(reverse("import-template")))
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["项目"]
    heads = {str(cell.value).rstrip("*"): cell.column for cell in sheet[1]}
    for name, text in cells.items():
        sheet.cell(2, heads[name], text)
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("项目.xlsx", out.getvalue())


def upload(admin, world, file):
    return admin.post(reverse("imports"), {"locality": world.locality.pk, "file": file})


def test_an_import_is_shown_before_it_is_written(world, admin):
    number = Project.objects.count()
    shown = upload(admin, world, workbook(admin, 单位代码="010002", 项目编码="XM900", 项目名称="新导入的项目"))
    assert "新导入的项目" in shown.content.decode()
    assert Project.objects.count() == number
    done = admin.post(reverse("import-confirm"), follow=True)
    assert "新建项目 1 个" in done.content.decode()
    assert Project.objects.get(code="XM900").department == world.unit
    again = admin.post(reverse("import-confirm"), follow=True)
    assert "没有待确认的导入方案" in again.content.decode()
    assert Project.objects.count() == number + 1


def test_a_faulty_line_is_named_and_nothing_can_be_confirmed(world, admin):
    shown = upload(
        admin, world, workbook(admin, 单位代码="没有这个单位", 项目编码="XM901", 项目名称="错行")
    ).content.decode()
    assert "没有这个单位" in shown
    assert "确认导入" not in shown
    admin.post(reverse("import-confirm"))
    assert not Project.objects.filter(code="XM901").exists()


@pytest.mark.parametrize("data", [b"", b"not a workbook", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_refused_in_words(world, admin, data):
    answer = upload(admin, world, SimpleUploadedFile("坏.xlsx", data))
    assert answer.status_code == 400
    assert "没有读取" in answer.content.decode() or "请选择" in answer.content.decode()


def test_without_a_file_the_page_says_so(world, admin):
    assert "请选择要导入的" in admin.post(reverse("imports"), {"locality": world.locality.pk}).content.decode()


def test_a_bundle_without_anything_filed_is_refused_in_words(world, admin, filing):
    answer = admin.post(reverse("bundles"), {"year": "2024"})
    assert "没有已报送的填报" in answer.content.decode()
    assert not Bundle.objects.exists()


def test_a_year_that_is_not_offered_is_refused(world, admin):
    assert admin.post(reverse("bundles"), {"year": "1999"}).status_code == 400


def test_the_trail_shows_ones_own_locality_only(world, admin, as_user):
    from django.utils import timezone

    from audit.actions import record

    record(action="login", by=None, now=timezone.now(), unit="外地财政局", detail={"外地": "事"})
    as_user(world.filler).get("/bundles/")
    shown = admin.get(reverse("trail")).content.decode()
    assert "拒绝访问" in shown
    assert "外地财政局" not in shown
    assert AuditEvent.objects.filter(unit="外地财政局").exists()


def test_the_trail_is_filtered(world, admin, as_user):
    as_user(world.filler).get("/bundles/")
    denied = admin.get(reverse("trail"), {"result": "denied"}).content.decode()
    assert "filler" in denied
    assert "没有符合条件的记录" in admin.get(reverse("trail"), {"actor": "nobody-at-all"}).content.decode()


def test_an_error_is_let_pass_with_a_reason_and_only_by_the_administrator(world, admin, filing, as_user):
    worlds.fill(filing, world.filler, facts={"funds.spent.fiscal": "1"}, rows={})
    page = admin.get(reverse("check", args=[filing.pk]))
    errors = next(group for group in page.context["groups"] if group["severity"] == "error")
    fingerprint = errors["rows"][0]["fingerprint"]
    url = reverse("finding-waive", args=[filing.pk])
    assert as_user(world.filler).post(url, {"fingerprint": fingerprint, "reason": "自己放行"}).status_code == 403
    assert "须写明理由" in admin.post(url, {"fingerprint": fingerprint}, follow=True).content.decode()
    done = admin.post(url, {"fingerprint": fingerprint, "reason": "经核实，年末收回指标"}, follow=True).content.decode()
    assert "袁立诚 放行：经核实，年末收回指标" in done


def test_the_first_account_of_a_new_site_gets_into_the_administration_and_nowhere_else(world, as_user):
    chief = User.objects.create_superuser("chief", password="Xq7-云山-ceshi")
    client = as_user(chief)
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/projects/locality/add/").status_code == 200
    assert client.get("/bundles/").status_code == 403
    assert "后台管理" in client.get("/").content.decode()


def test_the_administration_is_closed_to_a_clerk(world, as_user):
    assert as_user(world.filler).get("/admin/").status_code == 403


def test_a_waiver_asked_for_reaches_the_administrator_and_is_given(world, as_user, admin):
    from filings.models import Waiver

    filing = worlds.start(world.projects[0], world.filler)
    worlds.fill(filing, world.filler, facts=worlds.FACTS | {"score.execution.self": "10"})
    check = reverse("check", args=[filing.pk])
    assert "待放行的勾稽错误" not in admin.get("/").content.decode()
    filler = as_user(world.filler)
    page = filler.get(check).content.decode()
    form = page.split("/check/ask/")[1]
    fingerprint = form.split('name="fingerprint" value="')[1].split('"')[0]
    said = {"fingerprint": fingerprint, "reason": "上级文件核定按10分计"}
    filler.post(reverse("finding-ask", args=[filing.pk]), said)
    assert "/check/ask/" not in filler.get(check).content.decode()
    first = admin.get("/").content.decode()
    assert "上级文件核定按10分计" in first
    assert "现在没有轮到您办理的事项" not in first
    assert f'href="{check}"' in first
    shown = admin.get(check).content.decode()
    assert "申请放行：上级文件核定按10分计" in shown
    admin.post(reverse("finding-waive", args=[filing.pk]), {"fingerprint": fingerprint, "reason": "文件已核"})
    assert set(Waiver.objects.values_list("kind", flat=True)) == {"ask", "waive"}
    assert "待放行的勾稽错误" not in admin.get("/").content.decode()


def test_the_trail_shows_refused_sign_ins_of_ones_own_people_only(world, admin, client):
    from accounts.models import User

    User.objects.create_user("faraway", password=worlds.PASSWORD)
    for name in ("filler", "faraway"):
        client.post(reverse("login"), {"username": name, "password": "wrong"})
    page = admin.get(reverse("trail")).content.decode()
    assert "用户名：filler" in page
    assert "faraway" not in page


def test_a_bundle_whose_worker_fell_silent_says_so(world, admin):
    from datetime import timedelta

    from django.utils import timezone

    now = timezone.now()
    words = {"locality": world.locality, "year": 2024, "choice": {}, "by": world.admin, "at": now, "status": "running"}
    bundle = Bundle.objects.create(**words, heartbeat=now)
    url = reverse("bundle-progress", args=[bundle.pk])
    assert admin.get(url).json()["label"] == "打包中"
    Bundle.objects.update(heartbeat=now - timedelta(seconds=11))
    assert admin.get(url).json()["label"] == "打包中断，稍后自动接着做"


SPECIAL = "510904/2024/special-report"


def notice_posted(world, **change):
    extensions = {f"extensions-{word}": "0" for word in ("TOTAL_FORMS", "INITIAL_FORMS")}
    asked = {"locality": world.locality.pk, "form": SPECIAL, "year": 2024, "due_on": "2027-03-31", "reach": "only"}
    return asked | extensions | change


def test_a_notice_of_one_project_is_offered_for_that_project_alone(world, admin, as_user):
    first, second, *_ = world.projects
    admin.post(reverse("admin:filings_notice_add"), notice_posted(world, projects=[first.pk]))
    admin.post(
        reverse("admin:filings_notice_change", args=[world.notice.pk]),
        notice_posted(world, form=world.notice.form, reach="except", projects=[first.pk]),
    )
    page = as_user(world.filler).get(reverse("filing-start"))
    offered = {(offer.row.project, offer.row.form) for offer in page.context["offers"]}
    assert offered == {(first, SPECIAL), (second, world.notice.form)}
    assert AuditEvent.objects.filter(action="admin.add", target__startswith="notice:").count() == 1


def test_a_project_of_another_locality_is_neither_offered_nor_accepted(world, admin):
    from filings.models import Notice
    from tests.factories import ProjectFactory

    stranger = ProjectFactory(name=f"{worlds.CANARY}外地项目")
    asked = {"app_label": "filings", "model_name": "notice", "field_name": "projects", "term": worlds.CANARY}
    found = admin.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert stranger.name not in str(found)
    assert [row["id"] for row in found] == [str(p.pk) for p in world.projects if worlds.CANARY in p.name]
    told = admin.post(reverse("admin:filings_notice_add"), notice_posted(world, projects=[stranger.pk]))
    assert "projects" in told.context["adminform"].form.errors
    assert not Notice.objects.filter(form=SPECIAL).exists()
