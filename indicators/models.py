"""三级指标、完成结果与自评得分. Written through `factbook.apply` only."""

from __future__ import annotations

from django.db import models

from projects.models import Subject
from values.vocabulary import LEVEL1_LABELS, RELATION_LABELS


class Indicator(models.Model):
    """三级指标 as filed: two separate level keys, name, relation, target, unit, weight.

    Every text stands as typed, at any length. `level1_key`, `relation_key`, `target_value` and `weight_value` are what was understood, for
    queries; a misclassified indicator is carried as filed and reported, never corrected silently. `uid` names the row in
    paths, remarks and documents and never changes.
    """

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="indicators", verbose_name="评价对象")
    uid = models.CharField("行号", max_length=12)
    position = models.PositiveIntegerField("次序", default=0)
    level1 = models.TextField("一级指标", blank=True)
    level2 = models.TextField("二级指标", blank=True)
    name = models.TextField("三级指标", blank=True)
    relation = models.TextField("指标性质", blank=True)
    target = models.TextField("指标值", blank=True)
    unit = models.TextField("度量单位", blank=True)
    weight = models.TextField("权重", blank=True)
    notes = models.JSONField("其他列", default=dict, blank=True)
    level1_key = models.CharField(
        "一级指标类别", max_length=16, blank=True, choices=[(k.value, label) for k, label in LEVEL1_LABELS.items()]
    )
    relation_key = models.CharField(
        "性质", max_length=12, blank=True, choices=[(k.value, label) for k, label in RELATION_LABELS.items()]
    )
    target_value = models.DecimalField("目标数", max_digits=24, decimal_places=6, null=True, blank=True)
    weight_value = models.DecimalField("分值", max_digits=8, decimal_places=3, null=True, blank=True)

    class Meta:
        verbose_name = "三级指标"
        verbose_name_plural = "三级指标"
        ordering = ("position", "uid")
        constraints = [models.UniqueConstraint(fields=("subject", "uid"), name="indicator_uid_once")]

    def __str__(self) -> str:
        return self.name or self.uid


class Result(models.Model):
    """完成结果 of an indicator: actual value as typed, progress if filed, reason for what was missed."""

    indicator = models.OneToOneField(Indicator, models.CASCADE, related_name="result", verbose_name="三级指标")
    actual = models.TextField("完成值", blank=True)
    progress = models.TextField("完成进度", blank=True)
    reason = models.TextField("偏差原因及改进措施", blank=True)
    actual_value = models.DecimalField("完成数", max_digits=24, decimal_places=6, null=True, blank=True)

    class Meta:
        verbose_name = "完成结果"
        verbose_name_plural = "完成结果"

    def __str__(self) -> str:
        return self.actual


class SelfScoreEntry(models.Model):
    """自评得分: what the unit gives itself on one line of one form (leaf key, indicator uid, or `total`)."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="self_scores", verbose_name="评价对象")
    form = models.CharField("表样", max_length=120)
    key = models.CharField("行", max_length=60)
    raw = models.TextField("得分", blank=True)
    reason = models.TextField("扣分原因", blank=True)
    points = models.DecimalField("得分（数）", max_digits=8, decimal_places=3, null=True, blank=True)

    class Meta:
        verbose_name = "自评得分"
        verbose_name_plural = "自评得分"
        constraints = [models.UniqueConstraint(fields=("subject", "form", "key"), name="self_score_once_per_line")]

    def __str__(self) -> str:
        return f"{self.key} {self.raw}"
