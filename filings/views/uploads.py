"""上传表样的页面: upload with its faults, look at what was uploaded, put it in force or out of it."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.models import Role
from accounts.roles import localities_with_role
from filings.actions import upload as actions
from filings.form_changes import form_changes
from filings.forms import form_rows, outdated
from filings.in_force import form_in_force
from filings.linting import errors_of, read_form
from filings.refused import Refused
from filings.views.forms import as_yaml, paper, words_of
from filings.views.imports import number
from filings.views.messages import say_refused
from filings.views.requests import PageRequest


def form_upload(request: PageRequest) -> HttpResponse:
    """Keep an uploaded version, or show what is wrong in it line by line."""
    localities = localities_with_role(request.user, Role.ADMIN)
    locality = localities.filter(pk=number(request.POST.get("locality", "")) or 0).first()
    file = request.FILES.get("file")
    if locality is None or not isinstance(file, UploadedFile):
        messages.error(request, "请选择行政区划和要上传的 .yaml 文件后再上传。")
        return redirect("forms")
    name = str(file.name)
    data = file.read(actions.LARGEST + 1)  # one byte more than allowed is enough to know that it is too large
    try:
        kept = actions.upload(
            locality=locality, data=data, name=name, by=request.user, now=timezone.now(), address=request.address
        )
    except Refused as refusal:
        problems = refusal.problems if isinstance(refusal, actions.Faulty) else ()
        say_refused(request, refusal)
        context = {"rows": form_rows(request.user), "localities": localities, "problems": problems, "name": name}
        return render(request, "admin_pages/forms.html", context, status=400)
    messages.success(request, f"已保存“{kept.name}”的新版本，还没有启用。请核对样张和说明，再启用。")
    return redirect("upload", kept.pk)


def upload_page(request: PageRequest, upload_id: int) -> HttpResponse:
    """One uploaded version: what it changes, in words, as paper."""
    kept = request.upload
    form, problems = read_form(kept.text, name=kept.form)
    context = {"upload": kept, "problems": problems}
    if form is not None and not errors_of(problems):
        now_used = form_in_force(kept.form)
        context |= words_of(form) | {"now_used": now_used, "changes": form_changes(now_used, form) if now_used else []}
        if now_used and now_used.digest == form.digest:
            context["outdated"] = outdated(request.user, form)
    return render(request, "admin_pages/upload.html", context)


@never_cache
def upload_paper(request: PageRequest, upload_id: int) -> HttpResponse:
    """The uploaded version as paper; not there while it has errors."""
    form, problems = read_form(request.upload.text, name=request.upload.form)
    if form is None or errors_of(problems):
        raise Http404
    return paper(form)


def upload_text(request: PageRequest, upload_id: int) -> HttpResponse:
    """The uploaded YAML."""
    return as_yaml(request.upload.form, request.upload.text)


def upload_activate(request: PageRequest, upload_id: int) -> HttpResponse:
    """Put it in force."""
    kept = request.upload
    said = f"已启用。{kept.year} 年度新开的填报使用这一版本；已经开始的填报不受影响，下面列出仍用旧版本的，可逐份核对后采用。"
    return settle(request, actions.activate, said)


def upload_retire(request: PageRequest, upload_id: int) -> HttpResponse:
    """Put it out of force."""
    return settle(request, actions.retire, "已停用，新开的填报改用文件中的版本。已经开始的填报不受影响。")


def settle(request: PageRequest, act: Callable[..., None], said: str) -> HttpResponse:
    """Do it and say so, or say why not."""
    try:
        act(upload=request.upload, by=request.user, now=timezone.now(), address=request.address)
        messages.success(request, said)
    except Refused as refusal:
        say_refused(request, refusal)
    return redirect("upload", request.upload.pk)
