"""失败的后台任务: what failed, when and with which message, for superusers.

The queue's own pages are put away: a schedule could be pointed at any function, and what succeeded stands in our own tables.
"""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin
from django_q.models import Failure, OrmQ, Schedule, Success

from accounts.admin.bases import AnyModelAdmin, ChiefsOnly
from filings.jobs import JOBS

WORDS: Final = {
    "render_snapshot": "绘制报送的成品",
    "run_bundle": "打包年度资料",
    "read_intake": "读取导入的文件",
    "drop_intake": "清理导入的文件",
    "run_checkup": "数字体检",
    "purge_checkups": "清理到期的体检",
}
_CALLED: Final = {path: WORDS[name] for name, path in JOBS.items()}

for _page in (Failure, OrmQ, Schedule, Success):
    admin.site.unregister(_page)


@admin.register(Failure)
class FailureAdmin(ChiefsOnly, AnyModelAdmin):
    """失败的任务; read-only."""

    list_display = ("job", "rows", "begun", "ended", "tries", "why")
    fields = ("job", "rows", "begun", "ended", "tries", "whole")
    ordering = ("-stopped",)

    @admin.display(description="任务", ordering="func")
    def job(self, failure: Failure) -> str:
        """What was to be done."""
        return _CALLED.get(failure.func, str(failure.func))

    @admin.display(description="编号")
    def rows(self, failure: Failure) -> str:
        """For which rows."""
        return "、".join(str(each) for each in failure.args or ()) or "—"

    @admin.display(description="开始", ordering="started")
    def begun(self, failure: Failure) -> Any:
        """When."""
        return failure.started

    @admin.display(description="结束", ordering="stopped")
    def ended(self, failure: Failure) -> Any:
        """When."""
        return failure.stopped

    @admin.display(description="次数")
    def tries(self, failure: Failure) -> int:
        """How often it was tried."""
        return int(failure.attempt_count)

    @admin.display(description="出错信息")
    def why(self, failure: Failure) -> str:
        """The first line."""
        return str(failure.result or "").partition("\n")[0][:120]

    @admin.display(description="出错信息")
    def whole(self, failure: Failure) -> str:
        """All of it."""
        return str(failure.result or "")
