"""导入的动作: hand in a file or last year's filing, choose a report, write what was ticked, put it away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from entry.parse import version_of
from filings.actions.take_in import require_open, take_in
from filings.importing import choosing, store
from filings.importing.previous import previous
from filings.models import Filing, IntakeFile
from filings.refused import Refused
from filings.snapshot import blueprint_of
from filings.views.messages import say_refused
from filings.views.requests import PageRequest
from intake.from_book import reading_of
from intake.proposal import Origin

State = IntakeFile.State


def mine(request: PageRequest) -> IntakeFile | None:
    """What the user has handed in for this filing."""
    return IntakeFile.objects.filter(filing=request.filing, by=request.user).first()


def hand_in(request: PageRequest) -> None:
    """Keep an uploaded file, or take last year's filing; the page then shows what becomes of it."""
    filing = request.filing
    try:
        require_open(filing)
        _forget_refused(request)
        if request.POST.get("source") == "filing":
            _take_previous(request, filing)
        else:
            _take_file(request, filing)
    except Refused as refusal:
        say_refused(request, refusal)


def _forget_refused(request: PageRequest) -> None:
    """Why the file before was not read is no longer of interest."""
    row = mine(request)
    if row is not None and row.state == State.REFUSED:
        store.drop_by_id(row.pk)


def _take_file(request: PageRequest, filing: Filing) -> None:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise Refused(f"没有选择文件。请选择 {'、'.join(store.ENDINGS)} 文件后再上传。")
    last = request.POST.get("origin") == Origin.LAST_YEAR
    origin = Origin.LAST_YEAR if last else Origin.FILLED
    store.keep_file(
        filing=filing,
        name=str(file.name),
        chunks=file.chunks(),
        origin=origin,
        by=request.user,
        now=timezone.now(),
    )


def _take_previous(request: PageRequest, filing: Filing) -> None:
    blueprint = blueprint_of(filing)
    found = previous(filing, blueprint)
    if found is None:
        raise Refused("系统里没有本项目（单位）上一年度的填报。请上传上年的 Word 或 Excel 文件。")
    reading = reading_of(blueprint, found.book)
    store.keep_reading(filing=filing, name=found.name, reading=reading, by=request.user, now=timezone.now())


def intake_choose(request: PageRequest, filing_id: int) -> HttpResponse:
    """Which report of the file is meant."""
    row = mine(request)
    if row is not None and row.state == State.CHOOSING:
        choosing.choose(row, request.POST.get("report", ""))
    return redirect("intake", filing_id)


def intake_apply(request: PageRequest, filing_id: int) -> HttpResponse:
    """Write what was ticked."""
    row = mine(request)
    if row is None or row.state != State.READY:
        messages.error(request, "没有待写入的导入方案（可能已经写入过或已放弃）。需要时请重新上传文件。")
        return redirect("intake", filing_id)
    told: dict[str, Any] = {"by": request.user, "now": timezone.now(), "address": request.address}
    try:
        ticks = frozenset(request.POST.getlist("tick"))
        count = take_in(intake=row, ticks=ticks, version=version_of(request.POST.get("base_version", "")), **told)
    except Refused as refusal:
        say_refused(request, refusal)
        return redirect("intake", filing_id)
    messages.success(request, f"已写入 {count} 处。请逐节核对；修改记录里注明来自“{row.name}”。")
    return redirect("filing", filing_id)


def intake_drop(request: PageRequest, filing_id: int) -> HttpResponse:
    """Put it away; nothing was written."""
    row = mine(request)
    if row is not None:
        store.drop_by_id(row.pk)
        messages.info(request, f"已放弃导入“{row.name}”，没有写入任何内容。")
    return redirect("filing", filing_id)
