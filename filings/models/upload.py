"""上传的表样: a locality's own version of a form, kept in the database beside the files and never changed once it is there."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from projects.models import Locality


class UploadedBlueprint(models.Model):
    """上传的表样版本. At most one of a form is in force; it then stands in for the file of the same id in new filings.

    `text` and `digest` are insert-only (a trigger refuses any other); only `state` and who put it in force move.
    """

    class State(models.TextChoices):
        """状态."""

        DRAFT = "draft", "待启用"
        ACTIVE = "active", "启用中"
        RETIRED = "retired", "已停用"

    locality = models.ForeignKey(Locality, models.PROTECT, related_name="uploads", verbose_name="行政区划")
    form = models.CharField("表样", max_length=120)
    year = models.PositiveSmallIntegerField("年度")
    name = models.CharField("名称", max_length=120)
    text = models.TextField("表样全文")
    digest = models.CharField("摘要", max_length=64)
    state = models.CharField("状态", max_length=8, choices=State.choices, default=State.DRAFT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="上传人")
    at = models.DateTimeField("上传时间")
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="启用或停用人"
    )
    settled_at = models.DateTimeField("启用或停用时间", null=True, blank=True)

    class Meta:
        verbose_name = "上传的表样"
        verbose_name_plural = "上传的表样"
        ordering = ("form", "-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=("form", "digest"), name="upload_once_per_text"),
            models.UniqueConstraint(fields=("form",), condition=Q(state="active"), name="upload_one_in_force"),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.digest[:8]}"

    @property
    def target(self) -> str:
        """Name of this version in the audit trail."""
        return f"upload:{self.pk}"
