"""数字体检: a file somebody had checked, and what was found on it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Checkup(models.Model):
    """体检: one file of one person.

    The file lies at `path` below MEDIA_ROOT until it is read and is then deleted. `result` (checkups.result) is what it said and
    what was found; it goes at `expires_at` unless its owner asked to keep it. Nobody but the owner ever sees either.
    """

    class State(models.TextChoices):
        """状态."""

        WAITING = "waiting", "排队等候"
        READING = "reading", "正在读取和核对"
        DONE = "done", "已完成"
        REFUSED = "refused", "没有读取"

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="checkups", verbose_name="送检人")
    name = models.CharField("文件名", max_length=200)
    path = models.CharField("暂存路径", max_length=200, blank=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.WAITING)
    message = models.TextField("没有读取的原因", blank=True)
    result = models.JSONField("结果", null=True, blank=True)
    errors = models.PositiveIntegerField("错误", default=0)
    hints = models.PositiveIntegerField("提示", default=0)
    kept = models.BooleanField("保留", default=False)
    at = models.DateTimeField("送检时间")
    done_at = models.DateTimeField("完成时间", null=True, blank=True)
    expires_at = models.DateTimeField("到期时间")

    class Meta:
        verbose_name = "数字体检"
        verbose_name_plural = "数字体检"
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.name

    @property
    def target(self) -> str:
        """Name of this check-up in the audit trail; never the file's name, which may tell what it is about."""
        return f"checkup:{self.pk}"

    @property
    def is_finished(self) -> bool:
        """Is there nothing more to wait for?"""
        return self.state in {self.State.DONE, self.State.REFUSED}
