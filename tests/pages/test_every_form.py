"""每一张表: whatever is in the catalogue goes the whole way from the start page to the annual bundle."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse

from blueprints.catalogue import catalogue
from filings.models import Bundle, Filing, State, StoredDocument
from tests.documents.reading import text_of
from tests.pages.walking import fill, of_table, required, settle, start, take, unit

FORMS = sorted(form.id for form in catalogue().all())
WORD = re.compile(r"样\d{3}例")


def file_one(whose, form, name) -> Filing:
    """From the offer to the submission."""
    project = whose.project(name, form.year) if form.subject == "project" else None
    whose.ask(form, project)
    filing = start(whose, form, project)
    fill(whose, filing, form)
    settle(whose, filing)
    assert whose.clients["filler"].get(reverse("check", args=[filing.pk])).status_code == 200
    assert take(whose, filing, "filler", "move", "hand_over") == State.AWAITING
    assert take(whose, filing, "head", "confirm") == State.CONFIRMED
    assert take(whose, filing, "filler", "move", "submit") == State.SUBMITTED
    return filing


@pytest.mark.parametrize("form_id", FORMS)
def test_the_whole_way(db, form_id, django_capture_on_commit_callbacks):
    form = catalogue().get(form_id)
    whose = unit(form.area)
    annexed = [found for name in (form.projects.forms if form.projects else ()) if (found := catalogue().get(name))]
    for number, other in enumerate(annexed):
        file_one(whose, other, f"所附项目{number}")
    whose.words.clear()
    with django_capture_on_commit_callbacks(execute=True):  # the papers are drawn behind the submission
        filing = file_one(whose, form, "样例项目")
    prints_annexes = any(part.annex for part in form.parts)
    documents_hold_what_was_typed(whose, filing, form, [f"所附项目{n}" for n in range(len(annexed) * prints_annexes)])
    take(whose, filing, "reviewer", "review-start")
    if form.points:
        told = {"adopt": "self"}
        whose.clients["reviewer"].post(reverse("review-scores", args=[filing.pk]), told)
    assert take(whose, filing, "reviewer", "review-approve") == State.APPROVED
    bundle_holds(whose, filing, form, django_capture_on_commit_callbacks)


def documents_hold_what_was_typed(whose, filing, form, annexed):
    assert StoredDocument.objects.filter(snapshot__filing=filing).count() == 3
    told = {}
    for kind in ("docx", "pdf", "xlsx"):
        answer = whose.clients["filler"].get(reverse("download", args=[filing.pk, kind]))
        assert answer.status_code == 200
        text = text_of(kind, answer.content)
        missing = [path for path in required(form) if WORD.fullmatch(whose.words[path]) and whose.words[path] not in text]
        assert not missing, (kind, missing)
        assert all(name in text for name in annexed), kind
        told[kind] = set(WORD.findall(text))
    assert told["docx"] == told["pdf"] == told["xlsx"]


def bundle_holds(whose, filing, form, on_commit):
    admin = whose.clients["admin"]
    with on_commit(execute=True):
        made = admin.post(reverse("bundles"), {"year": form.year})
    bundle = Bundle.objects.get()
    assert made.url == reverse("bundle", args=[bundle.pk])
    assert bundle.status == Bundle.Status.DONE
    data = b"".join(admin.get(reverse("bundle-download", args=[bundle.pk])))
    names = [name.rsplit(".", 1) for name in ZipFile(BytesIO(data)).namelist() if form.name in name]
    assert {kind for _, kind in names} >= {"docx", "pdf", "xlsx"}
