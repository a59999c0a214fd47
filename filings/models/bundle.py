"""年度资料包: a background job and its items. Progress, items and result live here; the queue only delivers."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from filings.models.filing import Filing
from filings.models.record import Edition, Snapshot
from projects.models import Locality


class Bundle(models.Model):
    """年度资料包: the year's finished documents of chosen units and forms as one ZIP."""

    class Status(models.TextChoices):
        """进度."""

        QUEUED = "queued", "排队中"
        RUNNING = "running", "打包中"
        DONE = "done", "已完成"
        FAILED = "failed", "失败"

    locality = models.ForeignKey(Locality, models.PROTECT, related_name="bundles", verbose_name="行政区划")
    year = models.PositiveSmallIntegerField("年度")
    choice = models.JSONField("范围")  # {"departments": [ids], "forms": [form ids]}
    status = models.CharField("状态", max_length=8, choices=Status.choices, default=Status.QUEUED)
    total = models.PositiveIntegerField("总数", default=0)
    done = models.PositiveIntegerField("已完成", default=0)
    current = models.CharField("正在处理", max_length=300, blank=True)
    worker = models.CharField(
        "任务执行者", max_length=64, blank=True
    )  # who holds the lease; with `heartbeat` the lease itself
    heartbeat = models.DateTimeField("最近活动", null=True, blank=True)
    missing = models.JSONField("缺报清单", default=list)
    path = models.CharField("路径", max_length=200, blank=True)
    size = models.PositiveBigIntegerField("字节数", default=0)
    digest = models.CharField("SHA-256", max_length=64, blank=True)
    error = models.TextField("错误", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="发起人")
    at = models.DateTimeField("发起时间")
    finished_at = models.DateTimeField("完成时间", null=True, blank=True)

    class Meta:
        verbose_name = "年度资料包"
        verbose_name_plural = "年度资料包"
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.locality} {self.year}"


class BundleItem(models.Model):
    """资料包条目: one filing in a bundle, as its `snapshot`; done items are skipped by a killed worker's successor.

    `edition` is settled when the item is: a decision that falls between drawing and packing changes nothing.
    """

    class Status(models.TextChoices):
        """结果."""

        WAITING = "waiting", "等待"
        DONE = "done", "完成"
        FAILED = "failed", "失败"

    bundle = models.ForeignKey(Bundle, models.CASCADE, related_name="items", verbose_name="资料包")
    filing = models.ForeignKey(Filing, models.PROTECT, related_name="+", verbose_name="填报")
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="+", verbose_name="快照")
    edition = models.CharField("版本", max_length=9, choices=Edition.choices, default=Edition.SUBMITTED)
    status = models.CharField("结果", max_length=8, choices=Status.choices, default=Status.WAITING)
    runs = models.PositiveIntegerField("处理次数", default=0)  # more than one only after a failure was tried again
    at = models.DateTimeField("处理时间", null=True, blank=True)
    message = models.TextField("说明", blank=True)

    class Meta:
        verbose_name = "资料包条目"
        verbose_name_plural = "资料包条目"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("bundle", "filing"), name="bundle_item_once")]

    def __str__(self) -> str:
        return f"{self.bundle_id} {self.filing_id}"
