"""应用声明: 绩效指标."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """绩效指标."""

    name = "indicators"
    verbose_name = "绩效指标"
