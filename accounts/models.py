"""用户与单位角色."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from projects.models import Department


class User(AbstractUser):
    """用户: one account per person; what a person may do comes from memberships, not from groups."""

    full_name = models.CharField("姓名", max_length=60, blank=True)
    phone = models.CharField("联系电话", max_length=30, blank=True)

    class Meta(AbstractUser.Meta):
        verbose_name = "用户"
        verbose_name_plural = "用户"

    def __str__(self) -> str:
        return self.full_name or self.username


class Role(models.TextChoices):
    """角色."""

    FILLER = "filler", "填报人"
    HEAD = "head", "单位负责人"
    SUPERVISOR = "supervisor", "主管部门"
    REVIEWER = "reviewer", "财政审核"
    ADMIN = "admin", "管理员"


class Membership(models.Model):
    """任职: a user holds a role at a department.

    filler, head: that unit. supervisor: units below that department, to see, not to change. reviewer, admin: the locality of
    that (finance) department.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name="用户")
    department = models.ForeignKey(Department, models.PROTECT, related_name="memberships", verbose_name="单位")
    role = models.CharField("角色", max_length=12, choices=Role.choices)

    class Meta:
        verbose_name = "任职"
        verbose_name_plural = "任职"
        constraints = [models.UniqueConstraint(fields=("user", "department", "role"), name="membership_once")]

    def __str__(self) -> str:
        return f"{self.user} {self.department} {self.get_role_display()}"
