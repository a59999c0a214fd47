"""修改密码."""

from __future__ import annotations

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from audit.actions import record


@never_cache
@sensitive_post_parameters()
def password_page(request: HttpRequest) -> HttpResponse:
    """Ask for the old and the new password; other sessions of this user end."""
    form = PasswordChangeForm(user=request.user, data=request.POST or None)
    form.helper = FormHelper()
    form.helper.attrs = {"novalidate": True}
    form.helper.add_input(Submit("save", "修改密码"))
    if request.method == "POST" and form.is_valid():
        user = form.save()
        update_session_auth_hash(request, user)
        record(action="password", by=user, now=timezone.now(), target=f"user:{user.pk}", address=getattr(request, "address", ""))
        messages.success(request, "密码已修改，其他电脑上的登录已失效。")
        return redirect("overview")
    return render(request, "accounts/password.html", {"form": form}, status=400 if form.errors else 200)
