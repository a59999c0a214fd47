"""事实变更记录: who changed which fact when, old and new. The revision history and the merge base of concurrent saves."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from projects.models import Subject


class FactChange(models.Model):
    """事实变更: one path of one accepted change set; `version` is the subject's version that the change set made.

    `form` is the form it was typed in; for facts that belong to one form only (self scores) it is part of their address.
    `unit` (of the new text) and `old_unit` are the money units of the forms an amount was typed in, so that both texts keep
    their meaning. A table's order of rows stands under the path `rows.<table>` as uids with spaces between; a removed row leaves the old text of every field.
    """

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="changes", verbose_name="评价对象")
    version = models.PositiveIntegerField("版本")
    path = models.CharField("位置", max_length=120)
    old = models.TextField("原值", blank=True)
    new = models.TextField("新值", blank=True)
    form = models.CharField("表样", max_length=120)
    section = models.CharField("分节", max_length=60)
    unit = models.CharField("金额单位", max_length=4, blank=True)
    old_unit = models.CharField("原金额单位", max_length=4, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="修改人")
    at = models.DateTimeField("时间")
    origin = models.CharField(
        "来源", max_length=120, default="web"
    )  # web, paste, import, or 导入/沿用 and a file's name

    class Meta:
        verbose_name = "事实变更"
        verbose_name_plural = "事实变更"
        ordering = ("version", "pk")
        constraints = [
            models.UniqueConstraint(fields=("subject", "version", "form", "path"), name="change_once_per_version")
        ]
        indexes = [models.Index(fields=("subject", "path", "version"), name="change_by_path")]

    def __str__(self) -> str:
        return f"第 {self.version} 版 {self.path}"


class ParkedSave(models.Model):
    """被拒的保存: a change set that was refused as stale, kept so that nothing typed is lost. `posted` is path → text."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="parked", verbose_name="评价对象")
    form = models.CharField("表样", max_length=120)
    section = models.CharField("分节", max_length=60)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="填写人")
    at = models.DateTimeField("时间")
    posted = models.JSONField("未保存内容")

    class Meta:
        verbose_name = "被拒的保存"
        verbose_name_plural = "被拒的保存"
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} 被拒的保存"
