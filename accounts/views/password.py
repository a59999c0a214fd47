"""修改密码."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts.views.doors import AccountRequest
from audit.actions import record


class PasswordForm(PasswordChangeForm):
    """改密码的表单."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Drawn by crispy, judged by the server alone."""
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.add_input(Submit("save", "修改密码"))


@never_cache
@sensitive_post_parameters()
def password_page(request: AccountRequest) -> HttpResponse:
    """Ask for the old and the new password; other sessions of this user end."""
    form = PasswordForm(user=request.user, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = form.save()
        update_session_auth_hash(request, user)
        record(action="password", by=user, now=timezone.now(), target=f"user:{user.pk}", address=request.address)
        messages.success(request, "密码已修改，其他电脑上的登录已失效。")
        return redirect("overview")
    return render(request, "accounts/password.html", {"form": form}, status=400 if form.errors else 200)
