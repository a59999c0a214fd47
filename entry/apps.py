"""应用声明: 填报."""

from django.apps import AppConfig


class EntryConfig(AppConfig):
    """填报."""

    name = "entry"
    verbose_name = "填报"
