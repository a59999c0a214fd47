"""应用声明: 项目与资金."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """项目与资金."""

    name = "projects"
    verbose_name = "项目与资金"
