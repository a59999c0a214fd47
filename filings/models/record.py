"""快照、签署、放行与成品文件: what is written once and never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from filings.models.filing import Filing


class Snapshot(models.Model):
    """快照: everything a submission said, frozen: facts, scores, findings, blueprint text and digests.

    From submission on everything is drawn from here. `digest` is SHA-256 over the RFC 8785 form of `payload` plus the
    blueprint text. Insert-only: triggers refuse UPDATE, DELETE, TRUNCATE.
    """

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="snapshots", verbose_name="填报")
    round = models.PositiveSmallIntegerField("轮次")
    at = models.DateTimeField("报送时间")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="报送人")
    payload = models.JSONField(
        "内容"
    )  # {"facts": FactBook.to_json(), "scores": [...], "findings": [...], "labels": {...}}
    blueprint_text = models.TextField("表样全文")
    blueprint_digest = models.CharField("表样摘要", max_length=64)
    facts_version = models.PositiveIntegerField("事实版本")
    total_self = models.DecimalField("自评总分", max_digits=8, decimal_places=3, null=True, blank=True)
    total_computed = models.DecimalField("计算总分", max_digits=8, decimal_places=3, null=True, blank=True)
    grade = models.CharField("自评等次", max_length=20, blank=True)
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = "快照"
        verbose_name_plural = "快照"
        ordering = ("filing", "round")
        constraints = [models.UniqueConstraint(fields=("filing", "round"), name="snapshot_once_per_round")]

    def __str__(self) -> str:
        return f"{self.filing_id} 第{self.round}轮"


class SignOff(models.Model):
    """负责人确认: who confirmed which facts (digest of the book) for which round. Insert-only."""

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="signoffs", verbose_name="填报")
    round = models.PositiveSmallIntegerField("轮次")  # the round being prepared: filing.round + 1
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="确认人")
    at = models.DateTimeField("确认时间")
    facts_digest = models.CharField("事实摘要", max_length=64)

    class Meta:
        verbose_name = "负责人确认"
        verbose_name_plural = "负责人确认"
        ordering = ("filing", "at")

    def __str__(self) -> str:
        return f"{self.filing_id} {self.by}"


class Waiver(models.Model):
    """放行与说明: an admin lets an error pass (waive), the unit asks for that (ask) or explains a warning (explain).

    `fingerprint` names the finding (rule, places and figures): when the figures change, the waiver no longer applies.
    Insert-only; a later one of the same fingerprint replaces the text shown.
    """

    class Kind(models.TextChoices):
        """类别."""

        WAIVE = "waive", "放行"
        ASK = "ask", "申请放行"
        EXPLAIN = "explain", "说明"

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="waivers", verbose_name="填报")
    fingerprint = models.CharField("指纹", max_length=64)
    rule = models.CharField("规则", max_length=8)
    kind = models.CharField("类别", max_length=8, choices=Kind.choices)
    reason = models.TextField("理由")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="经手人")
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "放行与说明"
        verbose_name_plural = "放行与说明"
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.rule} {self.get_kind_display()}"


class Edition(models.TextChoices):
    """版本 of a submission's documents: as submitted; and, of forms that print the review, as approved (ADR 0060)."""

    SUBMITTED = "submitted", "报送稿"
    FINAL = "final", "审定稿"

    @property
    def words(self) -> list[str]:
        """What a file's name says of it; the edition that every form has says nothing."""
        return [str(self.label)] if self is Edition.FINAL else []


class StoredDocument(models.Model):
    """成品文件 of a snapshot: rendered once, stored under its digest, served and bundled from there. Insert-only.

    The final edition is of a snapshot whose round was approved; a trigger of `reviews` refuses any other.
    """

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="documents", verbose_name="快照")
    edition = models.CharField("版本", max_length=9, choices=Edition.choices, default=Edition.SUBMITTED)
    format = models.CharField("格式", max_length=8)
    digest = models.CharField("SHA-256", max_length=64)
    path = models.CharField("路径", max_length=200)  # below MEDIA_ROOT, by digest
    size = models.PositiveIntegerField("字节数")
    at = models.DateTimeField("生成时间")

    class Meta:
        verbose_name = "成品文件"
        verbose_name_plural = "成品文件"
        constraints = [
            models.UniqueConstraint(fields=("snapshot", "edition", "format"), name="document_once_per_edition")
        ]

    def __str__(self) -> str:
        return f"{self.snapshot_id} {self.format}"
