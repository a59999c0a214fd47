"""保存一节 over HTTP: fail closed, keep every text, change nothing that was not asked for."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factbook import apply as applying
from factbook.changes import VersionMissing
from factbook.models import FactChange, ParkedSave
from filings.actions.move import hand_over
from filings.models import Filing
from tests.pages import world as worlds

JSON = {"accept": "application/json"}


@pytest.fixture
def url(filing):
    return reverse("section", args=[filing.pk, "goals"])


def version(filing):
    filing.subject.refresh_from_db()
    return filing.subject.version


def test_a_save_answers_what_the_page_needs(world, filing, url, as_user):
    answer = as_user(world.filler).post(url, {"base_version": version(filing), "text.goal": "新目标"}, headers=JSON)
    told = answer.json()
    assert answer.status_code == 200
    assert told["version"] == version(filing)
    assert told["scores"]["grade"] == "优"
    assert {section["key"] for section in told["sections"]} >= {"goals", "funds"}
    assert told["values"] == {}


@pytest.mark.parametrize("sent", [{}, {"base_version": ""}, {"base_version": "abc"}, {"base_version": "99999"}])
def test_without_a_true_version_nothing_is_saved(world, filing, url, as_user, sent):
    before = FactChange.objects.count()
    answer = as_user(world.filler).post(url, {**sent, "text.goal": "覆盖别人"}, headers=JSON)
    assert answer.status_code == 409
    assert answer.json()["error"] == "no-version"
    plain = as_user(world.filler).post(url, {**sent, "text.goal": "覆盖别人"})
    assert plain.status_code == 409
    assert "覆盖别人" in plain.content.decode()
    assert FactChange.objects.count() == before


def test_with_the_version_check_switched_off_the_overwriting_shows(world, filing, url, as_user, monkeypatch):
    """Negative control: a save that takes any version as the current one does overwrite."""

    def careless(*, subject, changes, blueprint, by, now):
        from dataclasses import replace

        subject.refresh_from_db()
        return applying.apply(
            subject=subject, changes=replace(changes, base_version=subject.version), blueprint=blueprint, by=by, now=now
        )

    monkeypatch.setattr("filings.views.saving.apply", careless)
    answer = as_user(world.filler).post(url, {"text.goal": "覆盖别人"}, headers=JSON)
    assert answer.status_code == 200
    assert FactChange.objects.filter(path="text.goal", new="覆盖别人").exists()
    assert VersionMissing().args  # what the real one raises


def test_a_conflict_keeps_both_texts_and_parks_mine(world, filing, url, as_user):
    base = version(filing)
    as_user(world.colleague).post(url, {"base_version": base, "text.goal": "同事的"}, headers=JSON)
    sent = {"base_version": base, "text.goal": "我的", "text.implementation": worlds.FACTS["text.implementation"]}
    answer = as_user(world.filler).post(url, sent, headers=JSON)
    assert answer.status_code == 409
    clash = answer.json()["clashes"][0]
    assert (clash["mine"], clash["theirs"], clash["who"], clash["label"]) == (
        "我的",
        "同事的",
        "苏文哲",
        "项目年度目标",
    )
    assert ParkedSave.objects.get().posted["text.goal"] == "我的"
    plain = as_user(world.filler).post(url, sent).content.decode()
    assert "我的</textarea>" in plain
    assert "同事的" in plain


def test_what_others_changed_comes_back_with_the_save(world, filing, url, as_user):
    base = version(filing)
    as_user(world.colleague).post(url, {"base_version": base, "text.implementation": "同事改了过程"}, headers=JSON)
    sent = {"base_version": base, "text.goal": "我的", "text.implementation": worlds.FACTS["text.implementation"]}
    told = as_user(world.filler).post(url, sent, headers=JSON).json()
    assert told["values"] == {"text.implementation": "同事改了过程"}


def test_a_locked_filing_takes_nothing(world, filing, url, as_user):
    worlds.fill(filing, world.filler, facts=worlds.READY, rows={})
    filing.refresh_from_db()
    hand_over(filing=filing, by=world.filler, now=timezone.now())
    before = FactChange.objects.count()
    answer = as_user(world.colleague).post(url, {"base_version": version(filing), "text.goal": "太晚了"}, headers=JSON)
    assert answer.status_code == 409
    assert answer.json()["error"] == "locked"
    assert FactChange.objects.count() == before


def test_a_text_of_endless_length_is_told_and_stays_on_the_page(world, filing, url, as_user):
    sent = {"base_version": version(filing), "text.goal": "长" * 20_001}
    answer = as_user(world.filler).post(url, sent, headers=JSON)
    assert (answer.status_code, answer.json()["error"]) == (413, "too-long")
    assert "共20001字，超过20000字，没有保存。请压缩文字" in answer.json()["message"]
    page = as_user(world.filler).post(url, sent).content.decode()
    assert "没有保存。请压缩文字" in page
    assert "长" * 20_001 in page
    assert as_user(world.filler).post(url, sent | {"text.goal": "长" * 20_000}, headers=JSON).status_code == 200


FORBIDDEN = {
    "state": "approved", "round": "9", "filing": "1", "subject": "1", "department": "1", "score.execution.self": "10",
    "text.manager": "别人", "project.name": "改名", "figure.execution_rate": "100", "review.execution": "0", "by": "1",
}  # fmt: skip


def test_keys_the_page_does_not_have_change_nothing(world, filing, url, as_user):
    before = list(FactChange.objects.values())
    state = Filing.objects.values().get(pk=filing.pk)
    answer = as_user(world.filler).post(url, {"base_version": version(filing), **FORBIDDEN}, headers=JSON)
    assert answer.status_code == 200
    assert list(FactChange.objects.values()) == before
    assert Filing.objects.values().get(pk=filing.pk) == state


GARBAGE = [
    "１２３．４５",
    "1,234.50",
    "大概",
    "=1+1",
    "<script>alert(1)</script>",
    "九成",
    "98％",
    "2024年3月",
    '"',
    "&amp;",
]


@pytest.mark.parametrize("text", GARBAGE)
def test_whatever_is_typed_into_a_number_comes_back_as_typed(world, filing, as_user, text):
    import html

    page = reverse("section", args=[filing.pk, "funds"])
    client = as_user(world.filler)
    client.post(page, {"base_version": version(filing), "funds.spent.unit": text}, headers=JSON)
    shown = client.get(page).content.decode()
    assert f'value="{html.escape(text)}"' in shown
    assert 'type="number"' not in shown


def test_a_form_sent_while_signed_out_is_saved_after_signing_in(world, filing, url, client):
    """R4 without scripts: the text travels through the sign-in page."""
    door = client.post(url, {"base_version": version(filing), "text.goal": "登录前写的\n第二行"})
    assert door.status_code == 401
    resume = door.context["resume"]
    sent = {"username": "filler", "password": worlds.PASSWORD, "next": url, "resume": resume}
    onward = client.post(reverse("login"), sent)
    assert "继续保存" in onward.content.decode()
    client.post(onward.context["target"], dict(onward.context["pairs"]))
    assert FactChange.objects.filter(path="text.goal", new="登录前写的\n第二行").exists()


@pytest.fixture
def strict(world):
    """A signed-in client that is asked for its CSRF token as a browser is."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.filler, backend="django.contrib.auth.backends.ModelBackend")
    return client


