"""权限表: every address has a line; what is not yours does not exist."""

from __future__ import annotations

import re
from itertools import product

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from django.utils import timezone

from audit.models import AuditEvent
from filings.models import Bundle
from selfeval import policy
from tests.pages import world as worlds

METHODS = ("GET", "POST", "PUT", "DELETE")
ABSENT = 999_999


def names(resolver=None, namespaces=()):
    """Every view name of the URLconf; a namespace counts as one."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace:
                yield f"{pattern.namespace}:"
            else:
                yield from names(pattern, namespaces)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or ""


def test_every_address_has_a_line_and_every_line_an_address():
    found = set(names())
    assert {name for name in found if policy.line_for(name) is None} == set()
    assert set(policy.POLICY) == {name for name in found if not name.endswith(":")}


def test_an_address_without_a_line_would_be_noticed():
    assert policy.line_for("") is None
    assert policy.line_for("nobody-decided") is None
    assert list(names(type("R", (), {"url_patterns": [path("x/", lambda r: None, name="nobody-decided")]}))) == [
        "nobody-decided"
    ]


def test_an_address_without_a_line_is_refused(world, as_user, monkeypatch):
    monkeypatch.delitem(policy.POLICY, "overview")
    assert as_user(world.filler).get("/").status_code == 403
    assert AuditEvent.objects.filter(action="access", result="denied", actor="filler").exists()


@pytest.fixture
def foreign(world):
    """Everything unit B has: a draft, a filing under review with a remark, a bundle."""
    mine, theirs = world.projects[-2:]
    draft = worlds.start(mine, world.stranger)
    marked = {p: f"{worlds.CANARY}{v}" if p.startswith("text.") else v for p, v in worlds.FACTS.items()}
    worlds.fill(draft, world.stranger, facts=marked)
    sent = worlds.start(theirs, world.stranger)
    people = {"filler": world.stranger, "head": world.stranger_head, "reviewer": world.reviewer}
    note = worlds.to_review(sent, **people, text=worlds.CANARY)
    bundle = Bundle.objects.create(
        locality=world.locality, year=2024, choice={}, by=world.admin, at=timezone.now(), current=worlds.CANARY
    )
    hidden = worlds.faraway()[1]
    others = {
        "form_id": hidden.form,
        "upload_id": hidden.pk,
        "checkup_id": worlds.checkup(world.stranger, worlds.CANARY).pk,
    }
    return {"filing_id": draft.pk, "bundle_id": bundle.pk, "remark_id": note.pk} | others


def address(name, ids):
    """An address of `name` with these ids, or None for one without an object."""
    pattern = next(p for p in walk() if p.name == name)
    wanted = pattern.pattern.converters
    kwargs = {key: ids[key] for key in wanted if key in ids}
    kwargs |= {key: {"key": "goals", "name": "hand_over", "format": "pdf"}[key] for key in wanted if key not in ids}
    return reverse(name, kwargs=kwargs)


def walk(resolver=None):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver) and not pattern.namespace:
            yield from walk(pattern)
        elif isinstance(pattern, URLPattern):
            yield pattern


SCOPED = sorted(name for name, line in policy.POLICY.items() if line.scope != "none")
# CSRF and session values differ from request to request and tell nothing.
VOLATILE = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


def body(response) -> bytes:
    return VOLATILE.sub(b"", b"".join(response.streaming_content) if response.streaming else response.content)


# One world serves all the addresses of a test: to build it takes longer than to ask for all of them.
@pytest.mark.parametrize("who", ["filler", "head"])
def test_what_is_foreign_answers_exactly_as_what_is_absent(who, world, foreign, as_user):
    client = as_user(world.users[who])
    absent = dict.fromkeys(foreign, ABSENT)
    for name, method in product(SCOPED, METHODS):
        there = client.generic(method, address(name, foreign))
        nowhere = client.generic(method, address(name, absent))
        assert there.status_code == nowhere.status_code in {404, 405}, (name, method)
        assert body(there) == body(nowhere), (name, method)
        assert worlds.CANARY.encode() not in body(there), (name, method)


def test_a_signed_out_visitor_gets_nothing_but_the_door(world, foreign):
    client = Client()
    shut = {name: line for name, line in policy.POLICY.items() if line.who != policy.ANYONE}
    for name, method in [(name, method) for name, line in shut.items() for method in sorted(line.methods)]:
        answer = client.generic(method, address(name, foreign))
        assert answer.status_code in {302, 401}, (name, method)
        assert worlds.CANARY.encode() not in answer.content, (name, method)
        script = client.generic(method, address(name, foreign), headers={"accept": "application/json"})
        assert script.status_code == 401, (name, method)


def test_other_methods_are_refused(world, foreign, as_user):
    client = as_user(world.admin)
    others = [(name, method) for name, line in policy.POLICY.items() for method in set(METHODS) - line.methods]
    answers = {(name, method): client.generic(method, address(name, foreign)).status_code for name, method in others}
    assert {asked: status for asked, status in answers.items() if status != 405} == {}


@pytest.mark.parametrize("who", ["filler", "head", "supervisor", "reviewer", "admin", "stranger"])
def test_roles_count_at_the_object(who, world, filing, as_user):
    """On A's draft (and on a remark to another filing of A): visible and allowed exactly as the table says."""
    people = {"filler": world.filler, "head": world.head, "reviewer": world.reviewer}
    note = worlds.to_review(worlds.start(world.projects[1], world.filler), **people)
    bundle = Bundle.objects.create(locality=world.locality, year=2024, choice={}, by=world.admin, at=timezone.now())
    others = {"form_id": worlds.FORM, "upload_id": worlds.own_upload(world).pk}
    others["checkup_id"] = worlds.checkup(world.filler, "报告.txt").pk
    ids = {"filing_id": filing.pk, "bundle_id": bundle.pk, "remark_id": note.pk} | others
    inside = {"filler", "head", "supervisor", "admin"}  # a draft has not reached the reviewer
    seers = {"bundle": {"admin"}, "filing": inside, "remark": inside | {"reviewer"}}
    seers |= {"form": {"admin"}, "upload": {"admin"}, "checkup": {"filler"}}
    for name in SCOPED:
        line = policy.POLICY[name]
        status = answered_and_undone(as_user(world.users[who]), min(line.methods), address(name, ids))
        if who not in seers[line.scope]:
            assert status == 404, name
        elif line.who != policy.SIGNED_IN and who not in line.who:
            assert status == 403, name
        else:
            assert status not in {401, 403, 405, 500}, name


