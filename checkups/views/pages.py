"""数字体检的页面: drop a file, wait, read what was found beside the text."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from checkups import actions
from checkups.models import Checkup
from checkups.queries import told_by, visible_checkups
from checkups.result import blocks_of, findings_of
from checkups.showing import Note, anchors_of, chained, counted, notes_of, shown_blocks
from checkups.views.requests import NAMES, CheckupRequest, query_of
from documents.readers.limits import LARGEST_FILE
from documents.readers.refused import Refused
from filings.views.requests import PageRequest

PATIENCE: Final = timedelta(seconds=30)  # after that the page says that the background work may not be running
LATE: Final = "已等了半分钟以上：后台任务可能正忙或没有运行。可以继续等，也可以删除后再送检；一直如此请联系管理员。"


def checkups_page(request: PageRequest) -> HttpResponse:
    """The place to drop a file, and what is still there of earlier ones."""
    status = 200
    if request.method == "POST":
        upload = request.FILES.get("file")
        if isinstance(upload, UploadedFile):
            try:
                return redirect("checkup", _order(request, upload).pk)
            except Refused as refusal:
                messages.error(request, f"“{upload.name}”没有接收：{refusal}")
        else:
            messages.error(request, "请先选择要体检的文件，再点“开始体检”。")
        status = 400
    found = visible_checkups(request.user, now=timezone.now()).defer("result")
    page = Paginator(found, 20).get_page(request.GET.get("page"))
    return render(request, "checkups/start.html", {"page": page}, status=status)


def _order(request: PageRequest, upload: UploadedFile[bytes]) -> Checkup:
    data = upload.read(LARGEST_FILE + 1)  # one byte more than allowed is enough to know that it is too large
    return actions.order(name=str(upload.name), data=data, by=request.user, now=timezone.now(), address=request.address)


@never_cache
def checkup_page(request: CheckupRequest, checkup_id: int) -> HttpResponse:
    """Progress while it is read, then the document with its findings; filtered by 级别 and 规则."""
    checkup = request.checkup
    if not checkup.is_finished:
        return render(request, "checkups/waiting.html", {"checkup": checkup, "progress": progress_of(checkup)})
    if checkup.state == Checkup.State.REFUSED:
        return render(request, "checkups/refused.html", {"checkup": checkup})
    return render(request, "checkups/result.html", _result(request))


def _result(request: CheckupRequest) -> dict[str, Any]:
    checkup = request.checkup
    result = checkup.result or {"blocks": [], "findings": []}
    blocks, findings = blocks_of(result), findings_of(result)
    notes = notes_of(findings, NAMES, anchors_of(blocks))
    wanted = {"severity": request.GET.get("severity", ""), "rule": request.GET.get("rule", "")}
    chosen = chained([note for note in notes if _fits(note, **wanted)])
    shown = shown_blocks(blocks, chosen, [findings[note.number - 1] for note in chosen])
    return {
        "checkup": checkup,
        "blocks": shown,
        "rules": counted(notes),
        "total": len(notes),
        "chosen": len(chosen),
        "first": chosen[0].number if chosen else 0,
        "told": told_by(request.user, findings),
        "query": query_of(request),
        "errors": checkup.errors,
        "hints": checkup.hints,
        **wanted,
    }


def _fits(note: Note, *, severity: str, rule: str) -> bool:
    return note.label == (severity or note.label) and note.rule == (rule or note.rule)


@never_cache
def checkup_progress(request: CheckupRequest, checkup_id: int) -> JsonResponse:
    """How far it is, for the page to ask again."""
    return JsonResponse(progress_of(request.checkup))


def progress_of(checkup: Checkup) -> dict[str, Any]:
    """As static/app/progress.js reads it: two steps, reading and telling."""
    done = {"waiting": 0, "reading": 1}.get(checkup.state, 2)
    label = checkup.get_state_display()
    late = not checkup.is_finished and timezone.now() - checkup.at > PATIENCE
    return {"label": label, "done": done, "total": 2, "current": LATE if late else "", "finished": checkup.is_finished}
