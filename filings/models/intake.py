"""导入: a file somebody hands in for a filing while it waits to be confirmed, and last year's words that are still to be gone over."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from filings.models.filing import Filing
from intake.proposal import Origin
from projects.models import Subject


class IntakeFile(models.Model):
    """导入的文件 of one person for one filing; the next one takes its place.

    The file lies below MEDIA_ROOT under a name that nobody can guess and is deleted as soon as it has been read. What was read
    is kept here until it is applied, put away, or out of date. Last year's filing needs no file.
    """

    class State(models.TextChoices):
        """进度."""

        QUEUED = "queued", "读取中"
        CHOOSING = "choosing", "待选报告"
        READY = "ready", "待确认"
        REFUSED = "refused", "没有读取"

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="intakes", verbose_name="填报")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="上传人")
    at = models.DateTimeField("上传时间")
    origin = models.CharField(
        "来处", max_length=12, choices=[(Origin.FILLED.value, "已填文件"), (Origin.LAST_YEAR.value, "上年的文件或填报")]
    )
    name = models.CharField("文件名", max_length=200)
    path = models.CharField("路径", max_length=120, blank=True)  # below MEDIA_ROOT; '' without a file
    digest = models.CharField("SHA-256", max_length=64, blank=True)
    state = models.CharField("进度", max_length=8, choices=State.choices, default=State.QUEUED)
    refusal = models.TextField("没有读取的原因", blank=True)
    reports = models.JSONField("文件里的报告", default=list)  # [title, subject] each
    report = models.PositiveSmallIntegerField("所选报告", null=True, blank=True)
    reading = models.JSONField("读得的内容", null=True, blank=True)
    notes = models.JSONField("读取说明", default=list)

    class Meta:
        verbose_name = "导入的文件"
        verbose_name_plural = "导入的文件"
        constraints = [models.UniqueConstraint(fields=("filing", "by"), name="intake_one_at_a_time")]

    def __str__(self) -> str:
        return self.name


class CarriedText(models.Model):
    """沿用待改: a text taken over from last year. It is so marked until it reads otherwise or somebody says that it still holds."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="carried", verbose_name="评价对象")
    path = models.CharField("位置", max_length=80)
    digest = models.CharField("摘要", max_length=64)  # of the text as it was taken over
    source = models.CharField("来处", max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="带入人")
    at = models.DateTimeField("带入时间")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="核对人"
    )
    settled_at = models.DateTimeField("核对时间", null=True, blank=True)

    class Meta:
        verbose_name = "沿用待改的文字"
        verbose_name_plural = "沿用待改的文字"
        constraints = [models.UniqueConstraint(fields=("subject", "path"), name="carried_once_per_path")]

    def __str__(self) -> str:
        return f"{self.path} {self.source}"
