"""分节填报页: the form, saved as it is typed; the same address answers scripts and plain forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from blueprints.schema import Blueprint, Section
from entry.asks import Rows
from entry.forms import SectionForm, sheet_for
from factbook.changes import Clash
from filings.models import Filing
from filings.snapshot import blueprint_of, case_of
from filings.views.beside import beside
from filings.views.facts import facts_in, offered
from filings.views.requests import PageRequest, wants_json
from filings.views.saving import Saved, Unsaved, save
from filings.views.saving_json import saved_json, unsaved_json
from filings.views.side import side
from filings.views.strip import strip_for


def section_page(request: PageRequest, filing_id: int, key: str) -> HttpResponse:
    """Show or save one section."""
    filing = request.filing
    blueprint = blueprint_of(filing)
    section = next((s for s in blueprint.sections if s.key == key), None)
    if section is None:
        raise Http404
    if request.method == "POST":
        return _post(request, blueprint, section)
    if not filing.is_open:
        messages.info(request, f"现为“{filing.get_state_display()}”，内容不能修改。")
        return redirect("filing", filing_id)
    return _page(request, section)


def _post(request: PageRequest, blueprint: Blueprint, section: Section) -> HttpResponse:
    filing = request.filing
    outcome = save(request.POST, filing, blueprint, section, by=request.user)
    if wants_json(request):
        if isinstance(outcome, Saved):
            return saved_json(filing, section, outcome, known_facts=request.POST.get("facts_mark", ""))
        return unsaved_json(outcome, blueprint, section)
    if isinstance(outcome, Unsaved):
        messages.error(request, outcome.message)
        return _page(
            request, section, typed=outcome.mine, rows=outcome.posted.rows, clashes=outcome.clashes, status=409
        )
    operation = request.POST.get("op", "")
    if ":" in operation:  # a row button: new blank rows are on the page only, so the page is shown, not fetched again
        return _page(request, section, rows=outcome.posted.rows)
    messages.success(request, "已保存。")
    return HttpResponseRedirect(_onward(filing, blueprint, section, operation))


def _onward(filing: Filing, blueprint: Blueprint, section: Section, operation: str) -> str:
    """Where a plain save leads: the next section, the list, or the same page."""
    before, after = neighbours(blueprint, section)
    if operation == "next" and after:
        return reverse("section", args=[filing.pk, after.key])
    if operation == "previous" and before:
        return reverse("section", args=[filing.pk, before.key])
    if operation in {"next", "list"}:
        return reverse("filing", args=[filing.pk])
    return reverse("section", args=[filing.pk, section.key])


def neighbours(blueprint: Blueprint, section: Section) -> tuple[Section | None, Section | None]:
    """Sections before and after."""
    here = blueprint.sections.index(section)
    before = blueprint.sections[here - 1] if here else None
    after = blueprint.sections[here + 1] if here + 1 < len(blueprint.sections) else None
    return before, after


def _page(
    request: PageRequest,
    section: Section,
    *,
    typed: Mapping[str, str] | None = None,
    rows: Rows | None = None,
    clashes: tuple[Clash, ...] = (),
    status: int = 200,
) -> HttpResponse:
    filing = request.filing
    # Before the facts: read the other way round, the page might claim a version newer than what it shows.
    filing.subject.refresh_from_db(fields=["version"])
    case = case_of(filing)
    facts = facts_in(case)
    notes = beside(filing, case, section)
    sheet = sheet_for(case.blueprint, section, case.book, case.sheet, rows=rows, typed=typed, facts=facts, beside=notes)
    before, after = neighbours(case.blueprint, section)
    labels = {ask.path: ask.label for ask in sheet.asks()}
    context: dict[str, Any] = {
        "strip": strip_for(filing, request.user),
        "filing": filing,
        "section": section,
        "form": SectionForm(sheet),
        "version": filing.subject.version,
        "facts": offered(facts),
        "quoting": any(ask.quotes for ask in sheet.asks()),
        "before": before,
        "after": after,
        "clashes": [{"clash": clash, "label": labels.get(clash.path, clash.path)} for clash in clashes],
        **side(filing, case, section, carried=notes.marks),
    }
    return render(request, "filings/section.html", context, status=status)
