"""用着的版本: a filing under way goes on with the form it began with, whatever becomes of the file or of uploads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.conf import settings as real
from django.urls import reverse
from django.utils import timezone

from blueprints.catalogue import catalogue
from filings.actions.upload import activate, upload
from filings.models import Filing
from filings.snapshot import blueprint_of
from tests.pages import world as worlds
from tests.pages.world import FORM

PLACE = f"{FORM}.yaml"
BAD = {
    "not YAML": lambda text: text + "\n[",
    "an anchor": lambda text: text.replace("subject: project", "subject: &a project"),
    "a span too short": lambda text: text.replace("span: ", "span: 1", 1),
    "empty": lambda text: "",
    "another form": lambda text: text.replace(FORM, "510904/2024/other-table"),
}
CHANGED = ("label: 项目年度目标", "label: 项目年度总目标")


@pytest.fixture
def file(settings, tmp_path):
    """The form's file in a folder of its own, to be tampered with."""
    path = tmp_path / "forms" / PLACE
    path.parent.mkdir(parents=True)
    shutil.copy(Path(real.BASE_DIR) / "fixtures" / "blueprints" / PLACE, path)
    settings.BLUEPRINT_DIRS = [tmp_path / "forms"]
    return path


def rewrite(path, text):
    path.write_text(text, encoding="utf-8")


def pages_of(filing):
    sections = [s.key for s in blueprint_of(filing).sections]
    return [
        "/",
        reverse("filing-list"),
        reverse("filing", args=[filing.pk]),
        *(reverse("section", args=[filing.pk, key]) for key in sections),
        *(reverse(name, args=[filing.pk]) for name in ("check", "preview", "history")),
    ]


def still_works(filing, client):
    for page in pages_of(filing):
        assert client.get(page).status_code == 200, page
    shown = client.get(reverse("section", args=[filing.pk, "goals"])).content.decode()
    assert CHANGED[0].split(": ")[1] in shown
    assert CHANGED[1].split(": ")[1] not in shown
    for kind in ("docx", "pdf", "xlsx"):
        assert client.get(reverse("download", args=[filing.pk, kind])).status_code == 200


@pytest.mark.parametrize("bad", BAD)
def test_a_broken_file_stops_new_filings_only(bad, file, world, as_user):
    filing = worlds.start(world.projects[0], world.filler)
    worlds.fill(filing, world.filler)
    rewrite(file, BAD[bad](file.read_text(encoding="utf-8")))
    assert catalogue().get(FORM) is None
    client = as_user(world.filler)
    still_works(filing, client)
    client.post(reverse("filing-start"), {"offer": f"{world.unit.pk}:{world.projects[1].pk}:{FORM}"})
    assert Filing.objects.count() == 1


def test_a_changed_file_is_for_new_filings(file, world, as_user):
    filing = worlds.start(world.projects[0], world.filler)
    worlds.fill(filing, world.filler)
    rewrite(file, file.read_text(encoding="utf-8").replace(*CHANGED))
    still_works(filing, as_user(world.filler))
    second = worlds.start(world.projects[1], world.filler)
    assert second.blueprint.digest != filing.blueprint.digest
    assert CHANGED[1] in second.blueprint.text


def test_a_changed_upload_is_for_new_filings(file, world, as_user):
    filing = worlds.start(world.projects[0], world.filler)
    worlds.fill(filing, world.filler)
    text = file.read_text(encoding="utf-8").replace(*CHANGED)
    now = timezone.now()
    kept = upload(locality=world.locality, data=text.encode(), name="a.yaml", by=world.admin, now=now)
    activate(upload=kept, by=world.admin, now=now)
    still_works(filing, as_user(world.filler))
    assert worlds.start(world.projects[1], world.filler).blueprint.digest == kept.digest


def test_a_submitted_one_is_drawn_from_what_it_was(file, world, as_user):
    filing = worlds.start(world.projects[0], world.filler)
    worlds.to_review(filing, filler=world.filler, head=world.head, reviewer=world.reviewer)
    file.unlink()
    client = as_user(world.reviewer)
    assert client.get(reverse("review", args=[filing.pk])).status_code == 200
    for kind in ("docx", "pdf", "xlsx"):
        assert client.get(reverse("download", args=[filing.pk, kind])).status_code == 200
