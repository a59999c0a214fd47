"""应用声明: 数字体检."""

from __future__ import annotations

from django.apps import AppConfig


class CheckupsConfig(AppConfig):
    """数字体检: any report from anywhere, read and checked for whoever is signed in."""

    name = "checkups"
    verbose_name = "数字体检"
    default_auto_field = "django.db.models.BigAutoField"