def answered_and_undone(client, method, where) -> int:
    """The status of an answer whose deeds are taken back, so that the next address finds the world as it was."""
    with transaction.atomic():
        status = client.generic(method, where).status_code
        transaction.set_rollback(True)
    return status


def test_without_the_visibility_filter_the_stranger_would_get_in(world, filing, as_user, monkeypatch):
    """Negative control of the two tests above."""
    from filings.models import Filing
    from selfeval import scopes

    monkeypatch.setattr(scopes, "visible_filings", lambda user: Filing.objects.all())
    monkeypatch.setattr(policy, "has_role", lambda *args: True)
    answer = as_user(world.stranger).get(reverse("filing", args=[filing.pk]))
    assert answer.status_code == 200


def test_canary_of_unit_b_reaches_unit_a_nowhere(world, filing, foreign, as_user):
    client = as_user(world.filler)
    ids = {"filing_id": filing.pk, "bundle_id": ABSENT, "remark_id": ABSENT, "form_id": ABSENT, "upload_id": ABSENT}
    ids["checkup_id"] = ABSENT
    seen = 0
    for name, line in policy.POLICY.items():
        if "GET" not in line.methods or name == "health":
            continue
        answer = client.get(address(name, ids), follow=True)
        seen += answer.status_code == 200
        text = body(answer) + str(answer.headers).encode()
        assert worlds.CANARY.encode() not in text, name
    assert seen > 8
    assert worlds.CANARY.encode() in as_user(world.admin).get("/").content  # the canary does sing where it may


def test_exported_files_carry_no_canary(world, filing, foreign, as_user):
    import io
    import zipfile

    client = as_user(world.filler)
    for name in ("docx", "xlsx"):
        data = client.get(reverse("download", args=[filing.pk, name])).content
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            whole = b"".join(archive.read(member) for member in archive.namelist())
        assert worlds.CANARY.encode() not in whole
        assert "困难补助发放人数".encode() in whole


def test_the_reviewer_sees_what_was_submitted_not_what_is_being_corrected(world, as_user):
    from reviews.actions.decide import return_

    now = timezone.now()
    filing = worlds.start(world.projects[1], world.filler)
    worlds.to_review(filing, filler=world.filler, head=world.head, reviewer=world.reviewer)
    return_(filing=filing, reason="请修改", by=world.reviewer, now=now)
    worlds.fill(filing, world.filler, facts={"text.goal": "还没想好的新目标"}, rows={})
    for name in ("preview", "filing", "check", "review"):
        shown = as_user(world.reviewer).get(reverse(name, args=[filing.pk])).content.decode()
        assert "还没想好的新目标" not in shown
    assert "还没想好的新目标" in as_user(world.filler).get(reverse("preview", args=[filing.pk])).content.decode()


def test_the_reviewer_is_not_told_either_what_is_wrong_with_the_corrections(world, as_user):
    from reviews.actions.decide import return_

    now = timezone.now()
    filing = worlds.start(world.projects[1], world.filler)
    worlds.to_review(filing, filler=world.filler, head=world.head, reviewer=world.reviewer)
    return_(filing=filing, reason="请修改", by=world.reviewer, now=now)
    worlds.fill(filing, world.filler, facts={"score.execution.self": "9.87"}, rows=worlds.ROWS)
    url = reverse("check", args=[filing.pk])
    assert "9.87" in as_user(world.filler).get(url).content.decode()
    assert "9.87" not in as_user(world.reviewer).get(url).content.decode()
    assert "还须办理" not in as_user(world.reviewer).get(url).content.decode()


