"""每一张表: whatever is in the catalogue goes the whole way from the start page to the annual bundle."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.urls import reverse

from blueprints.catalogue import catalogue
from blueprints.reviewed import prints_review
from filings.models import Bundle, Filing, State, StoredDocument
from filings.snapshot import case_of
from tests.documents.reading import member, text_of
from tests.pages.walking import fill, required, settle, start, take, unit

KINDS = ("docx", "pdf", "xlsx")
ELSEWHERE = Path(__file__).parents[1] / "blueprints/elsewhere"
WORD = re.compile(r"样\d{4}例")


def twin(form) -> bool:
    """Is it the form of an earlier year, of which nothing but the year was changed?"""
    earlier = catalogue().get(f"{form.area}/{form.year - 1}/{form.id.split('/')[2]}")
    told = {"text": "", "digest": "", "source": ""}
    return earlier is not None and replace(form, id=earlier.id, **told) == replace(earlier, **told)


TOWNS = sorted(
    {path.parts[-3:-1] for path in catalogue().files()}
)  # told by the folders: forms are read in a test's time


def walked(area, year) -> list:
    """Forms of a locality's year, twins left out; those of projects first, since a unit's own may quote them."""
    forms = [form for form in catalogue().all() if (form.area, str(form.year)) == (area, year) and not twin(form)]
    return sorted(forms, key=lambda form: (form.subject != "project", form.id))


def test_every_form_is_walked_or_is_the_twin_of_one_that_is():
    told = {form.id for town in TOWNS for form in walked(*town)}
    assert len(told) >= 15
    assert all(twin(form) for form in catalogue().all() if form.id not in told)


@pytest.mark.parametrize(("area", "year"), TOWNS)
def test_the_whole_way(db, area, year, django_capture_on_commit_callbacks):
    if forms := walked(area, year):  # none but twins otherwise: the test above knows
        all_go(forms, django_capture_on_commit_callbacks)


def test_forms_nobody_here_has_seen_go_the_same_way(db, settings, django_capture_on_commit_callbacks):
    settings.BLUEPRINT_DIRS = [*settings.BLUEPRINT_DIRS, ELSEWHERE]
    forms = [catalogue().get(f"990301/2025/{name}") for name in ("targets-table", "plain-table")]
    all_go(forms, django_capture_on_commit_callbacks)


def all_go(forms, on_commit):
    """A locality's forms of one year, from the notices to the bundle."""
    whose = unit(forms[0].area)
    filings = [opened(whose, form) for form in forms]
    with on_commit(execute=True):  # the papers are drawn behind the submission
        for filing in filings:
            submitted(whose, filing)
    names = {f.subject.project.name: f.form for f in filings if f.subject.project}
    for form, filing in zip(forms, filings, strict=True):
        annexed = form.projects.forms if form.projects and any(part.annex for part in form.parts) else ()
        told = documents_hold_what_was_typed(whose, filing, form)
        assert all(name in text for text in told for name, of in names.items() if of in annexed), form.id
        with on_commit(execute=True):  # a form that prints the review is drawn once more
            approved(whose, filing, form)
    bundle_holds(whose, forms, on_commit)


def opened(whose, form) -> Filing:
    """Asked for by a notice, offered, opened, filled."""
    project = whose.project(f"{form.name}所用项目", form.year) if form.subject == "project" else None
    whose.ask(form, project)
    filing = start(whose, form, project)
    fill(whose, filing, form)
    if form.points:  # full marks were written on every line
        sheet = case_of(filing).sheet
        assert (sheet.self_total, sheet.grade) == (
            sum(node.of for node in form.points),
            form.grades[0].name if form.grades else "",
        )
    return filing


def submitted(whose, filing):
    """Findings answered, confirmed by the head, submitted."""
    settle(whose, filing)
    assert whose.clients["filler"].get(reverse("check", args=[filing.pk])).status_code == 200
    assert take(whose, filing, "filler", "move", "hand_over") == State.AWAITING
    assert take(whose, filing, "head", "confirm") == State.CONFIRMED
    assert take(whose, filing, "filler", "move", "submit") == State.SUBMITTED


def documents_hold_what_was_typed(whose, filing, form) -> list[str]:
    """Required texts stand in all three documents, and what one holds the others hold too; their texts."""
    assert StoredDocument.objects.filter(snapshot__filing=filing).count() == 3
    typed, texts = whose.told(filing), []
    for kind in KINDS:
        answer = whose.clients["filler"].get(reverse("download", args=[filing.pk, kind]))
        assert answer.status_code == 200
        texts.append(
            member(answer.content, "xl/sharedStrings.xml") if kind == "xlsx" else text_of(kind, answer.content)
        )
        words = [typed[path] for path in required(form) if WORD.fullmatch(typed[path])]
        assert not [word for word in words if word not in texts[-1]], (form.id, kind)
    docx, pdf, xlsx = (set(WORD.findall(text)) for text in texts)
    assert docx
    assert docx == pdf == xlsx
    return texts


def approved(whose, filing, form):
    """Looked at and approved by the bureau, points adopted where the form has any."""
    take(whose, filing, "reviewer", "review-start")
    if form.points:
        answer = whose.clients["reviewer"].post(reverse("review-scores", args=[filing.pk]), {"adopt": "self"})
        assert answer.status_code == 302
        assert filing.review_scores.exists()
    assert take(whose, filing, "reviewer", "review-approve") == State.APPROVED


def bundle_holds(whose, forms, on_commit):
    """One archive of the year, with every form in every format; nothing is drawn again for it."""
    admin, drawn = whose.clients["admin"], StoredDocument.objects.count()
    with on_commit(execute=True):
        made = admin.post(reverse("bundles"), {"year": forms[0].year})
    bundle = Bundle.objects.get()
    assert made.url == reverse("bundle", args=[bundle.pk])
    assert bundle.status == Bundle.Status.DONE
    assert StoredDocument.objects.count() == drawn == sum(6 if prints_review(form) else 3 for form in forms)
    data = b"".join(admin.get(reverse("bundle-download", args=[bundle.pk])))
    names = ZipFile(BytesIO(data)).namelist()
    tails = {form.id: f"{form.name}{' 审定稿' if prints_review(form) else ''}" for form in forms}
    held = {
        (form.id, kind)
        for form in forms
        for kind in KINDS
        for name in names
        if name.endswith(f"{tails[form.id]}.{kind}")
    }
    assert held == {(form.id, kind) for form in forms for kind in KINDS}
