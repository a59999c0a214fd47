"""表样的页面: the forms of a locality, one form in words and as paper, its text."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.cache import never_cache

from accounts.models import Role
from accounts.roles import localities_with_role
from blueprints.schema import Blueprint
from documents.writers.html import render_html
from filings.form_words import FormWords
from filings.forms import file_version, form_rows, outdated, visible_uploads
from filings.sampling import sample_paper
from filings.views.paper import as_file
from filings.views.requests import PageRequest

YAML = "application/yaml; charset=utf-8"


def forms_page(request: PageRequest) -> HttpResponse:
    """All forms, and where to upload a version."""
    context = {"rows": form_rows(request.user), "localities": localities_with_role(request.user, Role.ADMIN)}
    return render(request, "admin_pages/forms.html", context)


def form_page(request: PageRequest, form_id: str) -> HttpResponse:
    """One form in force: versions, words, open filings on older versions."""
    form = request.form
    uploads = list(visible_uploads(request.user).filter(form=form.id).defer("text"))
    context = words_of(form) | {
        "uploads": uploads,
        "active": next((upload for upload in uploads if upload.digest == form.digest), None),
        "file": file_version(form.id),
        "outdated": outdated(request.user, form),
    }
    return render(request, "admin_pages/form.html", context)


def words_of(form: Blueprint) -> dict[str, Any]:
    """What both the form's and the upload's page show."""
    return {"form": form, "words": FormWords(form)}


@never_cache
def form_paper(request: PageRequest, form_id: str) -> HttpResponse:
    """The form as paper, with sample facts."""
    return paper(request.form)


def paper(form: Blueprint) -> HttpResponse:
    """Sample of a form as a page of its own, for the frame in the form's page."""
    return HttpResponse(render_html(sample_paper(form), for_screen=True, stylesheet_url=static("paper/paper.css")))


def form_text(request: PageRequest, form_id: str) -> HttpResponse:
    """The YAML in force, to be changed and uploaded again."""
    return as_yaml(form_id, request.form.text)


def as_yaml(form_id: str, text: str) -> HttpResponse:
    """A form's text as a file."""
    return as_file(text.encode(), f"{form_id.replace('/', '-')}.yaml", YAML)
