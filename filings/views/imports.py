"""导入项目与目标: upload, see the plan line by line, confirm."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.models import Role
from accounts.roles import localities_with_role
from documents.readers.refused import Refused
from factbook.imports.apply import ImportStopped, apply_import
from factbook.imports.plan import plan_again, plan_import
from factbook.imports.steps import ImportPlan
from factbook.imports.template import template_workbook
from filings.documents import CONTENT_TYPES
from filings.views.paper import as_file
from filings.views.requests import PageRequest
from projects.models import Locality

KEPT = "import-plan"


def imports_page(request: PageRequest) -> HttpResponse:
    """The upload form; after an upload the plan, nothing of which is written yet."""
    context: dict[str, Any] = {"localities": localities_with_role(request.user, Role.ADMIN)}
    if request.method != "POST":
        request.session.pop(KEPT, None)
        return render(request, "admin_pages/imports.html", context)
    locality = context["localities"].filter(pk=number(request.POST.get("locality", ""))).first()
    upload = request.FILES.get("file")
    if locality is None or not isinstance(upload, UploadedFile):
        messages.error(request, "请选择要导入的 .xlsx 文件后再上传。")
        return render(request, "admin_pages/imports.html", context, status=400)
    try:
        plan = read(request, upload, locality)
    except Refused as refusal:
        messages.error(request, f"“{upload.name}”没有读取：{refusal}")
        return render(request, "admin_pages/imports.html", context, status=400)
    if plan.can_apply:
        request.session[KEPT] = plan.to_json()
    return render(
        request, "admin_pages/imports.html", context | {"plan": plan, "name": upload.name, "rows": rows_of(plan)}
    )


def number(text: str) -> int | None:
    """An id, None when it is none."""
    return int(text) if text.isascii() and text.isdigit() else None


def read(request: PageRequest, upload: UploadedFile[bytes], locality: Locality) -> ImportPlan:
    """The plan of an uploaded workbook; the file itself is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload.xlsx"
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        return plan_import(path, by=request.user, locality=locality, name=str(upload.name))


def rows_of(plan: ImportPlan) -> list[dict[str, Any]]:
    """Every step in words, projects before targets."""
    projects = [
        {
            "sheet": "项目",
            "row": step.row,
            "what": "新建" if step.project is None else "修改",
            "name": f"{step.department_name} {step.code} {step.name}",
            "changes": step.changes,
        }
        for step in plan.projects
    ]
    targets = [
        {
            "sheet": "绩效指标",
            "row": step.row,
            "what": "修改" if step.uid else "新增",
            "name": f"{step.code} {step.year} 年度 {step.texts.get('name', '')}",
            "changes": step.changes,
        }
        for step in plan.targets
    ]
    return projects + targets


def confirm_import(request: PageRequest) -> HttpResponse:
    """Carry out the plan that was shown; refused when anything has moved on since."""
    kept = request.session.pop(KEPT, None)
    if kept is None:
        messages.error(request, "没有待确认的导入方案（可能已经导入过）。请重新上传文件。")
        return redirect("imports")
    try:
        counts = apply_import(plan_again(kept, by=request.user), by=request.user, now=timezone.now())
    except ImportStopped as stop:
        messages.error(request, str(stop))
        return redirect("imports")
    said = "已导入：新建项目 {projects_created} 个、修改 {projects_changed} 个，新增指标 {targets_created} 条、修改 {targets_changed} 条。"
    messages.success(request, said.format(**counts))
    return redirect("imports")


def import_template(request: PageRequest) -> HttpResponse:
    """The empty workbook."""
    return as_file(template_workbook(), "项目与绩效目标导入模板.xlsx", CONTENT_TYPES["xlsx"])
