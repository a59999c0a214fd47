"""主数据: localities, departments and projects, kept by the administrator."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models


class Locality(models.Model):
    """行政区划: the place whose finance bureau sets the forms. `code` is the national six-digit code as text."""

    code = models.CharField("区划代码", max_length=12, unique=True)
    name = models.CharField("名称", max_length=60)

    class Meta:
        verbose_name = "行政区划"
        verbose_name_plural = "行政区划"
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Department(models.Model):
    """单位: a node of the tree 财政局 / 主管部门 / 实施单位.

    `parent` of an implementing unit is its supervising department. The finance bureau stands beside the tree of its locality,
    not above it: it reviews, it does not own.
    """

    class Kind(models.TextChoices):
        """单位类别."""

        FINANCE = "finance", "财政部门"
        SUPERVISOR = "supervisor", "主管部门"
        UNIT = "unit", "实施单位"

    locality = models.ForeignKey(Locality, models.PROTECT, related_name="departments", verbose_name="行政区划")
    code = models.CharField("单位代码", max_length=40)
    name = models.CharField("单位名称", max_length=120)
    short_name = models.CharField("简称", max_length=40, blank=True)
    kind = models.CharField("类别", max_length=12, choices=Kind.choices, default=Kind.UNIT)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级单位"
    )
    is_active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = "单位"
        verbose_name_plural = "单位"
        ordering = ("locality", "code")
        constraints = [models.UniqueConstraint(fields=("locality", "code"), name="department_code_per_locality")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a parent in another locality and a circle of parents."""
        seen: set[int] = set()
        above = self.parent
        while above is not None:
            if above.locality_id != self.locality_id:
                raise ValidationError({"parent": "上级单位须与本单位同属一个行政区划，请重新选择。"})
            if above.pk == self.pk or above.pk in seen:
                raise ValidationError({"parent": "上级单位不能是本单位或其下级，请重新选择。"})
            seen.add(above.pk)
            above = above.parent


class Project(models.Model):
    """项目: a budget project of a unit; may have a parent (专项资金 with sub-projects)."""

    department = models.ForeignKey(Department, models.PROTECT, related_name="projects", verbose_name="实施单位")
    code = models.CharField("项目编码", max_length=60)
    name = models.CharField("项目名称", max_length=200)
    attribute = models.CharField(
        "项目属性", max_length=40, blank=True, help_text="如：经常性项目、一次性项目、阶段性项目"
    )
    starts = models.DateField("项目期起", null=True, blank=True)
    ends = models.DateField("项目期止", null=True, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级项目"
    )
    is_active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = "项目"
        verbose_name_plural = "项目"
        ordering = ("department", "code")
        constraints = [
            models.UniqueConstraint(fields=("department", "code"), name="project_code_per_department"),
            models.CheckConstraint(
                condition=models.Q(starts__isnull=True)
                | models.Q(ends__isnull=True)
                | models.Q(starts__lte=models.F("ends")),
                name="project_period_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}-{self.name}" if self.code else self.name

    def clean(self) -> None:
        """Refuse an end before the start, a parent of another locality and a circle of parents."""
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": "项目期止早于项目期起，请核对两个日期。"})
        above, seen = self.parent, set[int]()
        while above is not None:
            if above.pk == self.pk or above.pk in seen:
                raise ValidationError({"parent": "上级项目不能是本项目或其下级，请重新选择。"})
            if above.department.locality_id != self.department.locality_id:
                raise ValidationError({"parent": "上级项目须在同一行政区划内，请重新选择。"})
            seen.add(above.pk)
            above = above.parent
