"""填报通知与延期: what a locality asks for, of whom, and until when."""

from __future__ import annotations

from django.db import models

from projects.models import Department, Locality, Project


class Notice(models.Model):
    """填报通知: which form a locality asks for in a year, of which projects or units, and until when.

    `reach` says how `departments` and `projects` are meant; a unit named for a form of projects means all projects of the unit.
    An explicit word and not “nothing chosen means all”: a notice whose last project was deleted must not ask everybody.
    """

    class Reach(models.TextChoices):
        """填报范围."""

        ALL = "all", "全部"
        ONLY = "only", "只限所选"
        EXCEPT = "except", "除所选以外"

    locality = models.ForeignKey(Locality, models.PROTECT, related_name="notices", verbose_name="行政区划")
    form = models.CharField("表样", max_length=120)
    year = models.PositiveSmallIntegerField("年度")
    due_on = models.DateField("截止日期")
    reach = models.CharField("填报范围", max_length=8, choices=Reach.choices, default=Reach.ALL)
    departments = models.ManyToManyField(Department, related_name="+", blank=True, verbose_name="所选单位")
    projects = models.ManyToManyField(Project, related_name="+", blank=True, verbose_name="所选项目")

    class Meta:
        verbose_name = "填报通知"
        verbose_name_plural = "填报通知"
        constraints = [models.UniqueConstraint(fields=("locality", "form"), name="notice_once_per_form")]

    def __str__(self) -> str:
        return f"{self.year} 年度 {self.form}，{self.due_on:%Y-%m-%d} 截止"


class Extension(models.Model):
    """延期: a later deadline for one unit, with the reason."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="extensions", verbose_name="填报通知")
    department = models.ForeignKey(Department, models.PROTECT, related_name="extensions", verbose_name="单位")
    due_on = models.DateField("延期至")
    reason = models.CharField("原因", max_length=200)

    class Meta:
        verbose_name = "延期"
        verbose_name_plural = "延期"
        constraints = [models.UniqueConstraint(fields=("notice", "department"), name="extension_once_per_unit")]

    def __str__(self) -> str:
        return f"{self.department} {self.due_on}"
