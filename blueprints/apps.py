"""应用声明: 表样."""

from django.apps import AppConfig


class BlueprintsConfig(AppConfig):
    """表样."""

    name = "blueprints"
    verbose_name = "表样"

    def ready(self) -> None:
        """Register the system check; it needs the settings, so not at import."""
        from blueprints import checks  # noqa: F401, PLC0415 - registration needs loaded apps
