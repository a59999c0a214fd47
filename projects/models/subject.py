"""评价对象: whose year the facts are about."""

from __future__ import annotations

from django.db import models

from projects.models.masters import Department, Project


class Subject(models.Model):
    """评价对象: (department, project or none, fiscal year). Every fact hangs here.

    A project's year and a whole department's year are one kind of thing. `version` grows by one with every accepted change
    set; saving is compare-and-set on it (`factbook.apply`), never `save()`.
    """

    department = models.ForeignKey(Department, models.PROTECT, related_name="subjects", verbose_name="单位")
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="subjects", verbose_name="项目"
    )
    year = models.PositiveSmallIntegerField("年度")
    version = models.PositiveIntegerField("版本", default=0, editable=False)

    class Meta:
        verbose_name = "评价对象"
        verbose_name_plural = "评价对象"
        # By columns, not by relations: sorting something else by its subject must not follow their orderings in a circle.
        ordering = ("-year", "department__locality__code", "department__code", "project__code")
        constraints = [
            models.UniqueConstraint(fields=("department", "project", "year"), name="subject_once_per_project_year"),
            models.UniqueConstraint(
                fields=("department", "year"),
                condition=models.Q(project__isnull=True),
                name="subject_once_per_department_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.project or self.department}"