def test_a_sibling_form_that_the_reviewer_may_not_see_is_not_named(world, as_user):
    from filings.models import Filing

    sent = worlds.start(world.projects[0], world.filler)
    worlds.to_review(sent, filler=world.filler, head=world.head, reviewer=world.reviewer)
    words = {"opened_by": world.filler, "changed_by": world.filler, "opened_at": timezone.now()}
    other = Filing.objects.create(
        subject=sent.subject, form="510904/2024/x", blueprint=sent.blueprint, changed_at=timezone.now(), **words
    )
    link = f'href="/filings/{other.pk}/"'
    url = reverse("filing", args=[sent.pk])
    assert link in as_user(world.filler).get(url).content.decode()
    assert link not in as_user(world.reviewer).get(url).content.decode()


def text_of(name: str, data: bytes) -> str:
    """Everything that can be read in a file: PDF text and metadata, every member of a ZIP, files within files."""
    import io
    import zipfile

    import pypdf

    if data.startswith(b"%PDF"):
        paper = pypdf.PdfReader(io.BytesIO(data))
        return "".join(page.extract_text() for page in paper.pages) + str(paper.metadata)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return name + "".join(text_of(member, archive.read(member)) for member in archive.namelist())
    return name + data.decode(errors="replace")


def test_pdf_and_unpacked_bundle_carry_no_canary(world, filing, foreign, as_user):
    from filings.bundles.plan import plan_bundle
    from filings.bundles.run import run_bundle

    client = as_user(world.filler)
    paper = text_of("", client.get(reverse("download", args=[filing.pk, "pdf"])).content)
    assert "困难补助发放人数" in paper
    assert worlds.CANARY not in paper
    mine = worlds.start(world.projects[1], world.filler)
    worlds.to_review(mine, filler=world.filler, head=world.head, reviewer=world.reviewer)

    def packed(departments):
        order = {"locality": world.locality, "year": 2024, "departments": departments, "forms": []}
        bundle = plan_bundle(**order, by=world.admin, now=timezone.now())
        assert run_bundle(bundle.pk, clock=timezone.now) == "done"
        answer = as_user(world.admin).get(reverse("bundle-download", args=[bundle.pk]))
        return text_of("", b"".join(answer.streaming_content))

    assert "困难补助发放人数" in packed([world.unit.pk])
    assert worlds.CANARY not in packed([world.unit.pk])
    assert worlds.CANARY in packed([])  # control: of the whole locality it does carry unit B


def test_an_administrator_of_another_locality_receives_nothing_of_this_one(world, foreign, as_user):
    """Every page of the administration, its autocomplete, bundles and trail, though a unit there has the same name."""
    from accounts.models import Membership, Role, User
    from audit.actions import record
    from projects.models import Department, Locality

    place = Locality.objects.create(code="510903", name="遂宁市船山区")
    desk = Department.objects.create(locality=place, code="001", name="安居区财政局", kind="finance")
    admin = User.objects.create_user("elsewhere", password=worlds.PASSWORD)
    Membership.objects.create(user=admin, department=desk, role=Role.ADMIN)
    secret = {"detail": {"text": worlds.CANARY}, "now": timezone.now()}
    record(action="filing.remark", by=world.reviewer, unit="安居区财政局", target=worlds.CANARY, **secret)
    client = as_user(admin)
    pages = ["/trail/", "/bundles/", "/imports/", "/", "/filings/", "/admin/", "/admin/jsi18n/"]
    models = ("projects/locality", "projects/department", "projects/project", "projects/subject", "accounts/user")
    pages += [f"/admin/{model}/{end}" for model in models for end in ("", "add/", "?q=%E9%87%91", "?all=")]
    pages += [
        f"/admin/autocomplete/?app_label={app}&model_name={model}&field_name={field}&term=%E9%87%91"
        for app, model, field in (
            ("accounts", "membership", "department"),
            ("projects", "project", "department"),
            ("projects", "subject", "project"),
        )
    ]
    pages += [f"/admin/projects/department/{world.other.pk}/{end}" for end in ("change/", "history/", "delete/")]
    pages += [f"/admin/accounts/user/{world.stranger.pk}/{end}" for end in ("change/", "history/", "password/")]
    for page in pages:
        answer = client.get(page, follow=True)
        assert answer.status_code in {200, 403, 404}, page
        assert worlds.CANARY.encode() not in body(answer), page
    assert worlds.CANARY.encode() in as_user(world.admin).get("/trail/").content


def test_another_user_in_the_same_browser_cannot_save_this_page(world, filing, as_user):
    client = as_user(world.colleague)
    url = reverse("section", args=[filing.pk, "goals"])
    told = {"accept": "application/json", "x-page-user": str(world.filler.pk)}
    assert client.post(url, {}, headers=told).status_code == 401


def test_a_changed_role_counts_with_the_next_request(world, filing, as_user):
    client = as_user(world.filler)
    url = reverse("section", args=[filing.pk, "goals"])
    assert client.get(url).status_code == 200
    world.filler.memberships.all().delete()
    assert client.get(url).status_code == 404
