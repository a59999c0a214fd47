"""流转页: one step of a filing, named with its object and its effect before it happens; the head's confirmation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from entry.parse import version_of
from filings import gate
from filings.actions.confirm import confirm
from filings.actions.move import hand_over, send_back, take_back, withdraw
from filings.actions.submit import submit
from filings.progress import unfinished
from filings.refused import Refused
from filings.snapshot import live_case
from filings.states import Transition, transition
from filings.views.messages import say_refused
from filings.views.panel import finding_rows, score_panel
from filings.views.requests import PageRequest
from filings.views.strip import strip_for

ACTIONS: Final[dict[str, Callable[..., object]]] = {
    "hand_over": hand_over,
    "take_back": take_back,
    "send_back": send_back,
    "submit": submit,
    "withdraw": withdraw,
}
EFFECTS: Final = {
    "hand_over": "送出后内容锁定，由单位负责人核对确认；需要再改时可以撤回。",
    "take_back": "撤回后可以继续修改，改完须重新送负责人确认。",
    "send_back": "退回后由填报人继续修改，理由会显示给填报人。",
    "submit": "报送后内容冻结为快照，成品文件由快照生成；财政部门开始审核前可以撤回。",
    "withdraw": "撤回后可以继续修改，改完须重新确认、报送；这一轮的快照仍会留存。",
    "confirm": "确认后即可报送；确认的是当前这一版内容，内容再改须重新确认。",
}
DONE: Final = {
    "hand_over": "已送单位负责人确认。",
    "take_back": "已撤回，可以继续修改。",
    "send_back": "已退回填报人。",
    "submit": "已报送。成品文件正在生成，稍后可在本页下载。",
    "withdraw": "已撤回报送，可以继续修改。",
    "confirm": "已确认，可以报送。",
}


def move_page(request: PageRequest, filing_id: int, name: str) -> HttpResponse:
    """Ask, then do."""
    if name not in ACTIONS:
        raise Http404
    step = transition(name)
    if request.method == "POST" and take(request, step, ACTIONS[name]):
        return redirect("filing", filing_id)
    return render(
        request, "filings/move.html", _context(request, step), status=409 if request.method == "POST" else 200
    )


def take(request: PageRequest, step: Transition, action: Callable[..., object]) -> bool:
    """Run the step with what the page sent; False when it was refused (the reason is shown)."""
    more: dict[str, Any] = {}
    if step.reason:
        more["reason"] = request.POST.get("reason", "")
    if step.name == "hand_over":
        more["note"] = request.POST.get("note", "")
    version = version_of(request.POST.get("version", ""))
    if version is None:
        messages.error(request, "本页缺少版本号，没有执行。请核对下面的内容后再办理。")
        return False
    try:
        action(
            filing=request.filing, by=request.user, now=timezone.now(), address=request.address, version=version, **more
        )
    except Refused as refusal:
        say_refused(request, refusal)
        return False
    messages.success(request, DONE[step.name])
    return True


def _context(request: PageRequest, step: Transition) -> dict[str, Any]:
    filing = request.filing
    filing.refresh_from_db()
    return {
        "filing": filing,
        "strip": strip_for(filing, request.user),
        "step": step,
        "effect": EFFECTS[step.name],
        "reason": request.POST.get("reason", ""),
        "note": request.POST.get("note", filing.note),
        "asks_note": step.name == "hand_over" and filing.round > 0,
    }


def confirm_page(request: PageRequest, filing_id: int) -> HttpResponse:
    """The head sees the paper and the findings, and confirms or sends back."""
    filing = request.filing
    step = transition("confirm")
    if request.method == "POST" and take(request, step, confirm):
        return redirect("filing", filing_id)
    filing.refresh_from_db()
    case = live_case(filing)
    context = {
        "filing": filing,
        "strip": strip_for(filing, request.user),
        "effect": EFFECTS["confirm"],
        "may": filing.state in step.sources,
        "scores": score_panel(filing, case.blueprint, case.sheet),
        "unfinished": unfinished(case.blueprint, case.book),
        "findings": finding_rows(filing, case.blueprint, gate.stand(filing, case.findings)),
    }
    return render(request, "filings/confirm.html", context, status=409 if request.method == "POST" else 200)
