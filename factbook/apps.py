"""应用声明: 事实簿."""

from django.apps import AppConfig


class FactbookConfig(AppConfig):
    """事实簿."""

    name = "factbook"
    verbose_name = "事实簿与修改记录"
