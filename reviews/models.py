"""审核意见、复核得分与审核决定."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from filings.models import Filing


class Remark(models.Model):
    """审核意见 anchored to a node key; the open ones of a returned filing are the filler's to-do list.

    The text is never changed once the filing is returned; the answer is given once per round.
    """

    class Reply(models.TextChoices):
        """答复."""

        DONE = "done", "已修改"
        KEPT = "kept", "不修改并说明"

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="remarks", verbose_name="填报")
    round = models.PositiveSmallIntegerField("轮次")
    key = models.CharField("位置", max_length=120, blank=True)  # fact path or print key; '' for the whole form
    label = models.CharField("位置名称", max_length=200, blank=True)
    text = models.TextField("意见")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="审核人")
    at = models.DateTimeField("时间")
    reply = models.CharField("答复", max_length=8, choices=Reply.choices, blank=True)
    answer = models.TextField("答复说明", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复人"
    )
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    class Meta:
        verbose_name = "审核意见"
        verbose_name_plural = "审核意见"
        ordering = ("round", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered_by__isnull=True, answered_at__isnull=True)
                | models.Q(answered_by__isnull=False, answered_at__isnull=False),
                name="remark_answer_who_and_when",
            )
        ]

    def __str__(self) -> str:
        return self.text[:30]


class ReviewScore(models.Model):
    """复核得分 of one line in one round; beside the self score, never over it."""

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="review_scores", verbose_name="填报")
    round = models.PositiveSmallIntegerField("轮次")
    key = models.CharField("行", max_length=60)
    points = models.DecimalField("复核得分", max_digits=8, decimal_places=3)
    reason = models.TextField("理由", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="审核人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "复核得分"
        verbose_name_plural = "复核得分"
        constraints = [models.UniqueConstraint(fields=("filing", "round", "key"), name="review_score_once_per_line")]

    def __str__(self) -> str:
        return f"{self.key} {self.points}"


class Decision(models.Model):
    """审核决定 of a round: returned with a reason, or approved with the review total and grade. Insert-only."""

    class Kind(models.TextChoices):
        """决定."""

        RETURNED = "returned", "退回"
        APPROVED = "approved", "通过"

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="decisions", verbose_name="填报")
    round = models.PositiveSmallIntegerField("轮次")
    kind = models.CharField("决定", max_length=10, choices=Kind.choices)
    reason = models.TextField("理由", blank=True)
    total = models.DecimalField("复核总分", max_digits=8, decimal_places=3, null=True, blank=True)
    grade = models.CharField("复核等次", max_length=20, blank=True)
    scores = models.JSONField("复核得分明细", default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="审核人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "审核决定"
        verbose_name_plural = "审核决定"
        ordering = ("round", "pk")
        constraints = [models.UniqueConstraint(fields=("filing", "round"), name="decision_once_per_round")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} 第{self.round}轮"
