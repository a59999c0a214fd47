"""审计事件: who did what, when, to what, with what result."""

from __future__ import annotations

from django.db import models


class AuditEvent(models.Model):
    """审计事件: one link of the chain.

    Used through `audit.actions.record` only. `digest` is SHA-256 over the RFC 8785 form of this row and the digest before it,
    so a changed, removed or inserted row shows. Actor, unit and object are plain text, not foreign keys: evidence must read
    the same after a user or unit is gone. Database triggers refuse UPDATE, DELETE and TRUNCATE.
    """

    number = models.PositiveBigIntegerField("序号", unique=True)
    at = models.DateTimeField("时间")
    actor = models.CharField("操作人", max_length=150, blank=True)
    unit = models.CharField("单位", max_length=200, blank=True)
    address = models.CharField("来源地址", max_length=64, blank=True)
    action = models.CharField("动作", max_length=64)
    target = models.CharField("对象", max_length=200, blank=True)
    result = models.CharField("结果", max_length=16, default="ok")
    detail = models.JSONField("详情", default=dict, blank=True)
    previous = models.CharField("上一摘要", max_length=64)
    digest = models.CharField("摘要", max_length=64, unique=True)

    class Meta:
        verbose_name = "审计事件"
        verbose_name_plural = "审计事件"
        ordering = ("number",)

    def __str__(self) -> str:
        return f"第 {self.number} 条"
