"""表样的页面: an administrator looks at forms, uploads, puts in force, adopts; another locality's uploads do not exist."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from audit import ddl
from audit.models import AuditEvent
from blueprints.catalogue import catalogue
from filings import forms as visible
from filings import triggers
from filings.in_force import form_in_force
from filings.models import Filing, UploadedBlueprint
from selfeval import scopes
from tests.pages import world as worlds


@pytest.fixture
def admin(world, as_user):
    return as_user(world.admin)


def post(client, locality, text, name="新表.yaml"):
    data = text if isinstance(text, bytes) else text.encode()
    file = SimpleUploadedFile(name, data, content_type="application/yaml")
    return client.post(reverse("form-upload"), {"locality": locality.pk, "file": file}, follow=True)


@pytest.fixture
def text():
    return catalogue().get(worlds.FORM).text


def changed(text):
    return text.replace("label: 项目年度目标", "label: 项目年度总目标")


def test_the_list_and_one_form_in_words(world, filing, admin):
    listed = admin.get(reverse("forms")).content.decode()
    assert worlds.FORM in listed
    shown = admin.get(reverse("form", args=[worlds.FORM])).content.decode()
    assert "预算执行率" in shown
    assert "比率计分：取数 预算执行情况·总额·预算执行数" in shown
    assert "S01" in shown
    assert "90 分及以上" in shown
    paper = admin.get(reverse("form-paper", args=[worlds.FORM])).content.decode()
    assert "样张" in paper
    assert "样例" in paper
    assert b"".join(admin.get(reverse("form-text", args=[worlds.FORM]))).decode() == catalogue().get(worlds.FORM).text


def test_upload_look_activate_and_go_back(world, admin, text):
    answer = post(admin, world.locality, changed(text))
    kept = UploadedBlueprint.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("upload", args=[kept.pk])
    assert "项目年度目标 → 项目年度总目标" in answer.content.decode()
    assert form_in_force(worlds.FORM).digest == catalogue().get(worlds.FORM).digest
    assert admin.get(reverse("upload-paper", args=[kept.pk])).status_code == 200
    admin.post(reverse("upload-activate", args=[kept.pk]))
    assert form_in_force(worlds.FORM).digest == kept.digest
    opened = worlds.start(world.projects[0], world.filler)
    assert opened.blueprint.digest == kept.digest
    admin.post(reverse("upload-retire", args=[kept.pk]))
    assert form_in_force(worlds.FORM).digest == catalogue().get(worlds.FORM).digest
    opened.refresh_from_db()
    assert opened.blueprint.digest == kept.digest  # what is under way keeps its version
    actions = set(AuditEvent.objects.filter(result="ok").values_list("action", flat=True))
    assert {"blueprint.upload", "blueprint.activate", "blueprint.retire"} <= actions


FAULTS = {
    "wrong span": (lambda t: t.replace("span: 6", "span: 5", 1), "应为"),
    "unknown field": (
        lambda t: t.replace("field: project.code_and_name", "field: project.nome", 1),
        "没有“project.nome”",
    ),
    "unknown key": (
        lambda t: t.replace("subject: project", "subject: project\nsubjekt: project", 1),
        "不认识的键“subjekt”",
    ),
    "duplicate key": (lambda t: t.replace("subject: project", "subject: project\nsubject: project", 1), "重复了"),
    "tag": (lambda t: t.replace("subject: project", "subject: !!python/name:os.system project", 1), "不能用标签"),
    "anchor bomb": (lambda t: "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n" + t, "不能用锚点"),
    "deep": (lambda t: "a: " + "[" * 500 + "]" * 500 + "\n" + t, "套得太深"),
    "two documents": (lambda t: t + "\n---\n" + t, "一个文件只能有一份表样"),
    "huge grid": (lambda t: t.replace("- grid: ", "- grid: 9", 1).replace("- grid: 9", "- grid: 99", 1), "格太多"),
    "too large": (lambda t: t + "#" * 10_000_000, "文件太大"),
    "not text": (lambda t: b"\xff\xfe\x00" + t.encode(), "UTF-8"),
    "empty": (lambda t: "", "空"),
    "impossible points": (lambda t: t.replace("  of: 10\n", "  of: 1000\n", 1), "各项分值合计"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_file_is_told_line_by_line_and_not_kept(world, admin, text, fault):
    spoil, words = FAULTS[fault]
    assert spoil(text) != text
    answer = post(admin, world.locality, spoil(text))
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert not UploadedBlueprint.objects.exists()
    if fault not in {"too large", "empty"}:
        assert AuditEvent.objects.filter(action="blueprint.upload", result="refused").exists()


def test_the_line_of_a_fault_is_shown(world, admin, text):
    spoilt = text.replace("subject: project", "subject: project\nsubject: project", 1)
    line = spoilt.splitlines().index("subject: project") + 2
    assert f'<td class="num">{line}</td>' in post(admin, world.locality, spoilt).content.decode()


def test_a_line_of_the_parent_is_said_to_be_the_parents(world, admin):
    """The uploaded file has five lines; line 111 is of the form it extends, and no path of this machine is told."""
    child = f"id: {world.locality.code}/2024/child\nextends: 000000/2024/project-table\nname: 子表\nsections:\n- {{key: goals, drop: true}}\n"
    shown = post(admin, world.locality, child).content.decode()
    assert "上级表样 000000/2024/project-table" in shown
    assert "请在自己的文件里照“位置”改写" in shown
    assert "fixtures" not in shown
    shown = post(admin, world.locality, child.partition("sections")[0] + "colour: 红\n").content.decode()
    assert "上级表样" not in shown
    assert "不认识的键" in shown


def test_a_form_of_another_locality_is_refused(world, admin, text):
    answer = post(admin, world.locality, text.replace(worlds.FORM, worlds.HIDDEN))
    assert "属于区划 990555" in answer.content.decode()
    assert not UploadedBlueprint.objects.exists()


def test_an_upload_into_another_locality_is_refused(world, admin, text):
    worlds.faraway()
    other = UploadedBlueprint.objects.get().locality
    post(admin, other, text.replace(worlds.FORM, worlds.HIDDEN))
    assert UploadedBlueprint.objects.count() == 1


SINGLE = ("upload", "upload-paper", "upload-text")


def test_another_localitys_uploads_do_not_exist(world, filing, admin):
    _, hidden = worlds.faraway()
    for name in SINGLE:
        there, nowhere = (admin.get(reverse(name, args=[pk])) for pk in (hidden.pk, 999_999))
        assert there.status_code == nowhere.status_code == 404
        assert there.content == nowhere.content
    for name in ("upload-activate", "upload-retire"):
        assert admin.post(reverse(name, args=[hidden.pk])).status_code == 404
    for name in ("form", "form-paper", "form-text"):
        assert admin.get(reverse(name, args=[hidden.form])).status_code == 404
    pages = [reverse("forms"), reverse("bundles"), reverse("imports"), reverse("form", args=[worlds.FORM])]
    pages += [reverse("admin:filings_notice_add"), "/"]
    for page in pages:
        shown = admin.get(page)
        assert shown.status_code == 200
        assert hidden.form not in shown.content.decode(), page
        assert hidden.name not in shown.content.decode(), page


def test_without_the_filter_the_upload_would_be_seen(world, admin, monkeypatch):
    """Negative control."""
    _, hidden = worlds.faraway()
    monkeypatch.setattr(scopes, "visible_uploads", lambda user: UploadedBlueprint.objects.all())
    assert worlds.CANARY in admin.get(reverse("upload", args=[hidden.pk])).content.decode()


def test_its_own_administrator_sees_it(world, as_user):
    user, hidden = worlds.faraway()
    assert worlds.CANARY in as_user(user).get(reverse("forms")).content.decode()
    assert as_user(user).get(reverse("form", args=[hidden.form])).status_code == 200
    assert visible.visible_areas(user) == [worlds.FARAWAY, visible.NATIONAL]
    assert visible.visible_areas(world.filler) == []


@pytest.fixture
def newer(world, admin):
    kept = worlds.own_upload(world)
    admin.post(reverse("upload-activate", args=[kept.pk]))
    return kept


def test_adopting_shows_the_changes_and_keeps_the_facts(world, filing, admin, newer):
    assert reverse("adopt", args=[filing.pk]) in admin.get(reverse("form", args=[worlds.FORM])).content.decode()
    page = admin.get(reverse("adopt", args=[filing.pk])).content.decode()
    assert "项目年度目标 → 项目年度总目标" in page
    filing.refresh_from_db()
    told = {"digest": newer.digest, "version": filing.version}
    answer = admin.post(reverse("adopt", args=[filing.pk]), told, follow=True)
    assert "已采用新表样" in answer.content.decode()
    filing.refresh_from_db()
    assert filing.blueprint.digest == newer.digest
    shown = admin.get(reverse("preview", args=[filing.pk])).content.decode()
    assert worlds.FACTS["text.goal"] in shown
    assert AuditEvent.objects.filter(action="filing.adopt", result="ok").exists()
    again = admin.get(reverse("adopt", args=[filing.pk]), follow=True).content.decode()
    assert "不需要采用" in again


def test_adopting_is_the_administrators(world, filing, as_user, newer):
    told = {"digest": newer.digest, "version": filing.version}
    assert as_user(world.filler).post(reverse("adopt", args=[filing.pk]), told).status_code == 403
    assert Filing.objects.get(pk=filing.pk).blueprint.digest != newer.digest


def test_a_version_that_this_release_cannot_read_is_told_not_thrown(world, admin):
    kept = worlds.own_upload(world)
    ddl.remove(connection, [t for t in triggers.TRIGGERS if t.name == "upload_text"])
    UploadedBlueprint.objects.update(text=kept.text.replace("subject: project", "subjekt: project"))
    page = admin.get(reverse("upload", args=[kept.pk]))
    assert page.status_code == 200
    assert "不能使用" in page.content.decode()
    assert reverse("upload-activate", args=[kept.pk]) not in page.content.decode()
    assert admin.get(reverse("upload-paper", args=[kept.pk])).status_code == 404
    assert "subjekt" in b"".join(admin.get(reverse("upload-text", args=[kept.pk]))).decode()
