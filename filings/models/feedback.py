"""误报与规则级别: what people say of a rule, and how loudly it may speak in a locality."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from filings.models.filing import Filing
from projects.models import Locality


class FalseAlarm(models.Model):
    """误报: somebody says that a finding is wrong, and why. Counted by rule, so that a noisy rule can be seen and turned down.

    The finding stays: only an administrator waives it or turns its rule down. Once per person and finding.
    """

    locality = models.ForeignKey(Locality, models.CASCADE, related_name="false_alarms", verbose_name="行政区划")
    filing = models.ForeignKey(
        Filing, models.CASCADE, null=True, blank=True, related_name="false_alarms", verbose_name="填报"
    )
    rule = models.CharField("规则", max_length=8)
    fingerprint = models.CharField("指纹", max_length=64)
    message = models.TextField("所报问题")
    reason = models.TextField("为什么不是问题")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="报告人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "误报"
        verbose_name_plural = "误报"
        ordering = ("-at", "-pk")
        constraints = [models.UniqueConstraint(fields=("fingerprint", "by"), name="false_alarm_once_per_person")]

    def __str__(self) -> str:
        return f"{self.rule} {self.reason[:20]}"


class RuleLevel(models.Model):
    """规则级别: a rule that a locality has turned down to a hint or off. No row: as the catalogue says.

    Rules that a form's own `checks` name are the form's business and are not turned down here.
    """

    class Level(models.TextChoices):
        """级别."""

        HINT = "hint", "只作提醒"
        OFF = "off", "不再检查"

    locality = models.ForeignKey(Locality, models.CASCADE, related_name="rule_levels", verbose_name="行政区划")
    rule = models.CharField("规则", max_length=8)
    level = models.CharField("级别", max_length=8, choices=Level.choices)
    reason = models.TextField("理由")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="设置人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "规则级别"
        verbose_name_plural = "规则级别"
        ordering = ("rule",)
        constraints = [models.UniqueConstraint(fields=("locality", "rule"), name="rule_level_once")]

    def __str__(self) -> str:
        return f"{self.rule} {self.get_level_display()}"