OURS, THEIRS = {"origin": "http://testserver"}, {"origin": "http://evil.example"}


def test_a_plain_page_older_than_the_last_sign_in_keeps_its_text(world, filing, url, strict):
    answer = strict.post(url, {"base_version": version(filing), "text.goal": "另一页重新登录后写的"}, headers=OURS)
    assert answer.status_code == 403
    assert answer.context["target"] == url
    token = strict.cookies["csrftoken"].value
    sent = {**dict(answer.context["pairs"]), "csrfmiddlewaretoken": token}
    assert strict.post(answer.context["target"], sent, headers=OURS).status_code == 302
    assert FactChange.objects.filter(path="text.goal", new="另一页重新登录后写的").exists()


@pytest.mark.parametrize(
    ("sent", "headers"),
    [
        ({"base_version": "1", "text.goal": "外站的"}, THEIRS),
        ({"base_version": "1", "text.goal": "外站的"}, {}),
        ({"base_version": "1", "text.goal": "外站的"}, OURS | JSON),
        ({"username": "filler", "password": "外站的"}, OURS),
    ],
)
def test_nothing_else_is_carried_past_a_missing_token(world, filing, url, strict, sent, headers):
    answer = strict.post(url, sent, headers=headers)
    assert answer.status_code == 403
    assert "外站的" not in answer.content.decode()


def test_a_section_of_five_hundred_rows_is_taken(world, filing, as_user):
    page = reverse("section", args=[filing.pk, "indicators"])
    uids = [f"x{n:07d}" for n in range(300)]
    sent = {f"indicators.{uid}.{column}": "测" for uid in uids for column in worlds.COLUMNS}
    rows = {"rows.indicators": " ".join([*worlds.ROWS, *uids]), "rows_before.indicators": " ".join(worlds.ROWS)}
    answer = as_user(world.filler).post(page, {"base_version": version(filing), **rows, **sent}, headers=JSON)
    assert answer.status_code == 200
    assert len(answer.json()["rows"]["indicators"]) == 303
