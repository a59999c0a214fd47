"""资金、文字与明细: facts of a subject. Written through `factbook.apply` only."""

from __future__ import annotations

from django.db import models

from projects.models.subject import Subject
from values.vocabulary import SOURCE_LABELS, STAGE_LABELS


class FundFlow(models.Model):
    """资金: one amount of a stage and a source node.

    `raw` is as typed under a form whose unit is `unit` (元 or 万元); `yuan` is what was understood, None when it was not. A
    form printing the other unit is shown `raw` with its unit written out (`factbook.amounts`).
    """

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="fund_flows", verbose_name="评价对象")
    stage = models.CharField("环节", max_length=12, choices=[(s.value, label) for s, label in STAGE_LABELS.items()])
    source = models.CharField("来源", max_length=20, choices=[(s.value, label) for s, label in SOURCE_LABELS.items()])
    raw = models.TextField("填报原文", blank=True)  # of any length: nothing typed is refused by a column
    unit = models.CharField("金额单位", max_length=4, default="万元")
    yuan = models.DecimalField("金额（元）", max_digits=20, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = "资金"
        verbose_name_plural = "资金"
        constraints = [models.UniqueConstraint(fields=("subject", "stage", "source"), name="fund_once_per_node")]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} {self.get_source_display()} {self.raw}"


class Statement(models.Model):
    """文字: a text, figure, choice or signature line under its fact path (`text.goal`, `figure.staff`, `note.…`).

    Two forms that ask for the same path share the text.
    """

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="statements", verbose_name="评价对象")
    path = models.CharField("位置", max_length=80)
    text = models.TextField("文字", blank=True)

    class Meta:
        verbose_name = "文字"
        verbose_name_plural = "文字"
        constraints = [models.UniqueConstraint(fields=("subject", "path"), name="statement_once_per_path")]

    def __str__(self) -> str:
        return f"{self.path}：{self.text[:20]}"


class ListItem(models.Model):
    """明细行: a row of a list a blueprint declares (评价人员, 支出明细 …). `cells` maps column words to text as typed."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="list_items", verbose_name="评价对象")
    table = models.CharField("明细表", max_length=40)
    uid = models.CharField("行号", max_length=12)
    position = models.PositiveIntegerField("次序", default=0)
    cells = models.JSONField("内容", default=dict)

    class Meta:
        verbose_name = "明细行"
        verbose_name_plural = "明细行"
        ordering = ("table", "position", "uid")
        constraints = [models.UniqueConstraint(fields=("subject", "table", "uid"), name="list_item_uid_once")]

    def __str__(self) -> str:
        return f"{self.table} {self.uid}"
