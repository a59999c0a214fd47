"""年度资料包: order one, watch it, download it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.models import Role
from accounts.roles import departments_with_role, localities_with_role
from audit.actions import record
from filings.bundles import archive, plan
from filings.models import Bundle
from filings.refused import Refused
from filings.storage import Damaged
from filings.views.bundle_form import BundleForm
from filings.views.messages import say_refused
from filings.views.requests import PageRequest
from filings.visibility import visible_bundles
from projects.models import Locality

SILENT = timedelta(seconds=10)  # without a sign of life: the page says why nothing moves


def bundles_page(request: PageRequest) -> HttpResponse:
    """The bundles there are, and the form for a new one."""
    locality = localities_with_role(request.user, Role.ADMIN).first()
    form = BundleForm(locality, request.POST or None) if locality else None
    if request.method == "POST" and locality and form and form.is_valid():
        try:
            return redirect("bundle", order(request, locality, form.cleaned_data).pk)
        except Refused as refusal:
            say_refused(request, refusal)
    page = Paginator(visible_bundles(request.user), 20).get_page(request.GET.get("page"))
    return render(
        request, "admin_pages/bundles.html", {"form": form, "page": page}, status=400 if form and form.errors else 200
    )


def order(request: PageRequest, locality: Locality, chosen: dict[str, Any]) -> Bundle:
    """Plan the bundle that the form describes."""
    return plan.plan_bundle(
        locality=locality,
        year=chosen["year"],
        departments=chosen["departments"],
        forms=chosen["papers"],
        by=request.user,
        now=timezone.now(),
        address=request.address,
    )


def bundle_page(request: PageRequest, bundle_id: int) -> HttpResponse:
    """Progress, failures and what is missing."""
    bundle = request.bundle
    failed = bundle.items.filter(status="failed").select_related(
        "filing__subject__project", "filing__subject__department"
    )
    context = {
        "bundle": bundle,
        "failed": failed,
        "units": departments_with_role(request.user, Role.ADMIN).filter(pk__in=bundle.choice.get("departments", [])),
        "progress": progress_of(bundle),
    }
    return render(request, "admin_pages/bundle.html", context)


@never_cache
def bundle_progress(request: PageRequest, bundle_id: int) -> JsonResponse:
    """How far it is, for the page to ask again."""
    return JsonResponse(progress_of(request.bundle))


def progress_of(bundle: Bundle) -> dict[str, Any]:
    """{"status", "label", "done", "total", "current", "finished"}."""
    finished = bundle.status in {Bundle.Status.DONE, Bundle.Status.FAILED}
    silent = bundle.heartbeat is not None and timezone.now() - bundle.heartbeat > SILENT
    waits = bundle.status == Bundle.Status.RUNNING and silent
    return {
        "status": bundle.status,
        "label": "打包中断，稍后自动接着做" if waits else bundle.get_status_display(),
        "done": bundle.done,
        "total": bundle.total,
        "current": bundle.current,
        "finished": finished,
    }


def bundle_retry(request: PageRequest, bundle_id: int) -> HttpResponse:
    """Go on with what failed."""
    try:
        plan.retry_bundle(bundle=request.bundle, by=request.user, now=timezone.now(), address=request.address)
        messages.success(request, "已重新开始，已完成的部分不再重做。")
    except Refused as refusal:
        say_refused(request, refusal)
    return redirect("bundle", bundle_id)


def bundle_download(request: PageRequest, bundle_id: int) -> HttpResponseBase:
    """The ZIP."""
    bundle = request.bundle
    try:
        path = archive.bundle_file(bundle)
    except Damaged as damage:
        messages.error(request, f"{damage}。")
        return redirect("bundle", bundle_id)
    record(
        action="download",
        by=request.user,
        now=timezone.now(),
        target=f"bundle:{bundle.pk}",
        address=request.address,
        detail={"digest": bundle.digest},
    )
    name = f"{bundle.year}年度绩效自评资料包-{bundle.locality}-{bundle.pk}.zip"
    return FileResponse(path.open("rb"), as_attachment=True, filename=name)
